package org.genjin.daemon.figure;

import java.util.Locale;

/** What is measured, each defined once; the formula in words is {@code formula.ID} in {@code i18n/report}. */
public enum Figure {
    /** What customers asked and was answered, of all they asked but what there is still time for. */
    RESPONSE_RATE(Unit.SHARE, Of.QUESTIONS, 3),
    /** The median of how long they waited for the answer. */
    REPLY_MEDIAN(Unit.WORKING_TIME, Of.QUESTIONS, 3),
    /** What nine of ten answers took at most. */
    REPLY_SLOW(Unit.WORKING_TIME, Of.QUESTIONS, 10),
    /** Follow-ups that were done by the working day after they fell due. */
    ON_TIME(Unit.SHARE, Of.FOLLOW_UPS, 3),
    /** How often customers began to ask for a price. */
    INQUIRIES(Unit.COUNT, Of.INQUIRIES, 0),
    ORDERS(Unit.COUNT, Of.ORDERS, 0),
    /** Open customers to whom nobody of us has ever written. */
    NEVER_CONTACTED(Unit.COUNT, Of.CUSTOMERS, 0),
    QUOTED(Unit.SHARE, Of.INQUIRIES, 5),
    SAMPLED(Unit.SHARE, Of.INQUIRIES, 5),
    INVOICED(Unit.SHARE, Of.INQUIRIES, 5),
    WON(Unit.SHARE, Of.INQUIRIES, 5),
    /** From an inquiry to its order, on average. */
    CYCLE(Unit.DAYS, Of.ORDERS, 3);

    /** In what it is told. */
    public enum Unit {
        /** From 0 to 1. */
        SHARE,
        /** In hours of work: nine make a working day. */
        WORKING_TIME,
        /** Calendar days. */
        DAYS,
        COUNT;

        public String id() {
            return Figure.id(this);
        }
    }

    /** What is counted for it. */
    public enum Of {
        QUESTIONS,
        FOLLOW_UPS,
        INQUIRIES,
        ORDERS,
        CUSTOMERS;

        public String id() {
            return Figure.id(this);
        }
    }

    private final Unit unit;
    private final Of of;
    private final int least;

    Figure(Unit unit, Of of, int least) {
        this.unit = unit;
        this.of = of;
        this.least = least;
    }

    public Unit unit() {
        return unit;
    }

    public Of of() {
        return of;
    }

    /** The name in JSON and in keys of wording, such as {@code reply-median}. */
    public String id() {
        return id(this);
    }

    private static String id(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param number the outcome of the formula, of no meaning where there are no cases
     * @param cases of how many it is made
     */
    Value value(double number, int cases) {
        return cases < least ? new Value.TooFew(cases) : new Value.Known(number, cases);
    }
}
