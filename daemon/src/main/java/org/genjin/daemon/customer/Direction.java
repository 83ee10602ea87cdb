package org.genjin.daemon.customer;

import java.util.Locale;

/** Which way a message went: from a customer, from us, or among ourselves. */
public enum Direction {
    IN,
    OUT,
    INTERNAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
