package org.genjin.connectors.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a mailbox that was signed in to, on a mail server that takes the provider's newest token and no other. */
class TokenMailboxTest {

    private static final String LI = "li@factory.example";
    private static final Mailbox INBOX = new Mailbox(LI, "INBOX");

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private OAuthServer provider;
    private GreenMail mails;
    private GreenMailUser li;
    private ImapProxy proxy;
    private SourceConfig.Imap mailbox;
    private Connectors connectors;

    @BeforeEach
    void start() throws Exception {
        provider = new OAuthServer();
        mails = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        mails.start();
        li = mails.setUser(LI, LI, "not yet");
        for (int i = 1; i <= 12; i++) {
            li.deliver(GreenMailUtil.createTextEmail(LI, "kim@acme.example", "mail " + i, "words of " + i, mails.getImap().getServerSetup()));
        }
        proxy = new ImapProxy(mails.getImap().getPort());
        mailbox = new SourceConfig.Imap(
                LI, LI, LI, provider.microsoft(), new Server("127.0.0.1", proxy.port(), Server.Tls.NONE), Optional.empty(), Optional.empty());
        provider.onToken(li::setPassword);
        OAuth signIns = new OAuth(home.resolve("tokens"), Map.of(), () -> now, pause -> now = now.plus(pause));
        signIns.byDevice(mailbox, _ -> {});
        connectors = new Connectors(signIns.logins(), Map.of(), () -> now);
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        mails.stop();
        provider.close();
    }

    /** The subjects of all that one connector gives, five at a time. */
    private List<String> drain() throws ConnectorException {
        List<String> subjects = new ArrayList<>();
        try (Connector connector = connectors.open(mailbox)) {
            assertThat(connector.mailboxes()).contains(INBOX);
            Cursor cursor = Cursor.START;
            Batch batch;
            do {
                batch = connector.pull(INBOX, cursor, 5);
                batch.messages().stream().map(Message::subject).forEach(subjects::add);
                cursor = batch.next();
            } while (!batch.drained());
        }
        return subjects;
    }

    private static void assertWhole(List<String> subjects) {
        Set<String> all = new HashSet<>(subjects);
        assertThat(all).hasSize(12);
        assertThat(subjects).as("each once").hasSize(12);
    }

    private long logins() {
        return proxy.heard().stream().filter(it -> it.contains(" AUTHENTICATE ")).count();
    }

    @Test
    void theServerIsToldTheTokenInTheFormThatXoauth2Has() throws Exception {
        assertWhole(drain());
        String said = proxy.heard().stream().filter(it -> it.contains(" AUTHENTICATE XOAUTH2 ")).findFirst().orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(said.substring(said.lastIndexOf(' ') + 1)), StandardCharsets.UTF_8))
                .isEqualTo("user=" + LI + "\1auth=Bearer " + provider.accessToken() + "\1\1");
        assertThat(proxy.heard()).noneMatch(it -> it.contains(" LOGIN ") || it.contains("PLAIN"));
    }

    @Test
    void aTokenThatEndsInTheMidstOfAFetchIsRenewedOnceAndTheReadingGoesOnWhereItWas() throws Exception {
        now = now.plus(Duration.ofMinutes(40));
        proxy.endOnce(isSecondFetch(), "* BYE Session invalidated - AccessTokenExpired");
        assertWhole(drain());
        assertThat(provider.renewals()).isEqualTo(1);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aConnectionThatIsCutWithoutAWordWhenTheTokenEndsIsMadeAnewWithAnotherToken() throws Exception {
        now = now.plus(Duration.ofMinutes(40));
        proxy.endOnce(isSecondFetch(), "* 1 EXISTS");
        assertWhole(drain());
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void whoWaitsForNewsWhileTheTokenEndsWaitsOn() throws Exception {
        try (Connector connector = connectors.open(mailbox)) {
            connector.mailboxes();
            assertThat(connector.awaitNews(INBOX, Duration.ofMillis(100))).as("what came before").isEqualTo(Connector.News.SOME);
            now = now.plus(Duration.ofMinutes(40));
            proxy.endOnce(
                    it -> {
                        boolean idle = it.endsWith(" IDLE");
                        if (idle) {
                            li.setPassword("over");
                        }
                        return idle;
                    },
                    "* BYE Session invalidated - AccessTokenExpired");
            assertThat(connector.awaitNews(INBOX, Duration.ofSeconds(20))).as("meanwhile").isEqualTo(Connector.News.SOME);
        }
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void aSessionThatIsAuthenticatedButNotConnectedGetsAnotherTokenAndAnotherConnection() throws Exception {
        now = now.plus(Duration.ofMinutes(40));
        proxy.answerOnce(it -> it.contains(" EXAMINE "), "TAG BAD User is authenticated but not connected.");
        assertWhole(drain());
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void aTokenThatTheServerRefusesAtLoginIsRenewedOnce() throws Exception {
        now = now.plus(Duration.ofMinutes(40));
        proxy.answerOnce(it -> it.contains(" AUTHENTICATE "), "TAG NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");
        assertWhole(drain());
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void theErrorThatComesAsAChallengeBeforeTheRefusalIsUnderstood() throws Exception {
        now = now.plus(Duration.ofMinutes(40));
        String json = Base64.getEncoder().encodeToString("{\"status\":\"400\",\"schemes\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8));
        proxy.answerOnce(it -> it.contains(" AUTHENTICATE "), "+ " + json + "\r\nTAG NO AUTHENTICATE failed.");
        assertWhole(drain());
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void aServerThatIsMerelyBusyIsNoReasonForAnotherToken() {
        now = now.plus(Duration.ofMinutes(40));
        proxy.answerOnce(it -> it.contains(" AUTHENTICATE "), "TAG NO [LIMIT] Too many simultaneous connections");
        assertThatThrownBy(this::drain).isInstanceOf(ConnectorException.Unavailable.class);
        assertThat(provider.renewals()).isZero();
    }

    @Test
    void aConsentThatIsTakenBackInTheMidstOfAFetchNeedsThePerson() {
        now = now.plus(Duration.ofMinutes(40));
        provider.revoke();
        proxy.endOnce(isSecondFetch(), "* BYE Session invalidated - AccessTokenExpired");
        assertThatThrownBy(this::drain).isInstanceOf(ConnectorException.Refused.class)
                .hasMessageContaining("has ended the sign-in").hasMessageContaining("genjin sign-in " + LI);
        assertThat(logins()).as("the server is not bothered again").isEqualTo(1);
    }

    @Test
    void aProviderInTroubleWhileATokenEndsIsWaitedFor() {
        now = now.plus(Duration.ofMinutes(40));
        provider.answerNext("503");
        proxy.endOnce(isSecondFetch(), "* BYE Session invalidated - AccessTokenExpired");
        assertThatThrownBy(this::drain).isInstanceOf(ConnectorException.Unavailable.class)
                .hasMessageContaining("cannot be renewed just now");
    }

    @Test
    void aServerThatRefusesAFreshTokenIsNotAskedAgainAndThePersonIsToldWhatToLookAt() {
        provider.onToken(_ -> {});
        now = now.plus(Duration.ofHours(2));
        assertThatThrownBy(this::drain).isInstanceOf(ConnectorException.Refused.class)
                .hasMessageContaining("although Microsoft has signed " + LI + " in").hasMessageContaining("IMAP is switched on");
        assertThat(provider.renewals()).isEqualTo(1);
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void everyQuestionThatAConnectorAnswersIsHandedOn() {
        List<String> all = Arrays.stream(Connector.class.getMethods()).map(Method::getName).toList();
        assertThat(Arrays.stream(RenewingConnector.class.getDeclaredMethods()).map(Method::getName)).containsAll(all);
    }

    /** From then on the server takes the token no more. */
    private Predicate<String> isSecondFetch() {
        AtomicInteger fetches = new AtomicInteger();
        return it -> {
            boolean second = it.contains("BODY.PEEK[") && fetches.incrementAndGet() == 2;
            if (second) {
                li.setPassword("over");
            }
            return second;
        };
    }
}
