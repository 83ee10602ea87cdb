package org.genjin.daemon.reading.said;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to do.
 *
 * @param due in the zone of the message's writer; null if only the writer's will was said
 * @param text the exact words
 */
public record Promise(By by, @Nullable LocalDate due, String text) {

    /** Who is to do it: who wrote, or who was asked to, with a date. */
    public enum By {
        WRITER,
        READER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
