package org.genjin.daemon.customer;

import java.util.Locale;

/** Whose turn it is (待谁): {@link #MINE} if the customer wrote last, {@link #THEIRS} if we did. */
public enum Turn {
    MINE,
    THEIRS,
    NOBODY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
