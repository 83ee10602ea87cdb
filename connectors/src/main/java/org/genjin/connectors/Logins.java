package org.genjin.connectors;

import org.genjin.config.SourceConfig;

/** Knows what lets us into mailboxes. Asked at each login, so that what has changed counts at once. Thread-safe. */
public interface Logins {

    /**
     * What to log in with now. A token that is near its end is renewed first, which asks the provider.
     *
     * @throws ConnectorException.Refused if a person must act: the password is not there, nobody has signed in, the provider
     *     has ended the sign-in
     * @throws ConnectorException.Unavailable if the provider cannot be asked just now
     */
    Login of(SourceConfig.Imap mailbox) throws ConnectorException;

    /**
     * Gets another token in place of one that a server did not take. Of several threads that ask for the same one, one asks
     * the provider.
     *
     * @return false if there is no other: a password, or a token that was got only just now
     */
    boolean renew(SourceConfig.Imap mailbox, Login refused) throws ConnectorException;
}
