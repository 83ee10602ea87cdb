package org.genjin.connectors.outlook;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The properties of an item, a recipient or an attachment, asked for by the ids of {@link Mapi}. */
interface MapiProperties {

    /** Never empty: a text without characters is no text. */
    Optional<String> text(int id);

    Optional<Octets> octets(int id);

    OptionalInt number(int id);

    Optional<Instant> time(int id);

    /** A text as it is kept, with the charset it is said to be in. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Octets(byte[] bytes, Charset charset) {}

    default String textOr(int id, String otherwise) {
        return text(id).orElse(otherwise);
    }

    default boolean has(int id, int flag) {
        OptionalInt number = number(id);
        return number.isPresent() && (number.getAsInt() & flag) != 0;
    }
}
