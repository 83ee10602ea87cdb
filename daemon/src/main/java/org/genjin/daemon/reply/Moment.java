package org.genjin.daemon.reply;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * When and by whom a reply was written.
 *
 * @param at by the writer's clock, from which "tomorrow" counts
 * @param language the writer's, ISO 639-1: of two meanings that of this language is taken
 * @param names what the writer is called, folded, word by word: such a line is a signature
 */
public record Moment(OffsetDateTime at, String language, Set<String> names) {

    public Moment {
        names = Set.copyOf(names);
    }

    public LocalDate today() {
        return at.toLocalDate();
    }
}
