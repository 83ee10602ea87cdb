package org.genjin.daemon.reading.said;

import org.genjin.daemon.reading.text.KnownText;
import org.jspecify.annotations.Nullable;

/**
 * A fact with where it was said.
 *
 * @param from its first token
 * @param to the token after its last
 */
record Finding(Fact fact, int from, int to) {

    static Finding of(FactType type, KnownText text, int from, int to) {
        return new Finding(Fact.of(type, text.tokens().words(from, to)), from, to);
    }

    Finding with(FactField field, @Nullable Object value) {
        return new Finding(fact.with(field, value), from, to);
    }

    boolean touches(int otherFrom, int otherTo) {
        return from < otherTo && otherFrom < to;
    }
}
