package org.genjin.daemon;

import org.genjin.config.Credentials;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Logins;
import org.genjin.connectors.SignIns;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;

/** A sign-in with Microsoft or Google. What comes of it is kept in the home as soon as it is done. */
final class InitSignIn implements InitLogin {

    private final OAuthClient client;
    private final SignIns signIns;

    private InitSignIn(OAuthClient client, SignIns signIns) {
        this.client = client;
        this.signIns = signIns;
    }

    /** Blocks until the person has signed in. */
    static InitSignIn ask(SourceConfig.Imap mailbox, OAuthClient client, SignIns signIns, SignIn signIn, Terminal terminal)
            throws Trouble {
        signIn.run(mailbox, terminal);
        return new InitSignIn(client, signIns);
    }

    @Override
    public Credentials credentials() {
        return client;
    }

    @Override
    public Logins logins() {
        return signIns.logins();
    }

    @Override
    public boolean another() {
        return false;
    }

    @Override
    public void keep() {
        // it is in the home since the person signed in
    }

    @Override
    public String key() {
        return "sign-in";
    }

    @Override
    public String value() {
        return client.provider().id();
    }
}
