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
    private static final int SHORT = 8;

    /**
     * @param conditional whether it only holds if something else does
     * @param soon whether it was said before that it will not be long
     */
    static Act of(Clause it, boolean conditional, boolean soon) {
        if (it.any(Mark.of(Mark.POLITE, Mark.ABSENT, Mark.BECAUSE))) {
            return NONE;
        }
        if (it.has(Mark.WAIT)) {
            return it.dates().isEmpty() ? NONE : READER;
        }
        int asks = asks(it);
        int takes = takes(it);
        if (asks >= 0 && (takes < 0 || asks <= takes)) {
            return it.has(Mark.IF) && !it.has(Mark.ASK) ? NONE : READER;
        }
        if (it.question() && it.any(TASK) && it.any(Mark.of(Mark.YOU, Mark.TOME)) && !it.has(Mark.ME)) {
            return READER;
        }
        if (takes < 0) {
            return asksOtherwise(it) || maySay(it) ? READER : NONE;
        }
        boolean sure = it.has(Mark.IFUT) || (it.has(Mark.WILL) && it.after(TASK, it.first(Mark.WILL.bit)) >= 0);
        boolean off = it.has(Mark.IF) || conditional || it.question() || it.has(Mark.VALID) || negated(it, takes) || past(it);
        if (off) {
            return NONE;
        }
        boolean wait = soon || it.has(Mark.SOON);
        boolean undated = sure ? byMe(it) && (wait || it.has(Mark.TOYOU)) : wait && (!it.has(Mark.MAY) || it.has(Mark.TOYOU));
        return undated ? WRITER_SURELY : WRITER;
    }

    /** Where the reader is asked; -1 if not. */
    private static int asks(Clause it) {
        boolean mine = it.has(Mark.ME);
        for (int i = 0; i < it.hits().size(); i++) {
            Clause.Hit hit = it.hits().get(i);
            // 'There is nobody who does', as Spanish says it, is no order.
            boolean refused = hit.is(Mark.YOUDO.bit) && !hit.is(Mark.ASK.bit) && it.shortlyBefore(Mark.NOT.bit, hit.from(), NEAR);
            boolean told = hit.is(FIRST_PERSON) && mine && !hit.is(Mark.ASK.bit);
            boolean wanted = hit.is(ASKING) || isToMe(it, i);
            if (wanted && !told && !refused && !it.shortlyBefore(Mark.NOT.bit, hit.from(), 0)) {
                return earlier(hit.from(), orders(it));
            }
        }
        return orders(it);
    }

    /** Portuguese {@code me manda}: the second person where what is done is done to the writer. */
    private static boolean isToMe(Clause it, int at) {
        Clause.Hit hit = it.hits().get(at);
        boolean second = hit.is(Mark.YOU.bit) && hit.is(Mark.DO.bit) && at > 0 && !it.has(Mark.OTHER);
        return second && it.hits().get(at - 1).is(Mark.TOME.bit) && it.hits().get(at - 1).to() == hit.from();
    }

    /** Where a verb begins the clause that orders by standing there; -1 if none does. */
    private static int orders(Clause it) {
        int said = it.from();
        for (Clause.Hit hit : it.hits()) {
            // Arabic 'I send' and 'send!' are written alike.
            boolean either = hit.is(Mark.IDO.bit) && !it.has(Mark.TOME);
            if (hit.is(Mark.BASE.bit) && !either && !it.has(Mark.TOYOU) && !it.has(Mark.ME)) {
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
        if (it.has(Mark.ME) && !it.any(Mark.of(Mark.NEED, Mark.OTHER))) {
            best = earlier(best, present(it));
        }
        boolean unsaid = it.has(Mark.OPEN) && !it.dates().isEmpty()
                && (it.has(Mark.ANSWER) || (it.length() <= SHORT && it.dates().getFirst().from() == it.from()))
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

    /** Where a verb stands that is the first person's with 'I' or 'we': in English right after it only; -1 if none does. */
    private static int present(Clause it) {
        for (Clause.Hit hit : it.hits()) {
            boolean english = hit.is(Mark.BASE.bit) && !hit.is(Mark.YOU.bit);
            if (hit.is(Mark.PRES.bit) && (!english || it.shortlyBefore(Mark.ME.bit, hit.from(), 1))) {
                return hit.from();
            }
        }
        return -1;
    }

    /** Whether what will be done will be so by the writer, or by whom is left unsaid. */
    private static boolean byMe(Clause it) {
        int will = it.first(Mark.WILL.bit);
        int me = it.first(Mark.ME.bit);
        boolean near = me >= 0 && Math.abs(will - me) <= NEAR;
        return it.has(Mark.IFUT) || near || it.has(Mark.OPEN) || will == it.from();
    }

    private static boolean negated(Clause it, int takes) {
        int not = it.after(Mark.NOT.bit, takes);
        return it.shortlyBefore(Mark.NOT.bit, takes, NEAR) || (not >= 0 && not - takes <= 2 * NEAR);
    }

    /** Whether it tells of what was, other than in 'as soon as I have it' and 'will be sent'. */
    private static boolean past(Clause it) {
        if (it.any(Mark.of(Mark.WILL, Mark.IFUT))) {
            return false;
        }
        int soon = it.first(Mark.SOON.bit);
        int may = it.first(Mark.MAY.bit);
        for (Clause.Hit hit : it.hits()) {
            boolean passive = hit.is(Mark.DO.bit) && ((may >= 0 && may < hit.from()) || it.any(Mark.of(Mark.FOLLOWS, Mark.RECEIVE)));
            if (hit.is(Mark.PAST.bit) && !passive && (soon < 0 || hit.from() < soon)) {
                return true;
            }
        }
        return false;
    }

    private static int earlier(int one, int other) {
        return one < 0 || (other >= 0 && other < one) ? other : one;
    }

    /** 'You can decide until Friday': what the reader is free to do by a day. */
    private static boolean maySay(Clause it) {
        int may = it.first(Mark.MAY.bit);
        return may >= 0 && !it.dates().isEmpty() && it.shortlyBefore(Mark.YOU.bit, may, 0) && it.after(Mark.DO.bit, may + 1) >= 0 && it.has(Mark.UNTIL);
    }

    private static boolean asksOtherwise(Clause it) {
        if (it.isOver() || it.has(Mark.VALID)) {
            return false;
        }
        int need = it.first(Mark.NEED.bit);
        // 'We need six weeks from your approval on' asks for nothing.
        boolean time = !it.spans().isEmpty() && it.dates().isEmpty() && it.any(Mark.of(Mark.LEAD, Mark.SHIP));
        boolean wanted = need >= 0 && !time && it.any(Mark.of(Mark.ANSWER, Mark.DO)) && !it.shortlyBefore(Mark.NOT.bit, need, 1);
        return wanted || (it.has(Mark.TOME) && it.has(Mark.OPEN)) || (it.has(Mark.WISH) && it.has(Mark.ANSWER));
    }
}
