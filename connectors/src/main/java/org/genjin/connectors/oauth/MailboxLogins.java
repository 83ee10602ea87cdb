package org.genjin.connectors.oauth;

import org.genjin.config.OAuthClient;
import org.genjin.config.Secret;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Login;
import org.genjin.connectors.Logins;

/** The words for a mailbox: its password, or the token that came of its sign-in. */
final class MailboxLogins implements Logins {

    private final Logins passwords;
    private final TokenKeeper tokens;

    MailboxLogins(Logins passwords, TokenKeeper tokens) {
        this.passwords = passwords;
        this.tokens = tokens;
    }

    @Override
    public Login of(SourceConfig.Imap mailbox) throws ConnectorException {
        return switch (mailbox.credentials()) {
            case Secret _ -> passwords.of(mailbox);
            case OAuthClient client -> new Login.Token(mailbox.user(), tokens.access(mailbox, client));
        };
    }

    @Override
    public boolean renew(SourceConfig.Imap mailbox, Login refused) throws ConnectorException {
        return switch (mailbox.credentials()) {
            case Secret _ -> passwords.renew(mailbox, refused);
            case OAuthClient client -> tokens.renew(mailbox, client, refused.word());
        };
    }
}
