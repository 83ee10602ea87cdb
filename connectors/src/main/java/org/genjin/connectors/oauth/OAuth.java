package org.genjin.connectors.oauth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Logins;
import org.genjin.connectors.PasswordLogins;
import org.genjin.connectors.SignInState;
import org.genjin.connectors.SignIns;

/** The sign-ins of one home by OAuth 2.0, and the logins that come of them. Thread-safe. */
public final class OAuth implements SignIns {

    private final TokenKeeper keeper;
    private final DeviceFlow device;
    private final BrowserFlow browser;
    private final Logins logins;
    private final InstantSource clock;

    /**
     * @param tokens the folder where tokens are kept; made when there are some
     * @param environment where secrets may lie
     * @param pause lets so much time pass
     */
    public OAuth(Path tokens, Map<String, String> environment, InstantSource clock, Consumer<Duration> pause) {
        TokenEndpoint endpoint = new TokenEndpoint();
        ClientForm form = new ClientForm(environment);
        this.keeper = new TokenKeeper(tokens, endpoint, form, clock);
        this.device = new DeviceFlow(endpoint, form, clock, pause);
        this.browser = new BrowserFlow(endpoint, form);
        this.logins = new MailboxLogins(new PasswordLogins(environment), keeper);
        this.clock = clock;
    }

    @Override
    public Logins logins() {
        return logins;
    }

    @Override
    public SignInState state(SourceConfig.Imap mailbox) {
        return mailbox.credentials() instanceof OAuthClient client ? keeper.state(mailbox, client) : new SignInState.NotNeeded();
    }

    @Override
    public void byDevice(SourceConfig.Imap mailbox, Consumer<DeviceCode> tell) throws ConnectorException {
        OAuthClient client = client(mailbox);
        keep(mailbox, client, device.run(mailbox, client, tell));
    }

    @Override
    public void byBrowser(SourceConfig.Imap mailbox, Pages pages, Duration patience, Consumer<URI> open)
            throws ConnectorException {
        OAuthClient client = client(mailbox);
        keep(mailbox, client, browser.run(mailbox, client, pages, patience, open));
    }

    private static OAuthClient client(SourceConfig.Imap mailbox) throws ConnectorException.Refused {
        if (mailbox.credentials() instanceof OAuthClient client) {
            return client;
        }
        throw new ConnectorException.Refused(
                mailbox.name() + " has a password; to sign in instead, write sign-in: microsoft or google in its place.", null);
    }

    private void keep(SourceConfig.Imap mailbox, OAuthClient client, Answer.Granted granted) throws ConnectorException {
        String provider = client.provider().title();
        String refresh = granted.refreshToken();
        if (refresh == null) {
            throw new ConnectorException.Refused(
                    provider + " gave a sign-in that cannot be renewed: oauth." + client.provider().id()
                            + ".scope in genjin.yaml must ask for offline_access.",
                    null);
        }
        if (!mayRead(client, granted)) {
            throw new ConnectorException.Refused(
                    "You signed in to " + mailbox.name() + ", but did not let Genjin read its mail: run '" + Refusals.command(mailbox)
                            + "' again and leave every box ticked.",
                    null);
        }
        keeper.keep(mailbox, Tokens.of(client, granted, refresh, clock.instant()));
    }

    /** A person may take boxes out of the consent; the provider then grants less than was asked for. */
    private static boolean mayRead(OAuthClient client, Answer.Granted granted) {
        String scope = granted.scope();
        if (scope == null) {
            return true;
        }
        // What stands before the last slash changes: Microsoft answers with another host than it was asked with.
        List<String> reading = Arrays.stream(client.scope().toLowerCase(Locale.ROOT).split(" ", -1))
                .filter(it -> it.contains("imap") || it.contains("mail.google.com"))
                .map(it -> it.contains("imap") ? it.substring(it.lastIndexOf('/') + 1) : it)
                .toList();
        String got = scope.toLowerCase(Locale.ROOT);
        return reading.isEmpty() || reading.stream().anyMatch(got::contains);
    }
}
