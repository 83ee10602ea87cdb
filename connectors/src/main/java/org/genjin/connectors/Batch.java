package org.genjin.connectors;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pull brought.
 *
 * @param next where the following pull must start, once every message here is stored
 * @param drained true if nothing followed this batch when it was read
 * @param remaining how many messages of the mailbox are still to come, or -1 if that is not known
 * @param warnings sentences for a person about the mailbox as a whole: an export that its app cut off, a guess that was
 *     made; empty nearly always
 */
public record Batch(
        List<Message> messages,
        List<Unreadable> unreadable,
        Cursor next,
        boolean drained,
        long remaining,
        List<String> warnings,
        Timing timing) {

    public Batch {
        messages = List.copyOf(messages);
        unreadable = List.copyOf(unreadable);
        warnings = List.copyOf(warnings);
    }

    /**
     * A message that was there but could not be read.
     *
     * @param reason one sentence for a person
     * @param raw its bytes as far as they were received, to be kept; null if the source gave none
     */
    public record Unreadable(String locator, String reason, @Nullable Content raw) {}

    /** Where a pull's time went: waiting for the source's bytes, and making messages of them. */
    public record Timing(Duration fetch, Duration parse) {
        public static final Timing NONE = new Timing(Duration.ZERO, Duration.ZERO);
    }
}
