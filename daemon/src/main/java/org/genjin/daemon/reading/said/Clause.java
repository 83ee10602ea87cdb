package org.genjin.daemon.reading.said;

import java.util.List;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.SaidSpan;

/**
 * A part of a sentence that says one thing.
 *
 * @param from its first token
 * @param to the first token after it
 * @param hits the known words in it
 * @param marks of all of them, as bits
 * @param question whether it is asked
 */
record Clause(int from, int to, List<Hit> hits, long marks, List<SaidDate> dates, List<SaidSpan> spans, boolean question) {

    /** A known word or phrase. */
    record Hit(long marks, int from, int to) {

        boolean is(long some) {
            return (marks & some) != 0;
        }
    }

    Clause {
        hits = List.copyOf(hits);
        dates = List.copyOf(dates);
        spans = List.copyOf(spans);
    }

    boolean has(Mark mark) {
        return (marks & mark.bit) != 0;
    }

    /** Whether it has one of them. */
    boolean any(long some) {
        return (marks & some) != 0;
    }

    /** Where the first of such words stands; -1 if none does. */
    int first(long some) {
        return after(some, from);
    }

    /** Where the first of such words from a token on stands; -1 if none does. */
    int after(long some, int start) {
        for (Hit hit : hits) {
            if (hit.from() >= start && hit.is(some)) {
                return hit.from();
            }
        }
        return -1;
    }

    /** Whether such a word stands at most so many tokens before a token. */
    boolean shortlyBefore(long some, int at, int tokens) {
        for (Hit hit : hits) {
            if (hit.is(some) && hit.from() < at && hit.to() + tokens >= at) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it says more of what the one of the clause before does: 'and confirm', or after a request the date of it.
     *
     * @param request whether that asked for something
     */
    boolean goesOn(boolean request) {
        boolean and = !hits.isEmpty() && hits.getFirst().is(Mark.AND.bit) && hits.getFirst().from() == from;
        boolean joined = and && (has(Mark.DO) || (!dates.isEmpty() && any(Mark.of(Mark.ANSWER, Mark.TOME))));
        boolean dated = request && !dates.isEmpty() && any(Mark.of(Mark.DO, Mark.ANSWER)) && has(Mark.UNTIL);
        boolean yours = hits.stream().anyMatch(hit -> hit.is(Mark.YOU.bit) && !hit.is(Mark.TOYOU.bit | Mark.DO.bit));
        return (joined || dated)
                && !isOver()
                && !yours
                && !any(Mark.of(Mark.ME, Mark.NOT, Mark.IF, Mark.BECAUSE, Mark.VALID, Mark.NEED, Mark.POLITE));
    }

    /** Whether a word tells of what was, other than a task's verb as in 'the revised PI'. */
    boolean isOver() {
        return hits.stream().anyMatch(hit -> hit.is(Mark.PAST.bit) && !hit.is(Mark.DO.bit));
    }

    /** Whether it says when the other side's order is ready or goes out. */
    boolean tellsOfOrder() {
        return has(Mark.ORDER) && any(Mark.of(Mark.FOLLOWS, Mark.SHIP, Mark.DELIVERY));
    }

    int length() {
        return to - from;
    }
}
