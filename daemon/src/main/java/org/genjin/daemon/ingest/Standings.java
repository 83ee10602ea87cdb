package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.calendar.CustomerZone;
import org.genjin.daemon.calendar.CustomerZone.Hints;
import org.genjin.daemon.calendar.PhoneZones;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.GradeRule;
import org.genjin.daemon.customer.SpokenFact;
import org.genjin.daemon.customer.StageRule;
import org.genjin.daemon.followup.DealingsReading;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DealingsTable;
import org.genjin.daemon.ledger.DealingsTable.Heard;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.said.FactField;
import org.jspecify.annotations.Nullable;

/** Writes down what follows from what was said: stage and grade, with the reason, unless a person chose; and what is still open. */
public final class Standings {

    /** How far back the rhythm of answers is looked at. */
    private static final Duration RHYTHM = Duration.ofDays(400);

    private static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");

    private final GradeRule grades;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public Standings(GradeRule.Thresholds thresholds, ZoneId zone) {
        this.grades = new GradeRule(thresholds);
        this.zone = zone;
    }

    /** The grade that the rules would give each, whatever a person chose; those of whom nothing tells are not in it. */
    Map<CustomerId, GradeRule.Proposed> grades(Transaction tx, Collection<CustomerId> customers, Instant now) {
        Map<CustomerId, List<SaidFact>> facts = tx.said().facts(customers, now);
        Map<CustomerId, Heard> heard = tx.dealings().heard(customers, facts, now.minus(DealingsReading.LOOKS_BACK), now);
        Map<CustomerId, GradeRule.Proposed> grades = new HashMap<>();
        for (CustomerTable.Row row : tx.customers().rows(customers)) {
            GradeRule.Proposed grade = grade(row, spoken(facts, row), heard.getOrDefault(row.id(), Heard.NOTHING), now);
            if (grade.why() != GradeRule.Why.NOTHING) {
                grades.put(row.id(), grade);
            }
        }
        return grades;
    }

    private GradeRule.Proposed grade(CustomerTable.Row row, List<SpokenFact> spoken, Heard heard, Instant now) {
        return grades.grade(spoken, rhythm(row, heard.events(), now.minus(RHYTHM)), now);
    }

    /** Oldest first. */
    private static List<SpokenFact> spoken(Map<CustomerId, List<SaidFact>> facts, CustomerTable.Row row) {
        return facts.getOrDefault(row.id(), List.of()).reversed().stream()
                .map(it -> new SpokenFact(it.at(), it.direction(), it.fact(), it.message()))
                .toList();
    }

    void settle(Transaction tx, Collection<CustomerId> customers, Instant now) {
        Map<CustomerId, List<SaidFact>> facts = tx.said().facts(customers, FOREVER);
        Map<CustomerId, Heard> heard = tx.dealings().heard(customers, facts, now.minus(DealingsReading.LOOKS_BACK), FOREVER);
        List<CustomerTable.Row> rows = tx.customers().rows(customers);
        Set<CustomerId> fromLists = tx.customers().stagedByList(customers);
        for (CustomerTable.Row row : rows) {
            List<SpokenFact> spoken = spoken(facts, row);
            boolean bothWays = row.standing().lastIn() != null && row.standing().lastOut() != null;
            StageRule.Reached reached = StageRule.stage(spoken, bothWays);
            boolean listed = reached.because().isEmpty() && fromLists.contains(row.id()); // nothing said moves it yet
            if (!listed) {
                tx.customers().propose(
                        row.id(), Field.STAGE, reached.stage().name(),
                        reached.because().map(Standings::because).orElse(bothWays ? "both-ways" : "nothing"),
                        reached.because().map(SpokenFact::message).orElse(null));
            }
            GradeRule.Proposed grade = grade(row, spoken, heard.getOrDefault(row.id(), Heard.NOTHING), now);
            tx.customers().propose(
                    row.id(), Field.GRADE, grade.grade().name(), (grade.why().id() + " " + grade.detail()).strip(),
                    grade.because().map(SpokenFact::message).orElse(null));
        }
        dealings(tx, rows, heard);
    }

    /** Writes down where we stand with each, so that nobody who asks what is due has to read what was said. */
    private void dealings(Transaction tx, List<CustomerTable.Row> rows, Map<CustomerId, Heard> heard) {
        List<CustomerId> wide =
                rows.stream().filter(it -> CustomerZone.needsMore(it.country())).map(CustomerTable.Row::id).toList();
        Map<CustomerId, List<Identity>> identities = tx.identities().of(wide);
        Map<CustomerId, DealingsTable.Kept> before = tx.dealings().kept(rows.stream().map(CustomerTable.Row::id).toList());
        Map<CustomerId, DealingsTable.Kept> kept = new HashMap<>();
        for (CustomerTable.Row row : rows) {
            Heard said = heard.getOrDefault(row.id(), Heard.NOTHING);
            List<List<ZoneId>> phones = identities.getOrDefault(row.id(), List.of()).stream()
                    .filter(it -> it.kind() == IdentityTable.Kind.PHONE)
                    .map(it -> PhoneZones.of(it.knownAs()))
                    .filter(it -> !it.isEmpty())
                    .toList();
            DealingsTable.Kept now = new DealingsTable.Kept(
                    DealingsReading.read(said.events(), zone), new Hints(phones, said.clock().offset(), said.clock().at()),
                    row.standing());
            DealingsTable.Kept known = before.get(row.id());
            if (known == null || !known.isLike(now)) {
                kept.put(row.id(), now);
            }
        }
        tx.dealings().keep(kept);
    }

    /** Such as {@code sample sent}: the type of the fact and its step or kind. */
    private static String because(SpokenFact it) {
        String step = it.fact().word(FactField.STEP);
        String kind = it.fact().word(FactField.KIND);
        String more = step == null ? kind : step;
        return it.fact().type().id() + (more == null ? "" : " " + more);
    }

    private static GradeRule.Rhythm rhythm(CustomerTable.Row row, List<Event> events, Instant from) {
        List<Duration> answers = new ArrayList<>();
        Instant asked = null;
        int unanswered = 0;
        for (Event it : events) {
            if (it.at().isBefore(from)) {
                continue;
            }
            if (it.direction() == Direction.OUT) {
                asked = asked == null ? it.at() : asked;
                unanswered++;
            } else {
                if (asked != null) {
                    answers.add(Duration.between(asked, it.at()));
                }
                asked = null;
                unanswered = 0;
            }
        }
        return new GradeRule.Rhythm(row.standing().lastIn(), row.standing().lastOut(), median(answers), unanswered);
    }

    private static @Nullable Duration median(List<Duration> durations) {
        return durations.isEmpty() ? null : durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
