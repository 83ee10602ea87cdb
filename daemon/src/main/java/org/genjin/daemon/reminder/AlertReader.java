package org.genjin.daemon.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.config.InstantMails;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.outbox.MailPlan;

/** Finds what an owner is to be told at once, and has not been told. Thread-safe. */
final class AlertReader {

    /** Whoever has waited longer than a working day beyond the limit is the morning mail's affair. */
    private static final Duration LATEST = Duration.ofHours(9);
    /** What smelled before somebody asked to be told of it stands in the morning mail. */
    private static final Duration FRESH = Duration.ofDays(2);
    private static final int LISTED = 10;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final StatusReport status;
    private final FraudWarnings warnings;

    AlertReader(Ledger ledger, FollowUpBoard board, StatusReport status) {
        this.ledger = ledger;
        this.board = board;
        this.status = status;
        this.warnings = new FraudWarnings(ledger);
    }

    /** Customers of the wanted grades who have waited so long, and of whom no alert has told since they wrote. */
    Optional<Alert.Waiting> waiting(String owner, InstantMails wanted, MailPlan plan, Instant at) {
        if (wanted.waitingHours().isEmpty()) {
            return Optional.empty();
        }
        Duration limit = Duration.ofHours(wanted.waitingHours().get());
        Map<CustomerId, Instant> told = ledger.read(tx -> tx.outbox().reminded(owner, Kind.ALERT));
        List<DueItem> items = board.waiting(Optional.of(owner), at).stream()
                .filter(it -> wanted.grades().contains(it.customer().grade().name()))
                .filter(it -> {
                    Instant since = since(it);
                    Duration waited = OfficeHours.between(since, at, plan.days(), plan.zone());
                    return waited.compareTo(limit) >= 0 && waited.compareTo(limit.plus(LATEST)) < 0
                            && told.getOrDefault(it.customer().id(), Instant.MIN).isBefore(since);
                })
                .limit(LISTED)
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Alert.Waiting(board.inFull(items)));
    }

    /** Since when a customer waits. */
    static Instant since(DueItem it) {
        return because(it).at();
    }

    static Point because(DueItem it) {
        return Objects.requireNonNull(it.first().followUp().because(), "who waits has written something");
    }

    /** Sources that have been read to their end before, and now have not been for so long. */
    List<Alert.Silent> silent(String owner, InstantMails wanted, Instant at) {
        return wanted.sourceSilent().stream()
                .flatMap(limit -> status.sources(Optional.of(owner), at).stream().flatMap(it -> silent(it, at.minus(limit))))
                .toList();
    }

    private static Stream<Alert.Silent> silent(SourceStatus it, Instant before) {
        Instant last = it.lastComplete();
        boolean expected = !it.kind().equals("import") && !it.alarms().isEmpty();
        return last != null && last.isBefore(before) && (expected || it.state() == SourceStatus.State.WAITING)
                ? Stream.of(new Alert.Silent(it, last))
                : Stream.empty();
    }

    /** Messages that smell of fraud and that nobody has looked at, the oldest first. */
    List<Alert.Fraud> fraud(String owner, InstantMails wanted, Instant at) {
        return !wanted.fraud() ? List.of() : warnings.open(Optional.of(owner)).stream()
                .filter(it -> !it.at().isAfter(at) && it.at().isAfter(at.minus(FRESH)))
                .sorted(Comparator.comparing(FraudWarnings.Alarm::at))
                .map(Alert.Fraud::new)
                .toList();
    }
}
