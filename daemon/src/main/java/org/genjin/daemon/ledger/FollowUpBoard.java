package org.genjin.daemon.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.followup.Assessment;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.BoardReader.Assessed;

/**
 * The customers as page, workbook, digest and command line show them, and who of them is due. The one read model, so that
 * no two of them can disagree. Thread-safe.
 *
 * <p>Every question names the instant it is asked for: what came later counts as not yet said. A viewer sees that owner's
 * customers; without a viewer it is the operator, who sees all.
 */
public final class FollowUpBoard {


    private final Ledger ledger;
    private final FollowUpPolicy policy;
    private final Calendars calendars;
    private final BoardReader reader;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public FollowUpBoard(Ledger ledger, FollowUpPolicy policy, Calendars calendars, ZoneId zone) {
        this.ledger = ledger;
        this.policy = policy;
        this.calendars = calendars;
        this.reader = new BoardReader(policy, calendars, zone);
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** All customers of {@code viewer}, by number. */
    public List<CustomerRow> customers(Optional<String> viewer, Instant at) {
        return ledger.read(tx -> rows(tx, tx.customers().all(viewer), at));
    }

    /** Empty too if it is another owner's. */
    public Optional<CustomerRow> customer(Optional<String> viewer, CustomerId id, Instant at) {
        return ledger.read(tx -> rows(tx, visible(viewer, tx.customers().find(id)), at).stream().findFirst());
    }

    /** Those that {@code text} may mean: the one with that number or exactly that name, else all whose name has it. */
    public List<CustomerRow> named(Optional<String> viewer, String text, Instant at) {
        Optional<CustomerId> id = CustomerId.parse(text);
        String folded = Names.folded(text);
        return ledger.read(tx -> {
            if (id.isPresent()) {
                return rows(tx, visible(viewer, tx.customers().find(id.get())), at);
            }
            List<CustomerTable.Row> all = tx.customers().all(viewer);
            List<CustomerTable.Row> exact =
                    all.stream().filter(it -> Names.folded(it.name()).equals(folded)).toList();
            List<CustomerTable.Row> some = all.stream()
                    .filter(it -> !folded.isEmpty() && Names.folded(it.name()).contains(folded))
                    .toList();
            return rows(tx, exact.isEmpty() ? some : exact, at);
        });
    }

    /** Who is due on the day of {@code at}, each customer once with all reasons, the most valuable first. */
    public List<DueItem> due(Optional<String> viewer, Instant at) {
        return inFull(dueInBrief(viewer, at));
    }

    /** The same without contacts and without the words that each rests on, which is quicker by far: to count, and to choose from. */
    public List<DueItem> dueInBrief(Optional<String> viewer, Instant at) {
        LocalDate today = today(at);
        return ledger.read(tx -> reader.read(tx, tx.customers().all(viewer), at)).stream()
                .filter(it -> !it.assessment().due(today).isEmpty())
                .map(it -> item(it, it.assessment().due(today), today))
                .sorted(DueItem.MOST_VALUABLE)
                .toList();
    }

    /** Who wrote last and waits for an answer, due yet or not, in brief: each with that reason alone, the most valuable first. */
    public List<DueItem> waiting(Optional<String> viewer, Instant at) {
        LocalDate today = today(at);
        return ledger.read(tx -> reader.read(tx, tx.customers().all(viewer), at)).stream()
                .flatMap(it -> it.assessment() instanceof Assessment.Planned(List<FollowUp> planned)
                        ? planned.stream().filter(one -> one.reason() == Reason.REPLY_OWED).map(one -> item(it, List.of(one), today))
                        : Stream.empty())
                .sorted(DueItem.MOST_VALUABLE)
                .toList();
    }

    /** Items with contacts and the words that each rests on. */
    public List<DueItem> inFull(List<DueItem> items) {
        return ledger.read(tx -> {
            Evidences evidences = Evidences.of(
                    tx, items.stream().flatMap(it -> it.reasons().stream()).map(DueItem.Due::followUp).toList());
            Map<CustomerId, List<IdentityTable.Identity>> identities =
                    tx.identities().of(items.stream().map(it -> it.customer().id()).toList());
            return items.stream()
                    .map(it -> it.with(
                            Contacts.of(identities.getOrDefault(it.customer().id(), List.of())), evidences::of))
                    .toList();
        });
    }

    /**
     * A customer who was written to in vain, so often that a person is to say whether to go on.
     *
     * @param reminders how often we wrote since they last did
     * @param since the day of the last message
     */
    public record Silent(CustomerId customer, int reminders, LocalDate since, BigDecimal worth, Grade grade) {}

    /** Those at whom all rounds are over, the most valuable first. */
    public List<Silent> exhausted(Optional<String> viewer, Instant at) {
        return ledger.read(tx -> reader.read(tx, tx.customers().all(viewer), at).stream()
                .flatMap(it -> it.assessment() instanceof Assessment.Exhausted over
                        ? Stream.of(new Silent(
                                it.row().id(), over.reminders(), over.since(), it.dealings().worth(), it.row().grade()))
                        : Stream.empty())
                .sorted(Comparator.comparing(Silent::grade).thenComparing(Silent::worth, Comparator.reverseOrder()))
                .toList());
    }

    /** Whose turn it is with each customer. */
    public Map<CustomerId, Turn> turns(Optional<String> viewer, Instant at) {
        return ledger.read(tx -> reader.read(tx, tx.customers().all(viewer), at).stream()
                .collect(Collectors.toMap(it -> it.row().id(), it -> it.dealings().turn())));
    }

    public LocalDate today(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Whose working days count here. */
    public CountryCalendar calendar() {
        return policy.ours();
    }

    private DueItem item(Assessed it, List<FollowUp> followUps, LocalDate today) {
        Instant touched = it.dealings().lastTouch();
        List<DueItem.Due> reasons = followUps.stream().map(due -> reason(due, it, today)).toList();
        boolean byHand = reasons.stream().anyMatch(due -> due.reason() == Reason.MANUAL);
        return new DueItem(
                it.show(List.of()), reasons, touched == null ? -1 : days(touched, today), byHand ? it.row().nextText() : "",
                it.dealings().worth(), calendars.of(it.row().country()).isRamadan(today));
    }

    private DueItem.Due reason(FollowUp due, Assessed it, LocalDate today) {
        Point because = due.because();
        BounceTable.Bounce bounce = it.bounce();
        return new DueItem.Due(
                due, policy.overdue(due, today), because == null ? -1 : days(because.at(), today), null,
                due.reason() == Reason.ADDRESS_DEAD && bounce != null ? bounce.address() : "");
    }

    private int days(Instant at, LocalDate today) {
        return (int) ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), today);
    }

    private static List<CustomerTable.Row> visible(Optional<String> viewer, Optional<CustomerTable.Row> row) {
        return row.filter(it -> viewer.isEmpty() || viewer.get().equals(it.owner())).stream().toList();
    }

    private List<CustomerRow> rows(Transaction tx, List<CustomerTable.Row> customers, Instant at) {
        Map<CustomerId, List<IdentityTable.Identity>> identities =
                tx.identities().of(customers.stream().map(CustomerTable.Row::id).toList());
        return reader.read(tx, customers, at).stream()
                .map(it -> it.show(identities.getOrDefault(it.row().id(), List.of())))
                .toList();
    }
}
