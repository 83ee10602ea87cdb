package org.genjin.daemon.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the business with a customer has come. */
public enum Stage {
    NEW,
    CONTACTED,
    QUALIFYING,
    QUOTED,
    SAMPLING,
    NEGOTIATING,
    PI_SENT,
    WON,
    SHIPPED,
    REPEAT,
    DORMANT,
    LOST,
    BLOCKED;

    /** The name in tables, JSON and commands, such as {@code pi-sent}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Stage> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Nobody follows up on these. */
    public boolean closed() {
        return this == LOST || this == BLOCKED;
    }
}
