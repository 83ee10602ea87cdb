package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.LoginRefused;
import org.genjin.connectors.ScriptedDnsServer;
import org.genjin.connectors.Survey;
import org.genjin.daemon.TestHome.Said;
import org.genjin.daemon.provider.ProviderWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a mailbox at a terminal, from the address alone to a configuration that works. */
class InitTest {

    private static final String LI = "li@localhost";

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private TestMailServer server;
    private ScriptedDnsServer dns;
    private TestHome home;

    @BeforeEach
    void start() throws Exception {
        server = TestMailServer.encrypted(LI, "wang@localhost");
        server.deliver(LI, mail().from("kim@acme.example").to(LI).subject("RFQ").text("price please").at("2025-12-01T01:00:00Z"));
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Re: RFQ").text("2 USD").at("2025-12-02T01:00:00Z"));
        dns = new ScriptedDnsServer();
        dns.srv("_imaps._tcp.localhost", 0, 1, server.imapPort(), "localhost").srv("_submissions._tcp.localhost", 0, 1, server.smtpPort(), "localhost");
        home = new TestHome(folder.resolve("home"), clock, Map.of("MAIL_SECRET", "secret", "GENJIN_DNS", dns.place()));
    }

    @AfterEach
    void stop() {
        server.close();
        dns.close();
    }

    @Test
    void fromAnAddressAndAPasswordToAMailboxThatIsRead() throws Exception {
        Said said = home.runWith(LI + "\nsecret\n", "init", "--language", "en");
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("Your e-mail address:", "as the DNS record _imaps._tcp.localhost names them", "localhost port " + server.imapPort() + ", TLS",
                "✓ DNS: localhost is 127.0.0.1", "✓ TLS: TLSv1.", "✓ Login: li@localhost is let in", "✓ Folders: 2 are read, with 2 mails", "INBOX: 1, the oldest of ",
                "Sent: 1, the oldest of ", "✓ Sending: localhost takes mail", "Added to ", "genjin run");
        assertThat(said.out() + said.err()).doesNotContain("secret\n");
        Path secret = home.home.secrets().resolve(LI);
        assertThat(secret).hasContent("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.getParent()))).isEqualTo("rwx------");
        SourceConfig.Imap mailbox = home.config().mailboxes().getFirst();
        assertThat(mailbox.imap()).isEqualTo(new Server("localhost", server.imapPort(), Server.Tls.IMPLICIT));
        assertThat(mailbox.credentials()).isEqualTo(new Secret.InFile(secret));
        assertThat(home.config().language()).isEqualTo(Language.EN);
        assertThat(home.run("sync").out()).contains(LI + ": 2 new");
    }

    @Test
    void aFolderThatIsNeverLoggedIsNotOpenedEvenToSetUpOrToExamine() throws Exception {
        home.write("language: en\nmailboxes:\n  - {address: " + LI + ", secret: \"env:MAIL_SECRET\"}\nnever-log: {folders: [Sent]}\n");
        assertThat(home.run("init", LI, "--secret", "env:MAIL_SECRET").out())
                .contains("✓ Folders: 1 are read, with 1 mails", "INBOX: 1, the oldest of ").doesNotContain("Sent: 1");
        assertThat(home.run("doctor").out()).contains("1 mailboxes: INBOX").doesNotContain("Sent");
    }

    @Test
    void aConfigurationWithAddressAndSecretAloneWorks() throws Exception {
        home.write("language: en\nmailboxes:\n  - {address: " + LI + ", secret: \"env:MAIL_SECRET\", since: all}\n");
        assertThat(home.run("sync").out()).contains(LI + ": 2 new");
        Said doctor = home.run("doctor");
        assertThat(doctor.out()).contains("ok    find " + LI + ": localhost port " + server.imapPort() + " and localhost port " + server.smtpPort(), "by SRV",
                "ok    send as " + LI);
        clock.set("2026-03-04T01:00:00Z");
        home.run("digest", "send");
        assertThat(server.digests(LI)).hasSize(1);
    }

    @Test
    void nothingFoundAndNoNetworkAreToldApart() throws Exception {
        home.write("language: en\nmailboxes:\n  - {address: li@nowhere.invalid, secret: \"env:MAIL_SECRET\"}\n");
        assertThat(home.run("sync").err()).contains("No mail server was found for li@nowhere.invalid", "write it into genjin.yaml: imap:");
        Said nothing = home.run("init", "li@nowhere.invalid", "--language", "en");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err()).contains("No mail servers were found for li@nowhere.invalid", "MX nowhere.invalid", "--imap HOST:993");
        dns.silence();
        assertThat(home.run("sync").err()).contains("could not be looked for", "tried again by itself");
        assertThat(home.run("init", "li@nowhere.invalid", "--language", "de").err()).contains("Das Netz antwortet nicht");
    }

    @Test
    void aServerThatOnlyTheDnsNamesElsewhereIsAskedAboutFirst() throws Exception {
        dns.srv("_imaps._tcp.factory.invalid", 0, 1, 993, "imap.stranger.example");
        Said said = home.runWith("\n", "init", "li@factory.invalid", "--language", "en");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("imap.stranger.example is a server of another domain");
        assertThat(said.err()).contains("Nothing was sent");
        home.write("mailboxes:\n  - {address: li@factory.invalid, secret: \"env:MAIL_SECRET\"}\n");
        assertThat(home.run("sync").err()).contains("not sent there unasked", "imap: {host: imap.stranger.example, port: 993, tls: implicit}");
    }

    @Test
    void aWrongPasswordLeavesNothingBehind() throws Exception {
        Said said = home.runWith("wrong\n", "init", LI, "--language", "zh-CN");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("✓ DNS", "✗ 登录：localhost 拒绝了 " + LI + " 的登录", "授权码", "没有写入任何内容").doesNotContain("wrong");
        assertThat(home.home.folder()).doesNotExist();
    }

    @Test
    void whereMailCanBeReadButNotSentItIsDoneInPart() throws Exception {
        Said said = home.runWith("secret\n", "init", LI, "--language", "en", "--imap", "127.0.0.1:" + server.imapPort() + ":implicit");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).contains("as you gave them", "✗ Sending: no server is known");
        assertThat(home.config().mailboxes().getFirst().smtp()).isEmpty();
    }

    @Test
    void aServerToSendThroughThatDoesNotAnswerIsSaidInTheRepsLanguage() throws Exception {
        int free;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Said said = home.runWith("secret\n", "init", LI, "--language", "pt-BR", "--smtp", "127.0.0.1:" + free + ":implicit");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).contains("✗ Conexão: 127.0.0.1 porta " + free + " não responde", "Adicionado a ");
    }

    @Test
    void aServerThatIsGivenBesideOneThatIsFoundIsWrittenDown() throws Exception {
        String smtp = "127.0.0.1:" + server.smtpPort() + ":implicit";
        assertThat(home.runWith("secret\n", "init", LI, "--language", "en", "--smtp", smtp).exit()).isZero();
        assertThat(home.config().mailboxes().getFirst().smtp()).contains(Server.parse(smtp, 465));
        assertThat(home.config().mailboxes().getFirst().imap().host()).isEqualTo("localhost");
    }

    @Test
    void aSecondMailboxIsAddedToWhatAPersonWroteAndTheFirstIsLeftAlone() throws Exception {
        String before = "# ours\nlanguage: en\nmailboxes:\n  - address: boss@gmail.com # the boss\n    secret: env:BOSS\ndigest: {at: \"07:00\"}\n";
        home.write(before);
        assertThat(home.run("init", LI, "--secret", "env:MAIL_SECRET").exit()).isZero();
        String after = Files.readString(home.home.configFile());
        assertThat(after).startsWith("# ours\nlanguage: en\nmailboxes:\n  - address: boss@gmail.com # the boss\n    secret: env:BOSS\n  - address: " + LI + "\n    secret: env:MAIL_SECRET\n")
                .endsWith("digest: {at: \"07:00\"}\n");
        assertThat(home.home.secrets()).doesNotExist();
    }

    @Test
    void againForTheSameAddressIsARepair() throws Exception {
        home.runWith("secret\n", "init", LI, "--language", "en");
        Files.writeString(home.home.secrets().resolve(LI), "old one\n");
        String before = Files.readString(home.home.configFile());
        Said kept = home.runWith("\n", "init", LI);
        assertThat(kept.exit()).as("Enter keeps the old one, which is refused").isEqualTo(1);
        Said said = home.runWith("secret\n", "init", LI);
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("is in " + home.home.configFile() + " already", "as genjin.yaml has them", "is as it was");
        assertThat(home.home.secrets().resolve(LI)).hasContent("secret");
        assertThat(home.home.configFile()).hasContent(before);
    }

    @Test
    void aFileThatOnlyAPersonShouldChangeIsLeftAloneAndTheLinesAreShown() throws Exception {
        String before = "mailboxes:\n  - address: " + LI + "\n    secret: file:li.secret\n    imap:\n      # moved in May\n      host: old.example\n";
        home.write(before);
        Said said = home.runWith("secret\n", "init", LI, "--language", "en", "--imap", "localhost:" + server.imapPort() + ":implicit");
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).contains("only a person should change", "    imap: {host: localhost, port: " + server.imapPort() + ", tls: implicit}");
        assertThat(home.home.configFile()).hasContent(before);
        assertThat(home.home.folder().resolve("li.secret")).hasContent("secret");
    }

    @Test
    void mistakesGetOneSentence() throws Exception {
        for (String bad : List.of("li", "li@", "@localhost", "li@lo calhost", "li@10.0.0.1", "a@b@c.com", "li@x:80", "li@-x")) {
            Said said = home.run("init", bad, "--language", "en");
            assertThat(said.exit()).as(bad).isEqualTo(2);
            assertThat(said.err().strip()).as(bad).contains("is no e-mail address").doesNotContain("\n");
        }
        assertThat(home.run("init", "--language", "en").err()).contains("No address was given");
        assertThat(home.run("init", LI, "--language", "xx").err()).contains("--language takes one of");
        assertThat(home.run("init", LI, "--imap", "mail.factory.example:143:none").err()).contains("--imap takes HOST");
        assertThat(home.run("init", LI, "--secret", "hunter2", "--language", "en")).satisfies(it -> {
            assertThat(it.exit()).isEqualTo(2);
            assertThat(it.err()).contains("never the password itself").doesNotContain("hunter2");
        });
        assertThat(home.run("init", LI, "--secret", "env:NOT_SET", "--language", "en").err()).contains("NOT_SET is not set");
        assertThat(home.run("init", LI, "--language", "en").err()).as("no password on standard input").contains("No password was given");
        assertThat(home.home.folder()).doesNotExist();
    }

    @Test
    void whatTheProviderWantsIsToldBeforeAnythingIsTyped() {
        Said qq = home.run("init", "li@qq.com", "--language", "zh-CN");
        assertThat(qq.out()).contains("QQ邮箱（由邮箱地址得知）", "imap.qq.com", "QQ邮箱需要先做以下设置", "https://mail.qq.com", "1. 开启 IMAP 服务", "授权码", "最近 30 天", "li@qq.com 的授权码");
        Said outlook = home.run("init", "kim@outlook.com", "--language", "es");
        assertThat(outlook.out()).contains("Outlook.com no acepta contraseñas de programas");
        assertThat(outlook.err()).contains("Microsoft no acepta contraseñas", "client id", "https://entra.microsoft.com");
        Said gmail = home.run("init", "kim@gmail.com", "--language", "ar");
        assertThat(gmail.out()).contains("https://myaccount.google.com/apppasswords", "كلمة مرور للتطبيق");
    }

    @Test
    void whereNoLanguageIsSaidTheTerminalsIsSpoken() {
        assertThat(TerminalLanguage.of(Map.of("LC_ALL", "C.UTF-8", "LANG", "de_AT.UTF-8"))).contains(Language.DE);
        assertThat(TerminalLanguage.of(Map.of("LANG", "pt_PT"))).contains(Language.PT_BR);
        assertThat(TerminalLanguage.of(Map.of("LANG", "zh_TW.Big5"))).contains(Language.ZH_CN);
        assertThat(TerminalLanguage.of(Map.of("LANG", "C"))).isEmpty();
        assertThat(home.run("init", "li@qq.com").out()).startsWith("语言：zh-CN");
    }

    @Test
    void aMailboxWhoseOldestMailIsThirtyDaysOldIsSuspected() {
        assertThat(LastDaysOnly.age(survey("2026-02-01T05:00:00Z"), clock.instant())).isPresent();
        assertThat(LastDaysOnly.age(survey("2026-02-20T05:00:00Z"), clock.instant())).isEmpty();
        assertThat(LastDaysOnly.age(survey("2025-02-01T05:00:00Z"), clock.instant())).isEmpty();
        assertThat(LastDaysOnly.age(new Survey(false, false, List.of(new Survey.Folder("INBOX", 0, null))), clock.instant())).isEmpty();
    }

    @Test
    void theProvidersWishIsToldAgainWhenItRefuses() {
        LoginRefused refused = new LoginRefused(new Server("imap.163.com", 993, Server.Tls.IMPLICIT), "li@163.com", "LOGIN Login error");
        ConnectorException problem = new ConnectorException.Refused("The server refuses.", null, refused);
        assertThat(new ProviderWords(Language.ZH_CN).problem("li@163.com", problem))
                .contains("imap.163.com 拒绝了 li@163.com 的登录（LOGIN Login error）", "网易邮箱", "https://mail.163.com", "授权码", "genjin init li@163.com");
        assertThat(new ProviderWords(Language.RU).problem("li@163.com", problem)).contains("код авторизации", "NetEase Mail");
        assertThat(new ProviderWords(Language.EN).problem("x", new ConnectorException.Unavailable("It is down.", null))).isEqualTo("It is down.");
    }

    @Test
    void statusPageAndDigestSayItInTheRepsLanguage() throws Exception {
        home.write("language: zh-CN\nmailboxes:\n  - {address: " + LI + ", secret: \"env:MAIL_SECRET\", since: all, imap: {host: localhost, port: "
                + server.imapPort() + "}, user: nobody}\n");
        assertThat(home.run("sync").err()).contains("localhost 拒绝了 nobody 的登录", "genjin init " + LI);
        assertThat(home.run("status").out()).contains("拒绝了 nobody 的登录");
    }

    @Test
    void googlesBlanksAreNoPartOfThePassword() {
        assertThat(AppPassword.joined("abcd efgh ijkl mnop")).isEqualTo("abcdefghijklmnop");
        assertThat(AppPassword.joined("two words")).isEqualTo("two words");
    }

    private static Survey survey(String oldest) {
        return new Survey(true, true, List.of(
                new Survey.Folder("INBOX", 7, java.time.Instant.parse(oldest)), new Survey.Folder("Sent", 1, java.time.Instant.parse("2026-03-01T00:00:00Z"))));
    }
}
