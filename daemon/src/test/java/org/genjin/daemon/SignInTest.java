package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.oauth.OAuthServer;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.outbox.SmtpMailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A mailbox at a provider that takes no password. */
class SignInTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T02:00:00Z");
    private OAuthServer provider;
    private TestMailServer mails;
    private TestHome home;

    @BeforeEach
    void start() throws Exception {
        provider = new OAuthServer();
        provider.seconds(1);
        mails = new TestMailServer(LI);
        mails.admit(LI, "not yet");
        provider.onToken(it -> mails.admit(LI, it));
        mails.deliver(LI, Mails.mail().text("Please quote 500 flanges."));
        home = new TestHome(folder, clock);
        configure("en");
    }

    @AfterEach
    void stop() {
        mails.close();
        provider.close();
    }

    private void configure(String language) throws IOException {
        home.write("""
                language: %s
                time-zone: Asia/Shanghai
                mailboxes:
                  - {address: %s, sign-in: microsoft, since: all, imap: {host: 127.0.0.1, port: %d, tls: none},
                     smtp: {host: 127.0.0.1, port: %d, tls: none}}
                  - {address: wang@factory.example, secret: "env:MAIL_SECRET", imap: {host: 127.0.0.1, port: %d, tls: none}}
                oauth:
                  microsoft: {client-id: client-1, authorize: "%s", device: "%s", token: "%s"}
                web: {listen: "127.0.0.1:0"}
                """.formatted(
                language, LI, mails.imapPort(), mails.smtpPort(), mails.imapPort(), provider.uri("/authorize"), provider.uri("/device"),
                provider.uri("/token")));
    }

    @Test
    void aMailboxIsSignedInFromTheCommandLineAndReadFromThenOn() {
        TestHome.Said before = home.run("sync", "--source", LI);
        assertThat(before.exit()).isEqualTo(1);
        assertThat(before.err()).contains("Nobody has signed in to " + LI + " yet: run 'genjin sign-in " + LI + "'.");
        assertThat(home.run("status").out()).contains("parked").containsOnlyOnce("run 'genjin sign-in " + LI + "'");
        assertThat(home.run("doctor").out()).contains("FAIL  sign-in of " + LI + ": nobody has signed in with Microsoft yet")
                .doesNotContain("read " + LI, "send as " + LI);

        TestHome.Said signedIn = home.run("sign-in", LI);
        assertThat(signedIn.err()).isEmpty();
        assertThat(signedIn.exit()).isZero();
        assertThat(signedIn.out()).contains("https://provider.example/link", "WDJB-MJHT", "valid for 15 minutes", "Signed in: Microsoft lets",
                "ok    read " + LI);

        assertThat(home.run("status").out()).contains("signed in with Microsoft since 2026-03-02").doesNotContain("parked");
        assertThat(home.run("sync", "--source", LI).out()).contains(LI + ": 1 new");
    }

    @Test
    void theRepIsSpokenToInTheirOwnLanguage() throws Exception {
        configure("zh-CN");
        assertThat(home.run("sign-in", LI).out()).contains("用 Microsoft 登录 " + LI, "输入代码", "WDJB-MJHT", "登录成功");
    }

    @Test
    void whoNamesNoSuchMailboxOrOneWithAPasswordIsToldSo() {
        assertThat(home.run("sign-in", "nobody@factory.example").err()).contains("There is no mailbox 'nobody@factory.example'", LI);
        TestHome.Said password = home.run("sign-in", "wang@factory.example");
        assertThat(password.exit()).isEqualTo(2);
        assertThat(password.err()).contains("has a password");
        assertThat(home.run("sign-in", LI, "--device", "--browser").exit()).isEqualTo(2);
    }

    @Test
    void aPersonWhoDeclinesSeesWhyAndNothingIsKept() {
        provider.answerNext("authorization_declined");
        TestHome.Said said = home.run("sign-in", LI);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err().strip()).isEqualTo("The sign-in of " + LI + " was declined on the page of Microsoft: run 'genjin sign-in " + LI
                + "' and accept what it asks for.");
        assertThat(home.home.tokens()).doesNotExist();
    }

    @Test
    void aConsentTakenBackParksTheMailboxOnceAndSigningInAgainBringsItBack() throws Exception {
        home.run("sign-in", LI);
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            SourceConfig.Imap mailbox = desk.config().mailboxes().getFirst();
            assertThat(desk.sync().poll(mailbox, Poll.Progress.SILENT)).isInstanceOf(Poll.Outcome.Drained.class);
            provider.revoke();
            clock.move(Duration.ofHours(2));
            assertThat(desk.sync().poll(mailbox, Poll.Progress.SILENT)).isInstanceOfSatisfying(Poll.Outcome.Failed.class, it -> {
                assertThat(it.state()).isEqualTo(SourceStatus.State.PARKED);
                assertThat(it.problem()).contains("Microsoft has ended the sign-in", "genjin sign-in " + LI);
            });
            clock.move(Duration.ofHours(2));
            assertThat(desk.sync().poll(mailbox, Poll.Progress.SILENT)).as("nobody is asked again").isInstanceOf(Poll.Outcome.Skipped.class);
            assertThat(provider.renewals()).isEqualTo(1);
        }
        assertThat(home.run("status").out()).contains("parked").containsOnlyOnce("Microsoft has ended the sign-in");
        assertThat(home.run("doctor").out()).contains("FAIL  sign-in of " + LI + ": Microsoft has ended");
        assertThat(home.run("sign-in", LI).exit()).isZero();
        try (Daemon daemon = home.open()) {
            assertThat(daemon.desk().sync().poll(daemon.desk().config().mailboxes().getFirst(), Poll.Progress.SILENT))
                    .isInstanceOf(Poll.Outcome.Drained.class);
        }
        assertThat(home.run("doctor").out()).contains("ok    sign-in of " + LI + ": signed in with Microsoft since", "ok    send as " + LI);
    }

    @Test
    void theMorningMailLeavesWithTheTokenAndARefusedOneIsRenewedOnce() throws Exception {
        home.run("sign-in", LI);
        try (Daemon daemon = home.open()) {
            SmtpMailer mailer = new SmtpMailer(daemon.desk().config().mailboxes(), daemon.desk().signIns().logins(), it -> it,
                    new org.genjin.daemon.provider.ProviderWords(org.genjin.config.Language.EN));
            byte[] digest = "From: %1$s\r\nTo: %1$s\r\nSubject: due\r\nX-Genjin-Mail: 1\r\n\r\ntext\r\n".formatted(LI).getBytes(StandardCharsets.UTF_8);
            assertThat(mailer.send(LI, digest)).isEqualTo(new Delivery.Sent());
            mails.admit(LI, "no token any more");
            clock.move(Duration.ofMinutes(30));
            assertThat(mailer.send(LI, digest)).isEqualTo(new Delivery.Sent());
            assertThat(provider.renewals()).isEqualTo(1);
            assertThat(mails.digests(LI)).hasSize(2);
            mails.admit(LI, "nor this");
            assertThat(mailer.send(LI, digest)).isInstanceOfSatisfying(Delivery.NotLetIn.class, it -> assertThat(it.why())
                    .contains("sending by SMTP is switched on", "genjin sign-in " + LI));
            provider.revoke();
            clock.move(Duration.ofHours(1));
            assertThat(mailer.send(LI, digest)).isInstanceOfSatisfying(Delivery.Deferred.class, it -> assertThat(it.why())
                    .contains("has ended the sign-in"));
        }
    }

    @Test
    void noTokenIsInAnythingThatIsSaidOrLogged() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        List<Logger> loggers = Stream.of("org.genjin", "jakarta.mail", "org.eclipse.angus", "jdk.httpclient", "com.sun.net.httpserver")
                .map(it -> (Logger) LoggerFactory.getLogger(it))
                .toList();
        loggers.forEach(it -> {
            it.setLevel(Level.TRACE);
            it.addAppender(log);
        });
        StringBuilder said = new StringBuilder();
        try {
            for (String verb : List.of("sign-in", "sync", "status", "doctor")) {
                TestHome.Said it = verb.equals("sign-in") ? home.run(verb, LI) : home.run(verb);
                said.append(it.out()).append(it.err());
            }
            provider.revoke();
            clock.move(Duration.ofHours(2));
            for (String verb : List.of("sync", "status", "doctor")) {
                TestHome.Said it = home.run(verb);
                said.append(it.out()).append(it.err());
            }
        } finally {
            loggers.forEach(it -> {
                it.detachAppender(log);
                it.setLevel(null);
            });
        }
        log.list.forEach(it -> said.append(it.getFormattedMessage()).append(it.getThrowableProxy()));
        assertThat(log.list).isNotEmpty();
        assertThat(said.toString()).doesNotContain("access-secret", "refresh-secret", "device-secret");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(it -> !it.startsWith(home.home.tokens())).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain("access-secret", "refresh-secret");
            }
        }
    }
}
