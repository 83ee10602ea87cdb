package org.genjin.daemon.followup;

import java.util.Locale;

/** Why a customer is due, in the order in which one of several is told first. */
public enum Reason {
    /** The customer asked last and waits. */
    REPLY_OWED,
    /** We said that we would do something, or were asked to by a day. */
    PROMISE_OURS,
    /** What we wrote came back: nobody reads it there. */
    ADDRESS_DEAD,
    /** An invoice was sent and nobody has paid. */
    PI_UNPAID,
    /** Goods are ordered, and the day of delivery comes near. */
    DELIVERY_DUE,
    /** An offer ends soon. */
    QUOTE_EXPIRING,
    /** They said that they would do something. */
    PROMISE_THEIRS,
    /** Samples were sent, and nobody said how they are. */
    SAMPLE_SILENT,
    /** An offer was made, and nobody answered. */
    QUOTE_SILENT,
    /** A person set the date. */
    MANUAL,
    /** A customer with orders has gone quiet, against its own rhythm. */
    WIN_BACK,
    /** Silence has lasted longer than the grade allows. */
    CADENCE;

    /** The name in JSON and in the keys of wording, such as {@code reply-owed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it asks us to stir a customer who owes us an answer: no use while nobody is there to read it. */
    public boolean isNudge() {
        return switch (this) {
            case PI_UNPAID, PROMISE_THEIRS, SAMPLE_SILENT, QUOTE_SILENT, WIN_BACK, CADENCE -> true;
            case REPLY_OWED, PROMISE_OURS, ADDRESS_DEAD, DELIVERY_DUE, QUOTE_EXPIRING, MANUAL -> false;
        };
    }
}
