package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.followup.Standing;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * The customers as page, workbook, digest and command line show them, and who of them is due. The one read model, so that
 * no two of them can disagree. Thread-safe.
 *
 * <p>Every question names the instant it is asked for: what came later counts as not yet said. A viewer sees that owner's
 * customers; without a viewer it is the operator, who sees all.
 */
public final class FollowUpBoard {

    private static final int QUOTE = 120;
    private static final int CHUNK = 1000;

    private final Ledger ledger;
    private final FollowUpPolicy policy;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public FollowUpBoard(Ledger ledger, FollowUpPolicy policy, ZoneId zone) {
        this.ledger = ledger;
        this.policy = policy;
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

    /** Who is due on the day of {@code at}: who waits for us first, then by date, the longest overdue first, and by grade. */
    public List<DueItem> due(Optional<String> viewer, Instant at) {
        LocalDate today = today(at);
        return ledger.read(tx -> {
            List<DueItem> due = new ArrayList<>();
            for (CustomerRow row : rows(tx, tx.customers().all(viewer), at)) {
                Optional<CustomerRow.Next> next = row.next();
                if (next.isPresent() && !next.get().date().isAfter(today)) {
                    due.add(item(tx, row, next.get(), at));
                }
            }
            due.sort(Comparator.comparing(DueItem::reason)
                    .thenComparing(DueItem::due)
                    .thenComparing(it -> it.customer().grade())
                    .thenComparing(it -> it.customer().id()));
            return due;
        });
    }

    public LocalDate today(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private DueItem item(Transaction tx, CustomerRow row, CustomerRow.Next next, Instant at) {
        LocalDate today = today(at);
        Instant touched = row.lastTouch();
        int silent = touched == null
                ? -1
                : (int) ChronoUnit.DAYS.between(touched.atZone(zone).toLocalDate(), today);
        DueItem.Evidence evidence =
                next.reason() == Reason.MANUAL ? null : evidence(tx, row, next.reason(), at).orElse(null);
        LocalDate bare = touched == null || next.reason() != Reason.CADENCE
                ? next.date()
                : touched.atZone(zone).toLocalDate().plusDays(row.grade().silentDays() + 1L);
        return new DueItem(
                row, next.reason(), next.date(), policy.overdue(next.date(), today), silent, evidence, next.action(),
                bare.equals(next.date()) ? "" : "weekend");
    }

    private static Optional<DueItem.Evidence> evidence(Transaction tx, CustomerRow row, Reason reason, Instant at) {
        Instant in = row.lastIn();
        Instant out = row.lastOut();
        boolean theirs = reason == Reason.REPLY_OWED || out == null || (in != null && in.isAfter(out));
        return tx.messages()
                .last(row.id(), theirs ? Direction.IN : Direction.OUT, at)
                .map(it -> new DueItem.Evidence(it.key(), it.sentAt(), quote(it)));
    }

    private static String quote(MessageRow row) {
        String said = row.preview().isBlank() ? row.subject() : row.preview();
        return said.length() <= QUOTE ? said : Text.fit(said, QUOTE - 1) + "…";
    }

    private static List<CustomerTable.Row> visible(Optional<String> viewer, Optional<CustomerTable.Row> row) {
        return row.filter(it -> viewer.isEmpty() || viewer.get().equals(it.owner())).stream().toList();
    }

    private List<CustomerRow> rows(Transaction tx, List<CustomerTable.Row> customers, Instant at) {
        Map<CustomerId, CustomerTable.Standing> then = standings(tx, customers, at);
        List<CustomerRow> rows = new ArrayList<>();
        for (int from = 0; from < customers.size(); from += CHUNK) {
            List<CustomerTable.Row> some = customers.subList(from, Math.min(from + CHUNK, customers.size()));
            Map<CustomerId, List<IdentityTable.Identity>> identities =
                    tx.identities().of(some.stream().map(CustomerTable.Row::id).toList());
            for (CustomerTable.Row it : some) {
                rows.add(row(it, then.getOrDefault(it.id(), it.standing()), identities, at));
            }
        }
        return rows;
    }

    /** Those whose standing was another one at {@code at}: somebody wrote later. */
    private static Map<CustomerId, CustomerTable.Standing> standings(
            Transaction tx, Collection<CustomerTable.Row> customers, Instant at) {
        List<CustomerId> changed = customers.stream()
                .filter(it -> isAfter(it.standing().lastIn(), at) || isAfter(it.standing().lastOut(), at))
                .map(CustomerTable.Row::id)
                .toList();
        Map<CustomerId, CustomerTable.Standing> standings = new HashMap<>();
        changed.forEach(it -> standings.put(it, CustomerTable.Standing.NONE));
        for (int from = 0; from < changed.size(); from += CHUNK) {
            standings.putAll(
                    tx.customers().standings(changed.subList(from, Math.min(from + CHUNK, changed.size())), at));
        }
        return standings;
    }

    private static boolean isAfter(@Nullable Instant instant, Instant at) {
        return instant != null && instant.isAfter(at);
    }

    private CustomerRow row(
            CustomerTable.Row it,
            CustomerTable.Standing standing,
            Map<CustomerId, List<IdentityTable.Identity>> identities,
            Instant at) {
        boolean set = it.nextSetAt() != null && !isAfter(it.nextSetAt(), at);
        Standing facts = new Standing(
                it.grade(), it.stage(), standing.lastIn(), standing.lastOut(), set ? it.nextDate() : null, it.nextSetAt());
        Optional<FollowUp> next = policy.next(facts, today(at));
        String country = it.country();
        return new CustomerRow(
                it.id(),
                it.name(),
                country,
                country == null ? null : Countries.zone(country).orElse(null),
                standing.languages(),
                it.grade(),
                it.gradeByHand(),
                it.stage(),
                Turn.of(standing.lastIn(), standing.lastOut()),
                it.owner(),
                Contacts.of(identities.getOrDefault(it.id(), List.of())),
                standing.firstContact(),
                standing.lastIn(),
                standing.lastOut(),
                standing.touches(),
                next.map(due -> new CustomerRow.Next(
                        due.due(), due.reason(), due.reason() == Reason.MANUAL ? it.nextText() : "")),
                it.notes());
    }
}
