package org.genjin.connectors.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Holdings;
import org.genjin.connectors.Login;
import org.genjin.connectors.Logins;
import org.genjin.connectors.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox whose token may end in the midst of reading: then another token is got, another connection made, and the same
 * question asked once more, from the same cursor. A second refusal stands.
 *
 * <p>{@link #close} may be called by another thread while a question is going on, which then fails.
 */
public final class RenewingConnector implements Connector {

    private final SourceConfig.Imap source;
    private final Logins logins;
    private final Function<Logins, Connector> opener;
    private final Predicate<ConnectorException> mayBeTheToken;
    private final Object turn = new Object();
    private Connector connector;
    private boolean closed;
    private boolean listed;
    private volatile @Nullable Login used;

    /**
     * @param opener opens the source without asking it anything yet
     * @param mayBeTheToken whether a failure may come of a token that the server does not take any more
     */
    public RenewingConnector(
            SourceConfig.Imap source,
            Logins logins,
            Function<Logins, Connector> opener,
            Predicate<ConnectorException> mayBeTheToken) {
        this.source = source;
        this.logins = logins;
        this.opener = opener;
        this.mayBeTheToken = mayBeTheToken;
        this.connector = opener.apply(new Noted());
    }

    /** Remembers which login a connection was made with. */
    private final class Noted implements Logins {
        @Override
        public Login of(SourceConfig.Imap mailbox) throws ConnectorException {
            Login login = logins.of(mailbox);
            used = login;
            return login;
        }

        @Override
        public boolean renew(SourceConfig.Imap mailbox, Login refused) throws ConnectorException {
            return logins.renew(mailbox, refused);
        }
    }

    private interface Question<T> {
        T ask(Connector connector) throws ConnectorException;
    }

    @Override
    public List<Mailbox> mailboxes() throws ConnectorException {
        List<Mailbox> mailboxes = ask(Connector::mailboxes);
        listed = true;
        return mailboxes;
    }

    @Override
    public Batch pull(Mailbox mailbox, Cursor cursor, int limit) throws ConnectorException {
        return ask(it -> it.pull(mailbox, cursor, limit));
    }

    @Override
    public Optional<Holdings> holdings(Mailbox mailbox, Cursor cursor) throws ConnectorException {
        return ask(it -> it.holdings(mailbox, cursor));
    }

    @Override
    public News awaitNews(Mailbox mailbox, Duration patience) throws ConnectorException {
        return ask(it -> it.awaitNews(mailbox, patience));
    }

    private <T> T ask(Question<T> question) throws ConnectorException {
        Connector asked = current();
        try {
            return question.ask(asked);
        } catch (ConnectorException e) {
            Login refused = used;
            if (refused == null || !mayBeTheToken.test(e) || !logins.renew(source, refused) || !reopen(asked)) {
                throw e;
            }
            Connector renewed = current();
            if (listed) {
                renewed.mailboxes(); // a connector knows the mailboxes that it has listed
            }
            return question.ask(renewed);
        }
    }

    private Connector current() {
        synchronized (turn) {
            return connector;
        }
    }

    /** @return false if it was closed meanwhile */
    private boolean reopen(Connector old) {
        old.close();
        synchronized (turn) {
            if (!closed) {
                connector = opener.apply(new Noted());
            }
            return !closed;
        }
    }

    @Override
    public void close() {
        synchronized (turn) {
            closed = true;
            connector.close();
        }
    }
}
