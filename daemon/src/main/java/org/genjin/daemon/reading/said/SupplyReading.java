package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.SaidSpan;
import org.genjin.daemon.reading.when.Tokens;
import org.jspecify.annotations.Nullable;

/** When goods come, are wanted, and how long they take. Pure. */
final class SupplyReading {

    private static final long SUPPLY = Mark.of(Mark.SHIP, Mark.DELIVERY);
    private static final long LEADS = Mark.of(Mark.LEAD, Mark.SHIP, Mark.DELIVERY);
    private static final long NEVER = Mark.of(Mark.VALID, Mark.ABSENT);
    private static final long ABOUT_GOODS =
            Mark.of(Mark.NEED, Mark.WILL, Mark.MAY, Mark.IFUT, Mark.IDO, Mark.ASK, Mark.YOUDO, Mark.FOLLOWS);
    private static final int SHORT = 12;

    private SupplyReading() {}

    static void read(List<Clause> clauses, int at, Set<SaidDate> taken, @Nullable LocalDate today, Tokens tokens, List<Fact> facts) {
        Clause clause = clauses.get(at);
        if (clause.any(NEVER)) {
            return;
        }
        boolean then = at > 0 && clause.has(Mark.THEN) && clause.dates().isEmpty();
        delivery(clause, then ? clauses.get(at - 1) : clause, taken, today, tokens, facts);
        lead(clauses, at, tokens, facts);
    }

    private static void delivery(Clause clause, Clause dated, Set<SaidDate> taken, @Nullable LocalDate today, Tokens tokens, List<Fact> facts) {
        boolean goods = clause.any(SUPPLY) || (clause.has(Mark.GOODS) && clause.any(ABOUT_GOODS));
        // 'We need it by 15 June' is said of goods: an answer would have been named.
        goods |= clause.has(Mark.NEED) && !clause.has(Mark.NOT) && clause.dates().stream().noneMatch(it -> it.shape() == SaidDate.Shape.PERIOD)
                && !clause.any(Mark.of(Mark.ANSWER, Mark.DO, Mark.TOME, Mark.VISIT, Mark.CALL, Mark.WAIT, Mark.OTHER));
        boolean documents = !clause.tellsOfOrder() && (clause.has(Mark.ANSWER) || (clause.has(Mark.DO) && clause.has(Mark.TOYOU))) && !clause.has(Mark.DELIVERY);
        boolean past = clause.has(Mark.PAST) && !clause.any(Mark.of(Mark.WILL, Mark.IFUT, Mark.NEED));
        if (!goods || documents || past || clause.has(Mark.NOT)) {
            return;
        }
        for (SaidDate date : dated.dates()) {
            boolean exact = date.shape() == SaidDate.Shape.DAY || date.shape() == SaidDate.Shape.PART
                    || (date.shape() == SaidDate.Shape.PERIOD && date.first().equals(date.last()));
            boolean ahead = today == null || !date.last().isBefore(today);
            if (exact && ahead && taken.add(date)) {
                facts.add(Fact.of(FactType.DELIVERY_DATE, Excerpt.of(tokens, clause.from(), clause.to())).with(FactField.DATE, date.last()));
                return;
            }
        }
    }

    private static void lead(List<Clause> clauses, int at, Tokens tokens, List<Fact> facts) {
        Clause clause = clauses.get(at);
        boolean led = clause.any(LEADS) || (at > 0 && clauses.get(at - 1).has(Mark.LEAD) && clauses.get(at - 1).spans().isEmpty());
        for (SaidSpan span : clause.spans()) {
            boolean bare = clauses.size() == 1 && clause.length() <= span.to() - span.from() + 1;
            boolean alone = bare || (span.event() && clause.length() <= SHORT);
            boolean term = clause.has(Mark.TERM) && !named(clause);
            if ((led || alone) && !term && !span.hours() && span.days() > 0) {
                facts.add(Fact.of(FactType.LEAD_TIME, Excerpt.of(tokens, clause.from(), clause.to()))
                        .with(FactField.DAYS, BigDecimal.valueOf(span.days())));
                return;
            }
        }
    }

    /** Whether the lead time is called by its name, not only something of delivery. */
    private static boolean named(Clause it) {
        return it.hits().stream().anyMatch(hit -> hit.is(Mark.LEAD.bit) && (!hit.is(Mark.DELIVERY.bit) || hit.to() - hit.from() > 1));
    }
}
