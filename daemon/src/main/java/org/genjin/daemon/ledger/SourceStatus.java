package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one source does.
 *
 * @param kind {@code imap}, {@code folder} or {@code import}
 * @param messages how many messages were seen there, not copies
 * @param unreadable how many could not be read
 * @param problem one sentence for a person: what is wrong and what to do; null if nothing
 */
public record SourceStatus(
        String name,
        String owner,
        String kind,
        State state,
        long messages,
        long unreadable,
        @Nullable Instant lastPoll,
        @Nullable String problem) {

    public enum State {
        OK,
        READING,
        /** Tried in vain; it will be tried again. */
        WAITING,
        /** Nothing is tried until a person acts. */
        PARKED,
        SILENT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
