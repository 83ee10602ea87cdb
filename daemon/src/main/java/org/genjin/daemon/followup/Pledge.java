package org.genjin.daemon.followup;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A promise that is still to be kept.
 *
 * @param ordinal which one of its message
 * @param due null if no day was named
 * @param thing what was promised, as far as it is one of those that are known again when they come
 */
public record Pledge(Point made, int ordinal, By by, @Nullable LocalDate due, Thing thing) {

    /** Who is to keep it. */
    public enum By {
        US,
        THEM
    }

    /** What can be promised and seen to come. */
    public enum Thing {
        INVOICE,
        QUOTATION,
        SAMPLE,
        TRACKING,
        PAYMENT,
        ORDER,
        /** Anything else: only what is written on the day or later keeps it. */
        OTHER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
