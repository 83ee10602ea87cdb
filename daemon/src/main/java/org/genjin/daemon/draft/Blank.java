package org.genjin.daemon.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a text leaves open, written {@code {name}} in it. */
public enum Blank {
    /** The reader, as people are called in that language. */
    NAME,
    /** Who writes. */
    US,
    /** Codes of the products that it is about. */
    PRODUCT,
    /** What we asked for it, such as {@code USD 0.86/pcs}. */
    PRICE,
    /** Number of the proforma invoice. */
    PI,
    /** The day that it is about: of an offer, a promise, a delivery. */
    DATE,
    /** By whom the goods go, and under what number. */
    TRACKING;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Blank> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
