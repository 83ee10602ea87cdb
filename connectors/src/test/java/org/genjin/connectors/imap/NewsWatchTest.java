package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.PasswordLogins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for news, and servers that lie about it. */
class NewsWatchTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private ScriptedImapServer server;
    private ScriptedMailbox mailbox;
    private ImapConnector connector;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(2);
        server.capabilities = "IMAP4rev1 IDLE";
        server.capabilitiesInside = server.capabilities;
        mailbox = new ScriptedMailbox(server);
        connector = mailbox.open();
    }

    @AfterEach
    void stop() throws Exception {
        connector.close();
        mailbox.close();
    }

    private Connector.News await(Duration time) throws ConnectorException {
        return connector.awaitNews(ScriptedMailbox.INBOX, time);
    }

    @Test
    void newsIsToldAtOnceAndSilenceWhenTimeIsUp() throws Exception {
        assertThat(await(LONG)).as("what came before was not heard").isEqualTo(Connector.News.SOME);
        assertThat(await(Duration.ofMillis(100))).isEqualTo(Connector.News.NONE);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Connector.News> news = threads.submit(() -> await(LONG));
            while (server.count("IDLE") < 2) {
                Thread.onSpinWait();
            }
            long uid = 100;
            while (!news.isDone()) {
                server.deliver("INBOX", uid++, "news"); // the server may not have begun to listen
            }
            assertThat(news.get()).isEqualTo(Connector.News.SOME);
        }
    }

    @Test
    void aSilentWaitIsBegunAgainBeforeServersTireOfIt() throws Exception {
        await(LONG);
        assertThat(await(Duration.ofMillis(1000))).isEqualTo(Connector.News.NONE);
        assertThat(server.count("IDLE")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aServerWithoutNewsOrThatRefusesToTellItIsNotAskedForIt() throws Exception {
        await(LONG);
        server.script("IDLE", talk -> talk.done("BAD unknown command"));
        assertThat(await(LONG)).isEqualTo(Connector.News.UNKNOWN);
        server.capabilitiesInside = "IMAP4rev1";
        try (ImapConnector other = mailbox.open()) {
            assertThat(other.awaitNews(ScriptedMailbox.INBOX, LONG)).isEqualTo(Connector.News.UNKNOWN);
        }
    }

    @Test
    void aServerThatClosesOrDiesOrEndsTheWaitByItselfIsFoundOut() throws Exception {
        await(LONG);
        server.script("IDLE", ScriptedImapServer.Talk::hangUp);
        assertThatThrownBy(() -> await(LONG)).isInstanceOf(ConnectorException.Unavailable.class);
        server.script("IDLE", talk -> {
            talk.say("+ idling");
            talk.say("* BYE idle for too long");
            return talk.hangUp();
        });
        assertThat(await(LONG)).as("a new connection").isEqualTo(Connector.News.SOME);
        assertThatThrownBy(() -> await(LONG)).isInstanceOf(ConnectorException.Unavailable.class).hasMessageContaining("idle for too long");
        server.script("IDLE", talk -> {
            talk.say("+ idling");
            return talk.done("OK that was all");
        });
        await(LONG);
        assertThatThrownBy(() -> await(LONG)).isInstanceOf(ConnectorException.Unavailable.class);
        server.script("IDLE", talk -> {
            talk.say("+ idling");
            talk.readLine();
            return true; // and never a word again: the line is dead
        });
        await(LONG);
        assertThatThrownBy(() -> await(LONG)).isInstanceOf(ConnectorException.Unavailable.class).hasMessageContaining("too long");
    }

    @Test
    void aWaitEndsWhenTheConnectorIsClosedByAnotherThread() throws Exception {
        await(LONG);
        mailbox.patience = Patience.USUAL;
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Connector.News> news = threads.submit(() -> await(LONG));
            while (server.count("IDLE") < 1) {
                Thread.onSpinWait();
            }
            connector.close();
            assertThatThrownBy(() -> news.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectorException.Unavailable.class);
        }
    }

    @Test
    void aServerThatIsWaitedForIsTakenLeaveOfBeforeTheConnectionGoes() throws Exception {
        SourceConfig.Imap source = new SourceConfig.Imap(
                ScriptedMailbox.LI, ScriptedMailbox.LI, "li", new Secret.Environment("S"),
                new Server("127.0.0.1", server.port(), Server.Tls.NONE), Optional.empty(), Optional.empty());
        TrackedSockets sockets = new TrackedSockets(SSLSocketFactory::getDefault);
        ImapConnection connection = ImapLogin.open(source, new PasswordLogins(Map.of("S", "secret")), sockets, Patience.USUAL);
        NewsWatch watch = new NewsWatch(connection, Patience.USUAL);
        watch.await(LONG);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Connector.News> news = threads.submit(() -> watch.await(LONG));
            while (!watch.leave(LONG)) {
                Thread.onSpinWait();
            }
            assertThat(server.commands()).last().asString().contains("LOGOUT");
            assertThatThrownBy(() -> news.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(SocketException.class);
        } finally {
            sockets.close();
        }
        assertThat(watch.leave(LONG)).as("nobody waits any more").isFalse();
    }
}
