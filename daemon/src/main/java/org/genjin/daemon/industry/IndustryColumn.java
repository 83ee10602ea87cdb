package org.genjin.daemon.industry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Language;

/**
 * A column that the customers of a line of trade have.
 *
 * @param id the same in all of them that have it: such as {@code voltage}
 * @param headers by language; English is always there
 * @param width in characters
 * @param most so many values stand in one cell, the newest first; a message that names more at once says none
 * @param sources where values come from, in the order in which they are looked at
 * @param choices of a column of choices, in the order of its list
 */
public record IndustryColumn(
        String id, Map<Language, String> headers, Kind kind, int width, int most, List<ValueSource> sources, List<Choice> choices) {

    /** Between values of one cell. */
    public static final String BETWEEN = "；";

    /** What kind of value it has. */
    public enum Kind {
        TEXT,
        DATE,
        NUMBER,
        /** One of a list, kept by its id. */
        CHOICE,
        /** Kept as {@code yes} or {@code no}. */
        YES_NO;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
        }
    }

    /**
     * A value that can be chosen.
     *
     * @param words by which it is told in messages
     */
    public record Choice(String id, Map<Language, String> names, List<String> words) {
        public Choice {
            names = Map.copyOf(names);
            words = List.copyOf(words);
        }

        public String name(Language language) {
            return names.getOrDefault(language, names.getOrDefault(Language.EN, id));
        }
    }

    public IndustryColumn {
        headers = Map.copyOf(headers);
        sources = List.copyOf(sources);
        choices = List.copyOf(choices);
    }

    public String header(Language language) {
        return headers.getOrDefault(language, headers.getOrDefault(Language.EN, id));
    }
}
