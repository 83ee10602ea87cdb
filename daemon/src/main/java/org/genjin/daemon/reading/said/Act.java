package org.genjin.daemon.reading.said;

/** What somebody does by saying a clause. */
enum Act {
    NONE,
    /** The writer takes on a task, if a date stands by it. */
    WRITER,
    /** The writer takes on a task, date or none. */
    WRITER_SURELY,
    /** The reader is asked for something. */
    READER;

    private static final long TASK = Mark.of(Mark.DO, Mark.SHIP);
    private static final long FIRST_PERSON = Mark.of(Mark.IDO, Mark.IFUT);
    private static final long ASKING = Mark.of(Mark.ASK, Mark.YOUDO);
    private static final long BEFORE_ORDER = Mark.of(Mark.AND, Mark.NONE, Mark.THEN, Mark.SOON, Mark.UNTIL, Mark.AT);
    private static final int NEAR = 3;

    /** @param conditional whether it only holds if something else does */
    static Act of(Clause it, boolean conditional) {
        if (it.any(Mark.of(Mark.POLITE, Mark.ABSENT, Mark.BECAUSE))) {
            return NONE;
        }
        if (it.has(Mark.WAIT)) {
            return it.dates().isEmpty() ? NONE : READER;
        }
        int asks = asks(it);
        int takes = takes(it);
        if (asks >= 0 && (takes < 0 || asks <= takes)) {
            return READER;
        }
        if (it.question() && it.any(TASK) && it.any(Mark.of(Mark.YOU, Mark.TOME)) && !it.has(Mark.ME)) {
            return READER;
        }
        if (takes < 0) {
            return asksOtherwise(it) ? READER : NONE;
        }
        boolean sure = it.any(Mark.of(Mark.WILL, Mark.IFUT));
        boolean off = it.has(Mark.IF) || conditional || it.question() || it.shortlyBefore(Mark.NOT.bit, takes, NEAR)
                || (!sure && past(it)) || it.has(Mark.VALID) || it.after(Mark.NOT.bit, takes) == takes + 1;
        if (off) {
            return NONE;
        }
        boolean undated = sure ? it.any(Mark.of(Mark.TOYOU, Mark.SOON)) : it.has(Mark.SOON) && (!it.has(Mark.MAY) || it.has(Mark.TOYOU));
        return undated ? WRITER_SURELY : WRITER;
    }

    /** Where the reader is asked; -1 if not. */
    private static int asks(Clause it) {
        boolean mine = it.has(Mark.ME);
        for (Clause.Hit hit : it.hits()) {
            boolean told = hit.is(FIRST_PERSON) && mine && !hit.is(Mark.ASK.bit);
            if (hit.is(ASKING) && !told && !it.shortlyBefore(Mark.NOT.bit, hit.from(), 0)) {
                return earlier(hit.from(), orders(it));
            }
        }
        return orders(it);
    }

    /** Where a verb begins the clause that orders by standing there; -1 if none does. */
    private static int orders(Clause it) {
        int said = it.from() + 1;
        for (Clause.Hit hit : it.hits()) {
            if (hit.is(Mark.BASE.bit) && !it.has(Mark.TOYOU) && !it.has(Mark.ME)) {
                return hit.from() - it.dates().stream().filter(date -> date.to() <= hit.from()).mapToInt(date -> date.to() - date.from()).sum()
                                <= said
                        ? hit.from()
                        : -1;
            }
            if ((hit.marks() & ~BEFORE_ORDER) != 0) {
                return -1;
            }
            said += hit.to() - hit.from();
        }
        return -1;
    }

    /** Where the word stands by which the writer takes something on; -1 if none does. */
    private static int takes(Clause it) {
        int best = it.first(FIRST_PERSON);
        int will = it.first(Mark.of(Mark.WILL, Mark.MAY));
        if (will >= 0 && !it.shortlyBefore(Mark.YOU.bit, will, 1) && !(it.has(Mark.OTHER) && !it.has(Mark.ME))) {
            int task = it.after(TASK | Mark.FOLLOWS.bit, will + 1);
            // 'I want to send' but not 'I want the answer in writing'.
            boolean before = task >= 0 && (!it.has(Mark.NEED) || task - will <= NEAR);
            best = before ? earlier(best, will) : best;
        }
        int me = it.first(Mark.ME.bit);
        if (me >= 0 && it.has(Mark.PRES) && !it.any(Mark.of(Mark.NEED, Mark.OTHER))) {
            best = earlier(best, Math.min(me, it.first(Mark.PRES.bit)));
        }
        boolean unsaid = it.has(Mark.OPEN) && it.has(Mark.ANSWER) && !it.dates().isEmpty()
                && !it.any(Mark.of(Mark.YOU, Mark.OTHER, Mark.TOME, Mark.NEED, Mark.PAST));
        if (unsaid) {
            best = earlier(best, it.first(Mark.OPEN.bit));
        }
        boolean toYou = it.has(Mark.TOYOU) && (it.has(Mark.OPEN) || it.first(Mark.BASE.bit) == it.from());
        if (toYou) {
            best = earlier(best, Math.min(it.first(Mark.TOYOU.bit), it.first(TASK)));
        }
        if (it.has(Mark.FOLLOWS)) {
            best = earlier(best, it.first(Mark.FOLLOWS.bit));
        }
        if (it.has(Mark.RECEIVE)) {
            best = earlier(best, it.first(Mark.RECEIVE.bit));
        }
        return best;
    }

    /** Whether it tells of what was, other than in 'as soon as I have it'. */
    private static boolean past(Clause it) {
        int soon = it.first(Mark.SOON.bit);
        int past = it.first(Mark.PAST.bit);
        return past >= 0 && (soon < 0 || past < soon);
    }

    private static int earlier(int one, int other) {
        return one < 0 || (other >= 0 && other < one) ? other : one;
    }

    private static boolean asksOtherwise(Clause it) {
        boolean over = it.hits().stream().anyMatch(hit -> hit.is(Mark.PAST.bit) && !hit.is(Mark.DO.bit));
        if (over || it.has(Mark.VALID)) {
            return false;
        }
        int need = it.first(Mark.NEED.bit);
        boolean wanted = need >= 0 && it.any(Mark.of(Mark.ANSWER, Mark.DO)) && !it.shortlyBefore(Mark.NOT.bit, need, 1);
        return wanted || (it.has(Mark.TOME) && it.has(Mark.OPEN)) || (it.has(Mark.WISH) && it.has(Mark.ANSWER));
    }
}
