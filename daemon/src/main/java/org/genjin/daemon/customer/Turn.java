package org.genjin.daemon.customer;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose turn it is (待谁): {@link #MINE} if the customer wrote last, {@link #THEIRS} if we did. */
public enum Turn {
    MINE,
    THEIRS,
    NOBODY;

    /**
     * @param lastIn when the customer last wrote; null if never
     * @param lastOut when we last wrote; null if never
     */
    public static Turn of(@Nullable Instant lastIn, @Nullable Instant lastOut) {
        if (lastIn == null && lastOut == null) {
            return NOBODY;
        }
        return lastIn != null && (lastOut == null || lastIn.isAfter(lastOut)) ? MINE : THEIRS;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
