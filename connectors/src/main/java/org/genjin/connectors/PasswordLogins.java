package org.genjin.connectors;

import java.io.IOException;
import java.util.Map;
import org.genjin.config.OAuthClient;
import org.genjin.config.Secret;
import org.genjin.config.SourceConfig;

/** Logins by password alone, for where there is no home that keeps sign-ins. Thread-safe. */
public final class PasswordLogins implements Logins {

    private final Map<String, String> environment;

    /** @param environment where secrets may lie */
    public PasswordLogins(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Login of(SourceConfig.Imap mailbox) throws ConnectorException.Refused {
        return switch (mailbox.credentials()) {
            case Secret secret -> password(mailbox, secret);
            case OAuthClient client -> throw new ConnectorException.Refused(
                    mailbox.name() + " is signed in to with " + client.provider().title()
                            + ", which takes a home that keeps the sign-in: use it from genjin.yaml.",
                    null);
        };
    }

    @Override
    public boolean renew(SourceConfig.Imap mailbox, Login refused) {
        return false;
    }

    private Login password(SourceConfig.Imap mailbox, Secret secret) throws ConnectorException.Refused {
        try {
            return new Login.Password(mailbox.user(), secret.reveal(environment));
        } catch (IOException e) {
            throw new ConnectorException.Refused(
                    "The password of " + mailbox.name() + " cannot be had: " + e.getMessage() + ".", e);
        }
    }
}
