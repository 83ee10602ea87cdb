package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CustomerZone;
import org.genjin.daemon.calendar.CustomerZone.Hints;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.followup.Assessment;
import org.genjin.daemon.followup.Assessment.Planned;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.DealingsReading;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.followup.Standing;
import org.genjin.daemon.ledger.BounceTable.Bounce;
import org.genjin.daemon.ledger.DealingsTable.Absence;
import org.genjin.daemon.ledger.DealingsTable.Heard;
import org.genjin.daemon.ledger.DealingsTable.Kept;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.jspecify.annotations.Nullable;

/**
 * Reads where customers stand at an instant, and has the rules say what is due. What was worked out when the last message came is
 * taken as it is; only where somebody has written since, or writes later than that instant, it is worked out anew. Thread-safe.
 */
final class BoardReader {

    private static final int CHUNK = 200;
    /** For so many customers all are read at once. */
    private static final int MANY = 50;
    /** So long after the return a date is still told as moved for it. */
    private static final int ABSENCES = 60;
    private static final Duration BOUNCES = Duration.ofDays(60);

    private final FollowUpPolicy policy;
    private final Calendars calendars;
    private final ZoneId zone;

    BoardReader(FollowUpPolicy policy, Calendars calendars, ZoneId zone) {
        this.policy = policy;
        this.calendars = calendars;
        this.zone = zone;
    }

    /**
     * A customer with what the rules say.
     *
     * @param theirs null if their time zone is not known
     * @param bounce the last report that they were not reached; null if there is none
     */
    record Assessed(
            CustomerTable.Row row,
            CustomerTable.Standing standing,
            Dealings dealings,
            Assessment assessment,
            @Nullable ZoneId theirs,
            @Nullable Bounce bounce) {

        CustomerRow show(List<IdentityTable.Identity> identities) {
            Optional<FollowUp> next = assessment instanceof Planned it ? Optional.of(it.followUps().getFirst()) : Optional.empty();
            return new CustomerRow(
                    row.id(), row.name(), row.country(), theirs, standing.languages(), row.grade(), row.gradeByHand(), row.stage(),
                    dealings.turn(), row.owner(), Contacts.of(identities), standing.firstContact(), standing.lastIn(), standing.lastOut(),
                    standing.touches(),
                    next.map(it -> new CustomerRow.Next(it.due(), it.reason(), it.reason() == Reason.MANUAL ? row.nextText() : "")),
                    row.notes());
        }
    }

    /** In the order given. */
    List<Assessed> read(Transaction tx, List<CustomerTable.Row> customers, Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        Map<CustomerId, CustomerTable.Standing> then = standings(tx, customers, at);
        Map<CustomerId, Kept> dealings = dealings(tx, customers, then, at);
        Map<CustomerId, Absence> away = tx.dealings().away(today.minusDays(ABSENCES), at);
        Map<CustomerId, Bounce> bounces = tx.bounces().since(at.minus(BOUNCES), at);
        Map<CustomerId, Instant> stages = tx.decisions().lastSet(CustomerTable.Field.STAGE.column(), at);
        Map<CustomerId, Instant> kept = tx.proposals().refused(ProposalTable.Kind.DORMANT, at);
        Map<CustomerId, Instant> done = tx.decisions().last(DecisionTable.Kind.DONE, at);
        List<Assessed> assessed = new ArrayList<>(customers.size());
        for (CustomerTable.Row it : customers) {
            Kept now = dealings.getOrDefault(it.id(), new Kept(Dealings.NONE, Hints.NONE, CustomerTable.Standing.NONE));
            Absence absence = away.get(it.id());
            Bounce bounce = bounces.get(it.id());
            boolean set = it.nextSetAt() != null && !isAfter(it.nextSetAt(), at);
            Standing standing = new Standing(
                    it.grade(), it.stage(), now.dealings(), set ? it.nextDate() : null, it.nextSetAt(),
                    absence == null ? null : absence.announced(), absence == null ? null : absence.back(),
                    bounce == null ? null : bounce.report(), stages.get(it.id()), kept.get(it.id()), done.get(it.id()));
            assessed.add(new Assessed(
                    it, then.getOrDefault(it.id(), it.standing()), now.dealings(),
                    policy.assess(standing, calendars.of(it.country()), today),
                    CustomerZone.of(it.country(), now.hints()).orElse(null), bounce));
        }
        return assessed;
    }

    private Map<CustomerId, Kept> dealings(
            Transaction tx, List<CustomerTable.Row> customers, Map<CustomerId, CustomerTable.Standing> then, Instant at) {
        List<CustomerId> ids = customers.stream().map(CustomerTable.Row::id).toList();
        Map<CustomerId, Kept> known = ids.size() > MANY ? tx.dealings().kept() : tx.dealings().kept(ids);
        Map<CustomerId, CustomerTable.Standing> outdated = new HashMap<>();
        for (CustomerTable.Row it : customers) {
            CustomerTable.Standing standing = then.getOrDefault(it.id(), it.standing());
            Kept kept = known.get(it.id());
            if (standing.touches() > 0 && (kept == null || !kept.isOf(standing) || isTooOld(kept, standing, at))) {
                outdated.put(it.id(), standing);
            }
        }
        List<CustomerId> again = List.copyOf(outdated.keySet());
        for (int from = 0; from < again.size(); from += CHUNK) {
            List<CustomerId> some = again.subList(from, Math.min(from + CHUNK, again.size()));
            Map<CustomerId, List<SaidFact>> facts = tx.said().facts(some, at);
            Map<CustomerId, Heard> heard = tx.dealings().heard(some, facts, at.minus(DealingsReading.LOOKS_BACK), at);
            for (CustomerId it : some) {
                Kept before = known.get(it);
                Heard now = heard.getOrDefault(it, Heard.NOTHING);
                known.put(it, new Kept(
                        DealingsReading.read(now.events(), zone), before == null ? now.clock() : before.hints(),
                        outdated.getOrDefault(it, CustomerTable.Standing.NONE)));
            }
        }
        return known;
    }

    /** Whether nothing was heard because it had been said too long before that was worked out, though not before {@code at}. */
    private static boolean isTooOld(Kept kept, CustomerTable.Standing standing, Instant at) {
        Instant heardFrom = at.minus(DealingsReading.LOOKS_BACK);
        return kept.dealings().lastTouch() == null
                && (isAfter(standing.lastIn(), heardFrom) || isAfter(standing.lastOut(), heardFrom));
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
        standings.putAll(tx.customers().standings(changed, at));
        return standings;
    }

    private static boolean isAfter(@Nullable Instant instant, Instant at) {
        return instant != null && instant.isAfter(at);
    }
}
