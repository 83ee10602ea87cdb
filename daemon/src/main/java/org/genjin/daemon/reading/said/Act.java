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
                || (it.has(Mark.PAST) && !sure) || it.has(Mark.VALID) || it.after(Mark.NOT.bit, takes) == takes + 1;
        if (off) {
            return NONE;
        }
        boolean undated = sure ? it.any(Mark.of(Mark.TOYOU, Mark.SOON)) : it.has(Mark.SOON) && !it.has(Mark.MAY);
        return undated ? WRITER_SURELY : WRITER;
    }

    /** Where the reader is asked; -1 if not. */
    private static int asks(Clause it) {
        int asks = it.first(ASKING);
        int orders = it.first(Mark.BASE.bit);
        boolean begins = orders >= 0 && it.first(~Mark.of(Mark.AND, Mark.NONE, Mark.THEN, Mark.SOON, Mark.UNTIL, Mark.AT)) == orders
                && orders - it.from() <= 2 && !it.has(Mark.TOYOU);
        return begins ? earlier(asks, orders) : asks;
    }

    /** Where the word stands by which the writer takes something on; -1 if none does. */
    private static int takes(Clause it) {
        int best = it.first(FIRST_PERSON);
        int will = it.first(Mark.of(Mark.WILL, Mark.MAY));
        if (will >= 0 && !it.shortlyBefore(Mark.YOU.bit, will, 1) && !(it.has(Mark.OTHER) && !it.has(Mark.ME))) {
            boolean before = it.after(TASK | Mark.FOLLOWS.bit, will + 1) >= 0;
            best = before ? earlier(best, will) : best;
        }
        int me = it.first(Mark.ME.bit);
        if (me >= 0 && it.has(Mark.PRES) && !it.has(Mark.NEED)) {
            best = earlier(best, Math.min(me, it.first(Mark.PRES.bit)));
        }
        boolean unsaid = it.has(Mark.OPEN) && it.has(Mark.ANSWER) && !it.dates().isEmpty()
                && !it.any(Mark.of(Mark.YOU, Mark.OTHER, Mark.TOME, Mark.NEED, Mark.PAST));
        if (unsaid) {
            best = earlier(best, it.first(Mark.OPEN.bit));
        }
        if (it.has(Mark.TOYOU) && it.any(TASK)) {
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

    private static int earlier(int one, int other) {
        return one < 0 || (other >= 0 && other < one) ? other : one;
    }

    private static boolean asksOtherwise(Clause it) {
        boolean over = it.hits().stream().anyMatch(hit -> hit.is(Mark.PAST.bit) && !hit.is(Mark.DO.bit));
        if (over || it.has(Mark.VALID)) {
            return false;
        }
        boolean wanted = it.has(Mark.NEED) && it.any(Mark.of(Mark.ANSWER, Mark.DO, Mark.TOME));
        return wanted || (it.has(Mark.TOME) && it.any(TASK | Mark.ANSWER.bit)) || (it.has(Mark.WISH) && it.has(Mark.ANSWER));
    }
}
