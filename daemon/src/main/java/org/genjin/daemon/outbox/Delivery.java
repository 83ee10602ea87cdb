package org.genjin.daemon.outbox;

/** What became of handing a mail to its server. */
public sealed interface Delivery {

    record Sent() implements Delivery {}

    /** Not now; trying again later may succeed. */
    record Deferred(String why) implements Delivery {}

    /** The server does not take the login. It is tried seldom: too many tries in vain lock a mailbox. */
    record NotLetIn(String why) implements Delivery {}

    /** Never, unless a person changes something. */
    record Rejected(String why) implements Delivery {}

    /** The connection broke when the mail may already have been taken: only the mailbox can tell. */
    record Unknown(String why) implements Delivery {}
}
