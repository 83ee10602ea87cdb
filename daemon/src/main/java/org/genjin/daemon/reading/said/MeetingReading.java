package org.genjin.daemon.reading.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;
import org.jspecify.annotations.Nullable;

/** Visits, calls and trade fairs to come, with their day and place. Pure. */
final class MeetingReading {

    private static final long MEETS = Mark.of(Mark.VISIT, Mark.CALL, Mark.FAIR);
    private static final int LONGEST_NAME = 4;
    private static final int FARTHEST = 2;

    private MeetingReading() {}

    /** At most one for a sentence. */
    static void read(List<Clause> clauses, @Nullable LocalDate today, Tokens tokens, List<Fact> facts) {
        int meets = -1;
        int most = 0;
        for (int i = 0; i < clauses.size(); i++) {
            int telling = telling(clauses.get(i), today);
            meets = telling > most ? i : meets;
            most = Math.max(most, telling);
        }
        if (meets < 0) {
            return;
        }
        int dated = meets;
        SaidDate day = day(clauses.get(meets), today);
        for (int away = 1; away <= FARTHEST && day == null; away++) {
            for (int i = meets - away; i <= meets + away && day == null; i += 2 * away) {
                day = i >= 0 && i < clauses.size() ? day(clauses.get(i), today) : null;
                dated = day == null ? dated : i;
            }
        }
        if (day == null) {
            return;
        }
        boolean call = clauses.get(meets).has(Mark.CALL);
        Clause first = clauses.get(Math.min(meets, dated));
        Clause last = clauses.get(Math.max(meets, dated));
        String where = call ? null : place(clauses, meets, tokens);
        boolean fairOnly = !clauses.get(meets).any(Mark.of(Mark.VISIT, Mark.CALL)) && where == null;
        if (!fairOnly) {
            facts.add(Fact.of(FactType.MEETING, Excerpt.of(tokens, first.from(), last.to()))
                    .with(FactField.DATE, day.first())
                    .with(FactField.WHERE, where));
        }
    }

    /** How surely a clause speaks of meeting: 0 if it does not. */
    private static int telling(Clause it, @Nullable LocalDate today) {
        boolean others = it.has(Mark.OTHER) && !it.any(Mark.of(Mark.ME, Mark.YOU));
        if (!it.any(MEETS) || others || it.any(Mark.of(Mark.PAST, Mark.VALID, Mark.ABSENT))) {
            return 0;
        }
        return 1 + (it.any(Mark.of(Mark.VISIT, Mark.CALL)) ? 1 : 0) + (day(it, today) == null ? 0 : 1);
    }

    private static @Nullable SaidDate day(Clause it, @Nullable LocalDate today) {
        if (it.any(Mark.of(Mark.PAST, Mark.VALID))) {
            return null;
        }
        int meets = it.first(Mark.of(Mark.VISIT, Mark.CALL));
        SaidDate best = null;
        for (SaidDate date : it.dates()) {
            boolean exact = date.shape() != SaidDate.Shape.BORNE && date.shape() != SaidDate.Shape.PERIOD;
            // 'I am in town from the 20th and visit you on the 22nd': the day that stands nearest to the visit.
            boolean nearer = best == null || meets >= 0 && Math.abs(date.from() - meets) < Math.abs(best.from() - meets);
            if (exact && nearer && (today == null || !date.first().isBefore(today))) {
                best = date;
            }
        }
        return best;
    }

    private static @Nullable String place(List<Clause> clauses, int meets, Tokens tokens) {
        List<Clause> nearest = new ArrayList<>(clauses);
        nearest.addFirst(clauses.get(meets));
        for (Clause clause : nearest) {
            for (Mark mark : new Mark[] {Mark.PLACE, Mark.FAIR, Mark.AT}) {
                for (Clause.Hit hit : clause.hits()) {
                    String name = hit.is(mark.bit) ? place(clause, hit, mark, tokens) : null;
                    if (name != null) {
                        return name;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String place(Clause clause, Clause.Hit hit, Mark mark, Tokens tokens) {
        if (mark == Mark.PLACE || hit.is(Mark.PLACE.bit)) {
            return tokens.words(hit.from(), hit.to());
        }
        int from = hit.to();
        while (from < clause.to() && tokens.get(from).kind() == Token.Kind.MARK && "«\"„“".contains(tokens.get(from).form())) {
            from++;
        }
        int to = from;
        while (to < clause.to() && to - from < LONGEST_NAME && named(clause, tokens, to)) {
            to++;
        }
        return to == from ? null : tokens.words(from, to);
    }

    private static boolean named(Clause clause, Tokens tokens, int at) {
        boolean date = clause.dates().stream().anyMatch(it -> it.from() <= at && at < it.to());
        return !date && tokens.get(at).kind() == Token.Kind.WORD && tokens.capital(at);
    }
}
