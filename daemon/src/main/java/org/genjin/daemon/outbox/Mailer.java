package org.genjin.daemon.outbox;


/** Hands a mail to a server. Thread-safe. */
@FunctionalInterface
public interface Mailer {

    /**
     * @param owner from whom and to whom; the mail leaves through this owner's own server
     * @param mail RFC 5322 bytes, sent as they are
     */
    Delivery send(String owner, byte[] mail);
}
