package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageTable;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.StatusReport;
import org.jspecify.annotations.Nullable;

/** Gathers what an owner is to be told, from board and ledger. Thread-safe. */
final class DigestReader {

    /** More than these nobody reads in the morning. */
    private static final int LISTED = 20;
    private static final int WARNINGS = 5;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final StatusReport status;
    private final FraudWarnings warnings;

    DigestReader(Ledger ledger, FollowUpBoard board, StatusReport status) {
        this.ledger = ledger;
        this.board = board;
        this.status = status;
        this.warnings = new FraudWarnings(ledger);
    }

    Digest read(String owner, Instant at) {
        Optional<String> viewer = Optional.of(owner);
        LocalDate date = board.today(at);
        List<DueItem> replyOwed = new ArrayList<>();
        List<DueItem> overdue = new ArrayList<>();
        List<DueItem> today = new ArrayList<>();
        List<DueItem> silent = new ArrayList<>();
        Set<CustomerId> due = new HashSet<>();
        for (DueItem it : board.dueInBrief(viewer, at)) {
            due.add(it.customer().id());
            if (it.reason() == Reason.REPLY_OWED) {
                replyOwed.add(it);
            } else if (it.reason() == Reason.CADENCE) {
                silent.add(it);
            } else if (it.due().isBefore(date)) {
                overdue.add(it);
            } else {
                today.add(it);
            }
        }
        Instant since = dayBegins(board.calendar().minus(date, 1));
        List<CustomerRow> fresh = board.customers(viewer, at).stream()
                .filter(it -> !due.contains(it.id()) && isFresh(it.firstContact(), since, at))
                .toList();
        Digest.Counts counts =
                new Digest.Counts(replyOwed.size(), overdue.size(), today.size(), silent.size(), fresh.size());
        int room = LISTED;
        room -= cut(replyOwed, room);
        room -= cut(overdue, room);
        room -= cut(today, room);
        cut(silent, room);
        int listed = replyOwed.size() + overdue.size() + today.size() + silent.size();
        // What was imported by hand is done with; nobody waits for more of it.
        List<SourceStatus> sources = status.sources(viewer, at).stream()
                .filter(it -> !it.kind().equals("import"))
                .toList();
        List<FraudWarnings.Alarm> alarms = warnings.open(viewer).stream().filter(it -> !it.at().isAfter(at)).limit(WARNINGS).toList();
        return ledger.read(tx -> {
            Instant from = dayBegins(date.minusDays(1));
            Instant to = dayBegins(date);
            MessageTable.Traffic traffic = tx.messages().traffic(owner, from, to);
            return new Digest(
                    owner, date, at, board.inFull(replyOwed), board.inFull(overdue), board.inFull(today), board.inFull(silent), fresh.stream().limit(LISTED).toList(), counts,
                    new Digest.Yesterday(
                            traffic.in(), traffic.out(), tx.customers().countNew(owner, from, to), traffic.unmatched()),
                    alarms, sources, due.size() - listed);
        });
    }

    private static int cut(List<DueItem> items, int room) {
        int kept = Math.min(items.size(), Math.max(0, room));
        items.subList(kept, items.size()).clear();
        return kept;
    }

    private static boolean isFresh(@Nullable Instant first, Instant since, Instant at) {
        return first != null && !first.isBefore(since) && !first.isAfter(at);
    }

    private Instant dayBegins(LocalDate day) {
        ZoneId zone = board.zone();
        return day.atStartOfDay(zone).toInstant();
    }
}
