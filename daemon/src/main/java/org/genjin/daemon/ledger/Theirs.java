package org.genjin.daemon.ledger;

/**
 * In SQL, the messages of some customers as {@code m}, each with {@code m.whose}: those that belong to one of them, and those
 * that belong to another customer and concern one of them as well, as a mail to two buyers does. Once for each whom it concerns.
 */
final class Theirs {

    private static final String COLUMNS =
            "b.id, b.message_key, b.kind, b.bulk, b.auto, b.direction, b.sent_at, b.language, b.expects_answer,"
                    + " b.said_version, b.valid_until, b.clock_offset";

    /** To be bound: the list {@code ids}, which must not be empty. */
    static final String MESSAGES = "(select " + COLUMNS + ", b.customer_id whose from message b where b.customer_id in (<ids>)"
            + " union all select " + COLUMNS + ", f.customer_id whose from message_customer f join message b on b.id = f.message"
            + " where f.customer_id in (<ids>) and b.customer_id <> f.customer_id) m";

    private Theirs() {}
}
