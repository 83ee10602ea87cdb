package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.genjin.config.Server;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say to those who want to come in, and who is not let in to begin with. */
class ImapLoginTest {

    private ScriptedImapServer server;
    private ScriptedMailbox mailbox;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(2);
        mailbox = new ScriptedMailbox(server);
    }

    @AfterEach
    void stop() throws Exception {
        mailbox.close();
    }

    private void refuse(String answer) {
        server.script("LOGIN", talk -> talk.done(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "NO [LIMIT] Too many simultaneous connections", "NO [UNAVAILABLE] Temporary authentication failure", "NO [INUSE] locked",
        "NO [SERVERBUG] oops", "NO LOGIN Login error, system busy", "NO Please try again later", "BAD User is authenticated but not connected.",
        "NO System Error", "NO 登录过于频繁，请稍后再试"
    })
    void whatWillPassIsNoWrongPassword(String answer) {
        refuse(new String(answer.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(mailbox.drain(Cursor.START).failure()).get().isInstanceOf(ConnectorException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "NO LOGIN failed.", "NO [AUTHENTICATIONFAILED] try again with an app password",
        "NO [EXPIRED] change your password"
    })
    void aRefusalIsSaidWithWhatToDoAndWithoutThePassword(String answer) {
        refuse(answer);
        assertThatThrownBy(() -> mailbox.open().mailboxes()).isInstanceOf(ConnectorException.Refused.class)
                .hasMessageContaining("check the password").hasMessageNotContaining("secret\"");
    }

    @Test
    void aDailyLimitIsWaitedOutForADay() {
        refuse("NO [OVERQUOTA] Account exceeded its bandwidth limits");
        assertThat(mailbox.drain(Cursor.START).failure()).get().isInstanceOfSatisfying(
                ConnectorException.Unavailable.class, it -> assertThat(it.pause()).isEqualTo(Duration.ofDays(1)));
    }

    @Test
    void aServerThatSaysGoodByeFirstIsQuoted() {
        server.greeting = "* BYE [ALERT] Too many connections from your address";
        assertThat(mailbox.drain(Cursor.START).failure()).get().isInstanceOf(ConnectorException.Unavailable.class)
                .satisfies(it -> assertThat(it).hasMessageContaining("Too many connections from your address"));
    }

    @Test
    void anAlertReachesTheOwner() {
        server.script("LOGIN", talk -> {
            talk.say("* NO [ALERT] Your mailbox will be closed on Friday");
            return false;
        });
        assertThat(mailbox.drain(Cursor.START).warnings()).anyMatch(it -> it.contains("Your mailbox will be closed on Friday"));
    }

    @Test
    void whoeverWantsToKnowIsToldWhoAsksBeforeAnyFolderIsOpened() {
        server.capabilitiesInside = "IMAP4rev1 ID";
        assertThat(mailbox.drain(Cursor.START).messages()).isEqualTo(2);
        List<String> commands = server.commands();
        int id = commands.indexOf(commands.stream().filter(it -> it.startsWith("ID (\"name\" \"Genjin\"")).findFirst().orElseThrow());
        assertThat(id).isGreaterThan(commands.indexOf("LOGIN")).isLessThan(commands.indexOf("EXAMINE \"INBOX\""));
    }

    @Test
    void unsafeLoginIsAnsweredByAnIntroductionAndElseExplained() {
        server.script("EXAMINE", talk -> server.count("ID ") == 0 && talk.done("NO EXAMINE Unsafe Login. Please contact kefu@188.example for help"));
        assertThat(mailbox.drain(Cursor.START).messages()).isEqualTo(2);
        server.script("EXAMINE", talk -> talk.done("NO EXAMINE Unsafe Login. Please contact kefu@188.example for help"));
        assertThat(mailbox.drain(Cursor.START).failure()).get().isInstanceOf(ConnectorException.Refused.class)
                .satisfies(it -> assertThat(it).hasMessageContaining("web mail").hasMessageContaining("Unsafe Login"));
    }

    @Test
    void whereLoginIsSwitchedOffThePlainWayIsTaken() {
        server.capabilities = "IMAP4rev1 LOGINDISABLED AUTH=PLAIN";
        List<String> said = new ArrayList<>();
        server.script("AUTHENTICATE PLAIN", talk -> {
            talk.say("+ ");
            said.add(new String(Base64.getDecoder().decode(talk.readLine()), StandardCharsets.UTF_8));
            return talk.done("OK [CAPABILITY IMAP4rev1] in");
        });
        assertThat(mailbox.drain(Cursor.START).messages()).isEqualTo(2);
        assertThat(said).containsExactly("\0li\0secret");
        assertThat(server.count("LOGIN")).isZero();
    }

    @Test
    void noPasswordIsSentWhereEncryptionIsWithheld() {
        for (String greeting : List.of("* OK ready", "* PREAUTH welcome")) {
            server.greeting = greeting;
            server.script("STARTTLS", talk -> talk.done("BAD what is that"));
            assertThatThrownBy(() -> mailbox.open(Server.Tls.STARTTLS, new TrackedSockets(SSLSocketFactory::getDefault)).mailboxes())
                    .isInstanceOf(ConnectorException.class).hasMessageContaining("No password was sent");
        }
        server.mend();
        server.greeting = "* OK ready";
        server.script("STARTTLS", talk -> {
            talk.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN");
            talk.done("OK begin");
            return talk.hangUp();
        });
        assertThatThrownBy(() -> mailbox.open(Server.Tls.STARTTLS, new TrackedSockets(SSLSocketFactory::getDefault)).mailboxes())
                .isInstanceOf(ConnectorException.class);
        assertThat(server.commands()).noneMatch(it -> it.startsWith("LOGIN") || it.startsWith("AUTHENTICATE"));
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        server.script("LOGIN", _ -> true);
        long begun = System.nanoTime();
        assertThat(mailbox.drain(Cursor.START).failure()).get().isInstanceOf(ConnectorException.Unavailable.class)
                .satisfies(it -> assertThat(it).hasMessageContaining("took too long"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatIsWrongWithACertificateIsNamed(@TempDir Path folder) throws Exception {
        assertThat(tried(folder, "self", false, "-ext", "SAN=ip:127.0.0.1")).contains("signed by nobody this machine trusts");
        assertThat(tried(folder, "name", true, "-ext", "SAN=dns:other.example")).contains("for another name");
        assertThat(tried(folder, "old", true, "-ext", "SAN=ip:127.0.0.1", "-startdate", "-10d", "-validity", "1")).contains("has expired");
        assertThat(tried(folder, "good", true, "-ext", "SAN=ip:127.0.0.1")).isEmpty();
        try (ScriptedImapServer plain = new ScriptedImapServer(1)) {
            assertThatThrownBy(() -> new ScriptedMailbox(plain).open(Server.Tls.IMPLICIT, new TrackedSockets(SSLSocketFactory::getDefault)).mailboxes())
                    .hasMessageContaining("does not speak TLS");
        }
    }

    /** What a server with such a certificate leads to; "" if it is read. */
    private static String tried(Path folder, String name, boolean trusted, String... more) throws Exception {
        Path file = folder.resolve(name + ".p12");
        keytool(file, "ca", "-ext", "bc:c");
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-signer", "ca"));
        keytool(file, "it", options.toArray(String[]::new));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("ca", keys.getCertificate("ca"));
        keys.deleteEntry("ca");
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        Supplier<SocketFactory> client = trusted ? context::getSocketFactory : SSLSocketFactory::getDefault;
        try (ScriptedImapServer server = new ScriptedImapServer(1, context.getServerSocketFactory());
                ImapConnector connector = patient(server).open(Server.Tls.IMPLICIT, new TrackedSockets(client))) {
            connector.mailboxes();
            return "";
        } catch (ConnectorException e) {
            assertThat(e).hasMessageContaining("No password was sent");
            return String.valueOf(e.getMessage());
        }
    }

    private static void keytool(Path file, String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", file.toString(),
                "-storepass", "changeit", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias + ".example"));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static ScriptedMailbox patient(ScriptedImapServer server) throws IOException {
        ScriptedMailbox mailbox = new ScriptedMailbox(server);
        mailbox.patience = Patience.USUAL;
        return mailbox;
    }
}
