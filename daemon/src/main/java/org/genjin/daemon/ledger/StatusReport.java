package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How a home does, from the ledger's tables. Thread-safe. */
public final class StatusReport {

    private static final int LISTED = 100;

    private final Ledger ledger;
    private final FollowUpBoard board;

    public StatusReport(Ledger ledger, FollowUpBoard board) {
        this.ledger = ledger;
        this.board = board;
    }

    /**
     * @param viewer whose sources and reminders are meant; the sums are of the whole home
     * @param documents how many messages the index holds
     * @param behind how many it lacks
     */
    public Status read(Optional<String> viewer, long documents, long behind, Instant at) {
        int due = board.due(viewer, at).size();
        return ledger.read(tx -> {
            Map<MessageRow.MatchState, Long> messages = tx.messages().counts();
            Map<AttachmentTable.State, Long> attachments = tx.attachments().counts();
            return new Status(
                    tx.sources().all(viewer),
                    messages.values().stream().mapToLong(Long::longValue).sum(),
                    tx.sightings().count(),
                    tx.customers().count(),
                    messages.getOrDefault(MessageRow.MatchState.NOBODY, 0L),
                    messages.getOrDefault(MessageRow.MatchState.SEVERAL, 0L),
                    documents,
                    behind,
                    attachments.getOrDefault(AttachmentTable.State.TEXT, 0L)
                            + attachments.getOrDefault(AttachmentTable.State.NOTHING, 0L),
                    attachments.getOrDefault(AttachmentTable.State.WAITING, 0L),
                    attachments.getOrDefault(AttachmentTable.State.FAILED, 0L),
                    due,
                    tx.digests().lastSent().orElse(null),
                    tx.sources().unreadable(viewer, LISTED));
        });
    }
}
