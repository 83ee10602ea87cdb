package org.genjin.daemon.reading.contact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a message, as far as its head tells: by it a signature is known again.
 *
 * @param address null if not known
 * @param words of the sender's name and of the address before the {@code @}, in small letters without accents
 */
public record Writer(@Nullable String address, Set<String> words) {

    public static final Writer UNKNOWN = new Writer(null, Set.of());

    public Writer {
        words = Set.copyOf(words);
    }

    public static Writer of(@Nullable String address, @Nullable String name) {
        return new Writer(address, PersonName.words(name, address));
    }
}
