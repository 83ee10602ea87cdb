package org.genjin.daemon.reading.said;

/** What a word or phrase does in a sentence of a business message; the names in lower case are the keys of the resource files. */
enum Mark {
    /** We, I. */
    ME,
    /** You. */
    YOU,
    /** A third one: the customer's customer, the bank, the forwarder. */
    OTHER,
    /** It will be done: 'will', 'werde', {@code voy a}. */
    WILL,
    /** It may well be done: 'can', 'plan to'. */
    MAY,
    /** A task's verb as such: 'send', {@code enviar}. */
    DO,
    /** The same, and the first person's form of the present where it has a word for itself. */
    PRES,
    /** The same, where who does it may be left unsaid. */
    OPEN,
    /** The same, in the first person of the present. */
    IDO,
    /** The same, in the first person of the future. */
    IFUT,
    /** The same, as an order or a question to the reader. */
    YOUDO,
    /** What moves goods: 'ship', 'deliver'. */
    SHIP,
    /** A thing comes: 'follows'. */
    FOLLOWS,
    /** The reader gets something. */
    RECEIVE,
    TOYOU,
    TOME,
    /** What asks: 'please', 'could you'. */
    ASK,
    /** The writer needs, expects, waits for. */
    NEED,
    /** 'Looking forward to': polite, unless a date stands by it. */
    WAIT,
    /** A verb that orders where it begins a clause: English 'send'. */
    BASE,
    /** 'Would help', 'would be perfect'. */
    WISH,
    /** What is asked for or sent that is no goods: an answer, an offer, a document, a sample. */
    ANSWER,
    /** Goods, an order's quantity, a container. */
    GOODS,
    /** What the other side ordered: goods to who makes it ready and ships it. */
    ORDER,
    /** Words by which a date is one of delivery. */
    DELIVERY,
    /** Words by which a span is a lead time. */
    LEAD,
    /** Words by which a span is no lead time: payment, validity, guarantee, transit. */
    TERM,
    /** How long something holds good. */
    VALID,
    NOT,
    PAST,
    IF,
    /** No date, but not at once: 'soon', 'as soon as', 'once'. */
    SOON,
    /** What is said out of politeness alone. */
    POLITE,
    /** 'Please note', 'please find': tells, asks nothing. */
    FYI,
    AND,
    /** 'By then'. */
    THEN,
    /** So that, because, which: what follows is no act of its own. */
    BECAUSE,
    /** A question without a question mark. */
    QUESTION,
    VISIT,
    CALL,
    FAIR,
    /** Before the name of a place. */
    AT,
    /** A place that is known by name. */
    PLACE,
    /** Nobody is there to read or answer. */
    ABSENT,
    /** Before the day on which somebody is back. */
    BACK,
    /** Before the last day of absence. */
    UNTIL,
    NONE;

    @SuppressWarnings("EnumOrdinal") // counted in memory only: nothing is kept by it
    final long bit = 1L << ordinal();

    static long of(Mark... marks) {
        long bits = 0;
        for (Mark mark : marks) {
            bits |= mark.bit;
        }
        return bits;
    }
}
