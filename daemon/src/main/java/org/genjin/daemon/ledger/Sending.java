package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Genjin's own mails to one owner get on.
 *
 * @param lastSent when the last one left, of whatever kind; null if none did
 * @param troubles what has not left and nothing has replaced, the newest first
 */
public record Sending(String owner, @Nullable Instant lastSent, List<Trouble> troubles) {

    public Sending {
        troubles = List.copyOf(troubles);
    }

    /**
     * A mail that did not leave, or of which it is not known.
     *
     * @param state deferred, rejected or intent
     * @param at when it was tried last
     * @param next when it is tried again; null if nobody knows, or never
     * @param why with what to do
     */
    public record Trouble(OutboxTable.Kind kind, OutboxTable.State state, Instant at, @Nullable Instant next, String why) {}

    /** Whether a person must act, as the mail does not leave by itself. */
    public boolean isBad() {
        return troubles.stream().anyMatch(it -> it.state() == OutboxTable.State.REJECTED || it.state() == OutboxTable.State.DEFERRED);
    }
}
