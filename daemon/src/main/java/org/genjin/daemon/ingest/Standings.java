package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.GradeRule;
import org.genjin.daemon.customer.SpokenFact;
import org.genjin.daemon.customer.StageRule;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.CustomerTable.TouchAt;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.said.FactField;
import org.jspecify.annotations.Nullable;

/** Writes down which stage and grade follow from what was said, with the reason; what a person chose stays. */
public final class Standings {

    /** How far back the rhythm of answers is looked at. */
    private static final Duration RHYTHM = Duration.ofDays(400);

    private static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");

    private final GradeRule grades;

    public Standings(GradeRule.Thresholds thresholds) {
        this.grades = new GradeRule(thresholds);
    }

    void settle(Transaction tx, Collection<CustomerId> customers, Instant now) {
        Map<CustomerId, List<SaidFact>> facts = tx.said().facts(customers, FOREVER);
        Map<CustomerId, List<TouchAt>> touches = tx.customers().touchesSince(customers, now.minus(RHYTHM));
        for (CustomerTable.Row row : tx.customers().rows(customers)) {
            List<SpokenFact> spoken = facts.getOrDefault(row.id(), List.of()).reversed().stream()
                    .map(it -> new SpokenFact(it.at(), it.direction(), it.fact(), it.message()))
                    .toList();
            boolean bothWays = row.standing().lastIn() != null && row.standing().lastOut() != null;
            StageRule.Reached reached = StageRule.stage(spoken, bothWays);
            tx.customers().propose(
                    row.id(), Field.STAGE, reached.stage().name(),
                    reached.because().map(Standings::because).orElse(bothWays ? "both-ways" : "nothing"),
                    reached.because().map(SpokenFact::message).orElse(null));
            GradeRule.Proposed grade = grades.grade(spoken, rhythm(row, touches.getOrDefault(row.id(), List.of())), now);
            tx.customers().propose(
                    row.id(), Field.GRADE, grade.grade().name(), (grade.why().id() + " " + grade.detail()).strip(),
                    grade.because().map(SpokenFact::message).orElse(null));
        }
    }

    /** Such as {@code sample sent}: the type of the fact and its step or kind. */
    private static String because(SpokenFact it) {
        String step = it.fact().word(FactField.STEP);
        String kind = it.fact().word(FactField.KIND);
        String more = step == null ? kind : step;
        return it.fact().type().id() + (more == null ? "" : " " + more);
    }

    private static GradeRule.Rhythm rhythm(CustomerTable.Row row, List<TouchAt> touches) {
        List<Duration> answers = new ArrayList<>();
        Instant asked = null;
        int unanswered = 0;
        for (TouchAt it : touches) {
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
