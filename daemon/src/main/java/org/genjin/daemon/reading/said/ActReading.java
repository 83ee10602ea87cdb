package org.genjin.daemon.reading.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.reading.when.Dates;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.Times;
import org.genjin.daemon.reading.when.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a writer promises, asks for, and says of times: promises with their dates, whether an answer is expected, lead
 * times, delivery dates and meetings. A sentence is taken apart into clauses; what a clause does follows from the kinds of its
 * words, a date belongs to the clause in which or beside which it stands. Thread-safe; time grows with the text only.
 */
final class ActReading {

    /** Beside a clause that says who does what, a date may stand in so short a clause of its own. */
    private static final int DATE_ALONE = 8;
    private static final int WITHOUT_VERB = 12;
    private static final int SHORT_HOPE = 3;
    /** A mailbox says at once that nobody is there. */
    private static final int FIRST = 4;
    private static final long ONLY_DATE = Mark.of(Mark.UNTIL, Mark.AND, Mark.SOON, Mark.NONE, Mark.ASK, Mark.AT);

    private final Dates dates = new Dates();

    Said read(Words words) {
        Tokens tokens = Tokens.of(words.text());
        Times times = dates.in(tokens, words.language(), words.at());
        Text text = new Text(tokens, words.at() == null ? null : words.at().toLocalDate());
        List<List<Clause>> sentences = Sentences.of(tokens, Tongue.of(words.language()), times);
        if (sentences.stream().limit(FIRST).flatMap(List::stream).anyMatch(it -> it.has(Mark.ABSENT))) {
            return Said.NOTHING; // nobody is there: what it says is said to everybody
        }
        sentences.forEach(text::sentence);
        return new Said(text.facts, text.promises, text.expects);
    }

    /** One text while it is read. */
    private static final class Text {

        private final Tokens tokens;
        private final @Nullable LocalDate today;
        private final List<Promise> promises = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private boolean expects;

        Text(Tokens tokens, @Nullable LocalDate today) {
            this.tokens = tokens;
            this.today = today;
        }

        void sentence(List<Clause> clauses) {
            List<Act> acts = new ArrayList<>();
            boolean conditional = false;
            Act last = Act.NONE;
            for (int i = 0; i < clauses.size(); i++) {
                Clause it = clauses.get(i);
                conditional |= it.has(Mark.IF);
                Act act = Act.of(it, conditional, soon(clauses, i));
                act = act == Act.NONE && i > 0 && hopes(clauses.get(i - 1)) && it.has(Mark.DO) ? Act.WRITER : act;
                boolean goesOn = act == Act.NONE && last != Act.NONE && it.goesOn(last == Act.READER);
                acts.add(goesOn ? last : act);
                last = acts.getLast() == Act.NONE ? last : acts.getLast();
            }
            Set<SaidDate> taken = new HashSet<>();
            for (int i = 0; i < clauses.size(); i++) {
                act(clauses, acts, i, taken);
            }
            for (int i = 0; i < clauses.size(); i++) {
                SupplyReading.read(clauses, i, taken, today, tokens, facts);
            }
            MeetingReading.read(clauses, today, tokens, facts);
            expects |= Expecting.answer(clauses, acts) || promises.stream().anyMatch(it -> it.by() == Promise.By.READER);
        }

        /** German 'Wir hoffen, …': what is hoped for stands in the clause behind it. */
        private static boolean hopes(Clause it) {
            return it.length() <= SHORT_HOPE && it.has(Mark.ME) && it.has(Mark.MAY) && !it.any(Mark.of(Mark.DO, Mark.ANSWER));
        }

        /** Whether 'as soon as' and the like is said in the clause or makes one of its own beside it. */
        private static boolean soon(List<Clause> clauses, int at) {
            boolean before = at > 0 && clauses.get(at - 1).has(Mark.SOON) && Act.of(clauses.get(at - 1), false, false) == Act.NONE;
            int next = at + 1;
            boolean after = next < clauses.size() && clauses.get(next).has(Mark.SOON) && Act.of(clauses.get(next), false, false) == Act.NONE;
            return before || after || clauses.get(at).has(Mark.SOON);
        }

        private void act(List<Clause> clauses, List<Act> acts, int at, Set<SaidDate> taken) {
            Clause clause = clauses.get(at);
            Act act = acts.get(at);
            boolean sends = clause.has(Mark.DO) && clause.has(Mark.TOYOU);
            boolean dates = act == Act.READER ? clause.has(Mark.DO) : sends;
            boolean goods = act != Act.READER && clause.tellsOfOrder() || !clause.has(Mark.ANSWER)
                    && (clause.has(Mark.GOODS) || (clause.has(Mark.DELIVERY) && !dates) || (clause.has(Mark.SHIP) && !sends));
            if ((act == Act.NONE && !elliptic(clause)) || clause.has(Mark.VALID)) {
                return;
            }
            boolean writer = act == Act.WRITER || act == Act.WRITER_SURELY;
            int visits = clause.first(Mark.of(Mark.VISIT, Mark.CALL));
            int does = clause.first(Mark.of(Mark.DO, Mark.IDO, Mark.IFUT));
            boolean meets = visits >= 0 && !(writer && (clause.has(Mark.ANSWER) || (does >= 0 && does <= visits)));
            if (goods || meets) {
                return;
            }
            int beside = at;
            SaidDate date = date(clause);
            for (int next : new int[] {at - 1, at + 1, at + 2}) {
                boolean lent = date == null && next >= 0 && next < clauses.size() && lends(clause, clauses.get(next), acts.get(next));
                date = lent ? date(clauses.get(next)) : date;
                beside = lent ? next : beside;
            }
            if (date != null && taken.add(date)) {
                promises.add(new Promise(writer ? Promise.By.WRITER : Promise.By.READER, date.last(),
                        text(clauses.get(Math.min(at, beside)), clauses.get(Math.max(at, beside)))));
            } else if (act == Act.WRITER_SURELY && date == null && !shared(clauses, acts, at)) {
                promises.add(new Promise(Promise.By.WRITER, null, text(clause, clause)));
            }
        }

        /** Whether what is promised without a date stands beside what is promised with one: both are due then. */
        private boolean shared(List<Clause> clauses, List<Act> acts, int at) {
            if (soon(clauses, at)) {
                return false;
            }
            for (int other : new int[] {at - 1, at + 1}) {
                boolean writer = other >= 0 && other < clauses.size() && acts.get(other) != Act.NONE && acts.get(other) != Act.READER;
                if (writer && (date(clauses.get(other)) != null || acts.get(other) == Act.WRITER_SURELY && other < at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean lends(Clause to, Clause from, Act act) {
            boolean alone = act == Act.NONE && from.length() <= DATE_ALONE && (from.marks() & ~ONLY_DATE) == 0;
            // 'Send it, the bank needs it by Friday'.
            boolean needed = act == Act.NONE && from.has(Mark.NEED) && from.has(Mark.OTHER);
            return date(from) != null && (alone || needed || to.has(Mark.THEN)) && to.dates().isEmpty();
        }

        /** An answer, an offer, a document by a day: more is not said in a hurry. */
        private boolean elliptic(Clause it) {
            boolean said = it.has(Mark.ANSWER) && !it.any(Mark.of(Mark.PAST, Mark.VALID, Mark.IF, Mark.POLITE, Mark.BECAUSE, Mark.ABSENT,
                    Mark.NOT, Mark.WILL, Mark.IDO, Mark.IFUT, Mark.FOLLOWS, Mark.RECEIVE, Mark.ME, Mark.SHIP, Mark.TERM));
            // A price until a day holds until then, unless it is said to be wished for.
            boolean others = it.hits().stream().anyMatch(hit -> hit.is(Mark.OTHER.bit) && !(hit.is(Mark.ANSWER.bit) && it.has(Mark.WISH)));
            SaidDate date = date(it);
            return said && !others && date != null && it.length() <= WITHOUT_VERB && due(it, date);
        }

        /** Whether a date is said as the last for something. */
        private static boolean due(Clause it, SaidDate date) {
            int after = it.after(Mark.UNTIL.bit, date.to());
            return date.shape() == SaidDate.Shape.SPAN || it.shortlyBefore(Mark.UNTIL.bit, date.from(), 2)
                    || (after >= 0 && after <= date.to() + 1);
        }

        private @Nullable SaidDate date(Clause it) {
            SaidDate best = null;
            for (SaidDate date : it.dates()) {
                boolean vague = date.shape() == SaidDate.Shape.PERIOD && !date.first().equals(date.last());
                boolean usable = date.shape() != SaidDate.Shape.BORNE && !vague && (today == null || !date.last().isBefore(today));
                if (usable && (best == null || exactness(it, date) > exactness(it, best))) {
                    best = date;
                }
            }
            return best;
        }

        /** 'This week, before Thursday' is due on Thursday. */
        private static int exactness(Clause it, SaidDate date) {
            return (due(it, date) ? 2 : 0) + (date.shape() == SaidDate.Shape.PERIOD ? 0 : 1);
        }

        private String text(Clause first, Clause last) {
            return Excerpt.of(tokens, first.from(), last.to());
        }
    }
}
