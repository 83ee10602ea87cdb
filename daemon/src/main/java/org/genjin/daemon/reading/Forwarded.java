package org.genjin.daemon.reading;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a forwarded mail carries: its original writer and readers, as the header above the forwarded words names them.
 *
 * @param address in lower case; null if the header has a name only
 * @param name null if the header has an address only
 * @param at as printed, which tells no zone; null if it cannot be read
 * @param to addresses in lower case
 */
public record Forwarded(@Nullable String address, @Nullable String name, @Nullable LocalDateTime at, List<String> to) {

    public Forwarded {
        to = List.copyOf(to);
    }
}
