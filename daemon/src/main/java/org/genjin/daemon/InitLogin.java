package org.genjin.daemon;

import java.io.IOException;
import org.genjin.config.Credentials;
import org.genjin.connectors.Logins;

/** What lets us into the mailbox that is being set up: a password that was typed, or a sign-in in a browser. */
sealed interface InitLogin permits InitPassword, InitSignIn {

    /** For the mailbox while it is tried. */
    Credentials credentials();

    Logins logins();

    /** After a refusal: whether there is something else to try now. Asks a person, if there is one. */
    boolean another() throws IOException;

    /** Puts down what is not to be lost, now that a server has taken it. */
    void keep() throws IOException;

    /** The key of genjin.yaml that says it, and its value. */
    String key();

    String value();
}
