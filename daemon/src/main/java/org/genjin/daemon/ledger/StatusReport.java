package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a home does, from the ledger's tables and from what is being read just now. Thread-safe. */
public final class StatusReport {

    private static final int LISTED = 100;
    /** A mail that did not leave is told of for so long. */
    private static final Duration TOLD = Duration.ofDays(7);
    /** Whoever got so many mails from people without one answer has answered where we do not see it. */
    private static final int MANY_MAILS = 20;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final List<SourceTable.Listed> wanted;
    private final Function<String, Optional<Headway>> headway;

    /**
     * @param wanted the sources of the configuration, in its order
     * @param headway how the reading of a source gets on that goes on now; empty if none does
     */
    public StatusReport(
            Ledger ledger,
            FollowUpBoard board,
            List<SourceTable.Listed> wanted,
            Function<String, Optional<Headway>> headway) {
        this.ledger = ledger;
        this.board = board;
        this.wanted = List.copyOf(wanted);
        this.headway = headway;
    }

    /**
     * @param viewer whose sources and reminders are meant; the sums are of the whole home
     * @param documents how many messages the index holds
     * @param behind how many it lacks
     */
    public Status read(Optional<String> viewer, long documents, long behind, Instant at) {
        int due = board.dueInBrief(viewer, at).size();
        return ledger.read(tx -> {
            Map<MessageRow.MatchState, Long> messages = tx.messages().counts();
            Map<AttachmentTable.State, Long> attachments = tx.attachments().counts();
            return new Status(
                    sources(tx, viewer, at),
                    messages.values().stream().mapToLong(Long::longValue).sum(),
                    tx.sightings().count(),
                    tx.customers().count(),
                    messages.getOrDefault(MessageRow.MatchState.NOBODY, 0L),
                    messages.getOrDefault(MessageRow.MatchState.SEVERAL, 0L),
                    messages.getOrDefault(MessageRow.MatchState.SET_ASIDE, 0L),
                    tx.dropped().count(),
                    tx.neverLog().count(),
                    documents,
                    behind,
                    attachments.getOrDefault(AttachmentTable.State.TEXT, 0L)
                            + attachments.getOrDefault(AttachmentTable.State.NOTHING, 0L),
                    attachments.getOrDefault(AttachmentTable.State.WAITING, 0L),
                    attachments.getOrDefault(AttachmentTable.State.FAILED, 0L),
                    due,
                    tx.outbox().lastSent(OutboxTable.Kind.DIGEST).orElse(null),
                    sendings(tx, viewer, at),
                    tx.pauses().on(board.today(at)).stream()
                            .filter(it -> viewer.isEmpty() || viewer.get().equals(it.owner()))
                            .toList(),
                    tx.sources().unreadable(viewer, LISTED));
        });
    }

    /** How the mails to each owner of a source get on, the viewer's own or everybody's. */
    public List<Sending> sendings(Optional<String> viewer, Instant at) {
        return ledger.read(tx -> sendings(tx, viewer, at));
    }

    private List<Sending> sendings(Transaction tx, Optional<String> viewer, Instant at) {
        Map<String, Instant> lastSent = tx.outbox().lastSent();
        Map<String, List<Sending.Trouble>> troubles = new LinkedHashMap<>();
        for (OutboxTable.Row it : tx.outbox().troubles(viewer, at.minus(TOLD))) {
            troubles.computeIfAbsent(it.owner(), _ -> new ArrayList<>())
                    .add(new Sending.Trouble(it.kind(), it.state(), it.attemptedAt(), it.nextAttempt(), it.note()));
        }
        return Stream.concat(wanted.stream().map(SourceTable.Listed::owner), troubles.keySet().stream())
                .filter(it -> viewer.isEmpty() || viewer.get().equals(it))
                .distinct()
                .map(it -> new Sending(
                        it, lastSent.get(it),
                        Stream.concat(cameBack(tx, it, lastSent.get(it), at).stream(), troubles.getOrDefault(it, List.of()).stream())
                                .toList()))
                .toList();
    }

    /** What an owner writes to themselves is ours: a report that it does not arrive, and no mail after it. */
    private static Optional<Sending.Trouble> cameBack(Transaction tx, String owner, @Nullable Instant lastSent, Instant at) {
        return tx.bounces().last(owner, at.minus(TOLD), at)
                .filter(it -> lastSent == null || !lastSent.isAfter(it))
                .map(it -> new Sending.Trouble(
                        OutboxTable.Kind.DIGEST, OutboxTable.State.REJECTED, it, null,
                        "It came back: a mail server reports that mail to " + owner + " does not arrive; look on the provider's web page"
                                + " whether the mailbox is full, closed, or forwards to where there is nobody."));
    }

    /** Every source of the configuration, in its order, and what else was ever read. */
    public List<SourceStatus> sources(Optional<String> viewer, Instant at) {
        return ledger.read(tx -> sources(tx, viewer, at));
    }

    private List<SourceStatus> sources(Transaction tx, Optional<String> viewer, Instant at) {
        Map<String, SourceTable.Row> rows = new HashMap<>();
        List<String> names = new ArrayList<>();
        wanted.stream().filter(it -> viewer.isEmpty() || viewer.get().equals(it.owner())).forEach(it -> names.add(it.name()));
        // A poll may end between the rows and the question how it gets on: then it must not look as if it had been broken off.
        Map<String, Optional<Headway>> before = new HashMap<>();
        wanted.forEach(it -> before.put(it.name(), headway.apply(it.name())));
        for (SourceTable.Row row : tx.sources().all(viewer)) {
            rows.put(row.listed().name(), row);
            if (!names.contains(row.listed().name())) {
                names.add(row.listed().name());
            }
        }
        Map<String, SourceTable.Listed> configured = new HashMap<>();
        wanted.forEach(it -> configured.put(it.name(), it));
        Map<String, Boolean> noneSent = new HashMap<>();
        List<SourceStatus> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (seen.add(name)) {
                Optional<Headway> live = before.getOrDefault(name, Optional.empty()).or(() -> headway.apply(name));
                sources.add(source(tx, name, configured.get(name), rows.get(name), live, noneSent, at));
            }
        }
        return sources;
    }

    private SourceStatus source(
            Transaction tx,
            String name,
            SourceTable.@Nullable Listed configured,
            SourceTable.@Nullable Row row,
            Optional<Headway> live,
            Map<String, Boolean> noneSent,
            Instant at) {
        SourceTable.Listed listed = configured != null || row == null ? configured : row.listed();
        if (listed == null) {
            throw new IllegalArgumentException("neither configured nor ever read: " + name);
        }
        // A poll that only looks whether there is something new is no reading.
        Optional<Headway> reading =
                live.filter(it -> row == null || row.lastComplete() == null || it.remaining() > 0);
        List<Proof> proofs = tx.proofs().of(name);
        boolean counted = listed.kind().equals("imap");
        boolean unanswered = configured != null && counted
                && noneSent.computeIfAbsent(listed.owner(), owner -> tx.sightings().noneSent(owner, MANY_MAILS));
        SourceJudge.Verdict verdict = SourceJudge.of(
                new SourceJudge.Facts(
                        listed.owner(), counted, row == null ? SourceStatus.State.OK : row.state(),
                        row == null ? null : row.problem(), live.isPresent(), reading.isPresent(), listedAt(configured, row, at),
                        row == null ? null : row.lastPoll(), row == null ? null : row.lastComplete(),
                        row == null ? null : row.lastNew(), row == null ? null : row.mailboxes(),
                        row == null ? 0 : row.latestUnreadable(), unanswered, proofs),
                at);
        return new SourceStatus(
                name, listed.owner(), listed.kind(), verdict.state(), row == null ? 0 : row.messages(),
                row == null ? 0 : row.unreadable(), tx.neverLog().count(name), tx.neverLog().notOpened(name),
                row == null ? null : row.lastPoll(),
                row == null ? null : row.lastComplete(), verdict.troubles(), proofs, tx.warnings().of(name), reading);
    }

    /** A source that is configured and has no date yet was listed just now: nobody can have read it. */
    private static @Nullable Instant listedAt(
            SourceTable.@Nullable Listed configured, SourceTable.@Nullable Row row, Instant at) {
        if (configured == null) {
            return null;
        }
        Instant listed = row == null ? null : row.listedAt();
        return listed == null ? at : listed;
    }
}
