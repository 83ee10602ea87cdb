package org.genjin.daemon.followup;

import java.util.Locale;

/** Why a customer is due, in the order in which people want to hear of it. */
public enum Reason {
    /** The customer wrote last and waits. */
    REPLY_OWED,
    /** A person set the date. */
    MANUAL,
    /** Silence has lasted longer than the grade allows. */
    CADENCE;

    /** The name in JSON and in the keys of wording, such as {@code reply-owed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
