package org.genjin.config;

import java.util.Optional;

/** Where a mailbox is read, and where the mail of its owner leaves. */
public sealed interface Servers {

    /** @param smtp empty: no digest can be sent to this owner */
    record Known(Server imap, Optional<Server> smtp) implements Servers {}

    /**
     * Nobody has said: they are found from the address when the mailbox is first opened.
     *
     * @param smtp what was said all the same
     * @param userToo whether the login is to be found as well
     */
    record ToBeFound(Optional<Server> smtp, boolean userToo) implements Servers {}
}
