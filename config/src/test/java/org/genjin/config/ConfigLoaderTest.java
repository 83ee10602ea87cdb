package org.genjin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    private static final ZoneId MACHINE = ZoneId.of("Europe/Berlin");

    private static final AppConfig.Digest MORNING = new AppConfig.Digest(
            LocalTime.of(8, 0), Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));

    @TempDir
    Path folder;

    @Test
    void withoutAFileEverythingHasItsDefault() throws Exception {
        AppConfig config = new ConfigLoader(folder, MACHINE).load(folder.resolve("absent.yaml"));
        assertThat(config).isEqualTo(new AppConfig(
                Language.ZH_CN, MACHINE, List.of(), List.of(), List.of(), new AppConfig.Polling(Duration.ofMinutes(2)), MORNING,
                new AppConfig.Web("127.0.0.1", 8025), new AppConfig.Attachments(
                        AppConfig.Attachments.workersFor(Runtime.getRuntime().availableProcessors()), 50, Duration.ofSeconds(60), 256,
                        Optional.empty()), Map.of(),
                NeverLog.NOTHING, new AppConfig.Unmatched(Optional.of(Period.ofDays(30))),
                new AppConfig.Grades(5, 100_000, 730, 180, 48, 180), new AppConfig.Report(true, List.of()),
                new MailSettings(new OwnerMails(Language.ZH_CN, MACHINE, MORNING, InstantMails.NONE), Map.of()), List.of(),
                Workbooks.USUAL));
    }

    @Test
    void theWeeklyMailCanBeEndedAndAManagerMustHaveAMailboxHere() throws Exception {
        assertThat(load("""
                mailboxes: [{address: li@factory.example, secret: "env:X", imap: {host: h}}]
                report: {weekly: off, managers: [Li@factory.example]}
                """).report()).isEqualTo(new AppConfig.Report(false, List.of("li@factory.example")));
        assertThat(catchThrowableOfType(ConfigException.class, () -> load("""
                mailboxes: [{address: li@factory.example, secret: "env:X", imap: {host: h}}]
                report: {weekly: sometimes, managers: [boss@factory.example]}
                """))).hasMessageContaining("report.weekly must be on or off")
                .hasMessageContaining("report.managers names boss@factory.example, who has no mailbox here");
    }

    @Test
    void theExampleFileIsRightAndNamesEveryKey() throws Exception {
        AppConfig config = new ConfigLoader(folder, MACHINE).load(Path.of("genjin.example.yaml").toAbsolutePath());
        assertThat(config.mailboxes()).hasSize(3);
        assertThat(config.mailboxes().getFirst().imap()).isEqualTo(new Server("imap.gmail.com", 993, Server.Tls.IMPLICIT));
        assertThat(config.exports().getFirst().folder()).isEqualTo(folder.resolve("exports"));
        assertThat(Files.readString(Path.of("genjin.example.yaml"))).contains(
                "language:", "time-zone:", "address:", "secret:", "imap:", "smtp:", "user:", "owner:", "since:", "exports:",
                "folder:", "our-domains:", "polling:", "every:", "digest:", "at:", "days:", "web:", "listen:", "attachments:",
                "workers:", "max-megabytes:", "timeout:", "worker-megabytes:", "host:", "port:", "tls:",
                "sign-in:", "oauth:", "microsoft:", "google:", "client-id:", "client-secret:", "tenant:", "authorize:", "device:", "token:",
                "scope:", "never-log:", "folders:", "addresses:", "domains:", "unmatched:", "keep:", "grades:", "orders:", "value:",
                "orders-days:", "quotes-days:", "quick-hours:", "silent-days:", "instant:", "waiting-hours:", "grades:", "source-silent:", "fraud:", "owners:", "report:", "weekly:",
                "managers:", "industry:", "workbook:", "password:", "sheets:");
    }

    @Test
    void ourLineOfTradeIsOneOrSeveral() throws Exception {
        assertThat(load("industry: Machinery").industries()).containsExactly("machinery");
        assertThat(load("industry: machinery, food").industries()).containsExactly("machinery", "food");
        assertThat(load("industry: [food, chemicals]").industries()).containsExactly("food", "chemicals");
        assertThat(load("industry:").industries()).isEmpty();
    }

    @Test
    void aRepMayWantASheetForEachCustomer() throws Exception {
        AppConfig config = load("""
                mailboxes:
                  - {address: li@factory.example, secret: "env:X", imap: {host: h}}
                  - {address: wang@factory.example, secret: "env:X", imap: {host: h}}
                workbook: {password: "env:SHEET"}
                owners:
                  - {address: wang@factory.example, workbook: {sheets: all}}
                """);
        assertThat(config.workbooks().of("li@factory.example").sheets()).isEqualTo(Workbooks.Sheets.BEST);
        assertThat(config.workbooks().of("wang@factory.example"))
                .isEqualTo(new Workbooks.Kept(Optional.of(new Secret.Environment("SHEET")), Workbooks.Sheets.ALL));
        assertThat(catchThrowableOfType(ConfigException.class, () -> load("workbook: {sheets: 500}")))
                .hasMessageContaining("line 1").hasMessageContaining("workbook.sheets must be best or all");
    }

    @Test
    void aWorkbooksPasswordIsNamedAndNeverWrittenHere() throws Exception {
        AppConfig config = load("""
                mailboxes:
                  - {address: li@factory.example, secret: "env:X", imap: {host: h}}
                  - {address: wang@factory.example, secret: "env:X", imap: {host: h}}
                  - {address: chen@factory.example, secret: "env:X", imap: {host: h}}
                workbook: {password: "env:SHEET"}
                owners:
                  - {address: wang@factory.example, workbook: {password: "file:secrets/wang"}}
                  - {address: chen@factory.example, workbook: {password: none}}
                """);
        assertThat(config.workbooks().of("li@factory.example").password()).contains(new Secret.Environment("SHEET"));
        assertThat(config.workbooks().of("wang@factory.example").password()).contains(new Secret.InFile(folder.resolve("secrets/wang")));
        assertThat(config.workbooks().of("chen@factory.example").password()).isEmpty();
        assertThat(catchThrowableOfType(ConfigException.class, () -> load("workbook: {password: hunter2}")))
                .hasMessageContaining("workbook.password must be env:NAME, file:PATH or none")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void documentsAreReadByAllCoresButOneWhichIsForTheRest() {
        assertThat(AppConfig.Attachments.workersFor(1)).isEqualTo(1);
        assertThat(AppConfig.Attachments.workersFor(2)).isEqualTo(1);
        assertThat(AppConfig.Attachments.workersFor(4)).isEqualTo(3);
        assertThat(AppConfig.Attachments.workersFor(64)).as("each takes memory").isEqualTo(4);
    }

    @Test
    void everyKeyCanBeSetToSomethingElse() throws Exception {
        AppConfig config = load("""
                language: en
                time-zone: America/Bogota
                mailboxes:
                  - {address: Li@Factory.example, secret: "file:li.secret", imap: {host: 127.0.0.1, port: 10143, tls: none},
                     smtp: {host: mail.factory.example, port: 587, tls: starttls}, user: li, owner: boss@factory.example, since: all}
                exports:
                  - {folder: drop, owner: boss@factory.example, time-zone: Asia/Dubai}
                our-domains: [Factory.example]
                polling: {every: 90 seconds}
                digest: {at: "07:30", days: "sun-thu"}
                web: {listen: "localhost:0"}
                attachments: {workers: 2, max-megabytes: 10, timeout: 5 seconds, worker-megabytes: 128, ocr: eng+chi_sim}
                never-log: {folders: [Family, Bank/Private], addresses: [Mum@Home.example, "+86 138 0013 8000", Mahjong group],
                    domains: [Bank.example]}
                unmatched: {keep: 2 weeks}
                grades: {orders: 3, value: 50000, orders-days: 365, quotes-days: 90, quick-hours: 24, silent-days: 120}
                """);
        SourceConfig.Imap mailbox = config.mailboxes().getFirst();
        assertThat(mailbox).isEqualTo(new SourceConfig.Imap(
                "li@factory.example", "boss@factory.example", "li", new Secret.InFile(folder.resolve("li.secret")),
                new Server("127.0.0.1", 10143, Server.Tls.NONE),
                Optional.of(new Server("mail.factory.example", 587, Server.Tls.STARTTLS)), Optional.empty()));
        assertThat(config.exports()).containsExactly(new SourceConfig.DropFolder(
                folder.resolve("drop"), "boss@factory.example", ZoneId.of("Asia/Dubai")));
        assertThat(config.ourDomains()).containsExactly("factory.example");
        assertThat(config.polling().every()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.digest().days()).hasSize(5).contains(DayOfWeek.SUNDAY).doesNotContain(DayOfWeek.FRIDAY);
        assertThat(config.web()).isEqualTo(new AppConfig.Web("localhost", 0));
        assertThat(config.attachments()).isEqualTo(new AppConfig.Attachments(2, 10, Duration.ofSeconds(5), 128, Optional.of(List.of("eng", "chi_sim"))));
        assertThat(config.owners()).containsExactly("boss@factory.example");
        assertThat(config.neverLog()).isEqualTo(new NeverLog(
                List.of("family", "bank/private"), List.of("mum@home.example", "+86 138 0013 8000", "mahjong group"),
                List.of("bank.example")));
        assertThat(config.grades()).isEqualTo(new AppConfig.Grades(3, 50_000, 365, 90, 24, 120));
        assertThat(config.unmatched().keep()).contains(Period.ofWeeks(2));
        assertThat(load("unmatched: {keep: forever}").unmatched().keep()).isEmpty();
        assertThat(load("mailboxes: [{address: a@qq.com, secret: env:A}]").mailboxes().getFirst().since())
                .contains(Period.ofMonths(12));
    }

    @Test
    void eachOwnerMayHaveAnHourDaysAZoneAndALanguageOfTheirOwnAndHasTheOthersElse() throws Exception {
        AppConfig config = load("""
                language: zh-CN
                time-zone: Asia/Shanghai
                mailboxes:
                  - {address: li@factory.example, secret: "env:A", imap: {host: localhost}}
                  - {address: ana@factory.example, secret: "env:B", imap: {host: localhost}}
                digest: {at: "08:30", days: mon-sat}
                instant: {waiting-hours: 4, fraud: true}
                owners:
                  - {address: Ana@factory.example, language: es, time-zone: America/Bogota, digest: {at: "07:15"},
                     instant: {waiting-hours: off, source-silent: 1 day, grades: [S, a, B]}}
                """);
        OwnerMails li = config.mails().of("li@factory.example");
        assertThat(li.language()).isEqualTo(Language.ZH_CN);
        assertThat(li.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(li.digest()).isEqualTo(config.digest());
        assertThat(li.instant()).isEqualTo(new InstantMails(Optional.of(4), Set.of("S", "A"), Optional.empty(), true));
        OwnerMails ana = config.mails().of("ana@factory.example");
        assertThat(ana.language()).isEqualTo(Language.ES);
        assertThat(ana.timeZone()).isEqualTo(ZoneId.of("America/Bogota"));
        assertThat(ana.digest()).isEqualTo(new AppConfig.Digest(LocalTime.of(7, 15), config.digest().days()));
        assertThat(ana.digest().days()).contains(DayOfWeek.SATURDAY).doesNotContain(DayOfWeek.SUNDAY);
        assertThat(ana.instant()).isEqualTo(
                new InstantMails(Optional.empty(), Set.of("S", "A", "B"), Optional.of(Duration.ofDays(1)), true));
    }

    @Test
    void whatIsWrongWithAnOwnersMailsIsSaidWithItsLine() {
        assertThat(problems("""
                mailboxes: [{address: a@qq.com, secret: env:A}]
                instant: {waiting-hour: 4, grades: [Z], source-silent: 5 minutes, fraud: perhaps}
                owners:
                  - {language: en}
                  - {address: b@qq.com}
                  - {address: a@qq.com, digest: {at: 25:00, day: mon}}
                  - {address: a@qq.com, lang: de}
                """)).containsExactly(
                "genjin.yaml line 2: instant.waiting-hour is not a key; did you mean 'waiting-hours'?",
                "genjin.yaml line 2: instant.source-silent must be a duration such as '1 day' or '12 hours', at least an hour, or off",
                "genjin.yaml line 2: instant.grades must be some of [S, A, B, C, E]",
                "genjin.yaml line 2: instant.fraud must be true or false",
                "genjin.yaml line 7: owners[3].lang is not a key",
                "genjin.yaml line 4: owners[0].address is missing: who is meant?",
                "genjin.yaml line 5: owners[1].address is b@qq.com, but no mailbox and no export folder is theirs; the owners are a@qq.com",
                "genjin.yaml line 6: owners[2].digest.day is not a key; did you mean 'days'?",
                "genjin.yaml line 6: owners[2].digest.at must be a time such as \"08:00\"",
                "genjin.yaml line 7: owners[3].address is there twice: a@qq.com");
    }

    @Test
    void whatCannotKeepAnythingOutOfTheLogIsAMistake() {
        assertThat(problems("""
                never-log:
                  folder: [Family]
                  folders: [/]
                  addresses: ["@bank.example", "mum@home"]
                  domains: [mum@home.example, bank]
                unmatched: {keep: 0 days}
                """)).containsExactly(
                "genjin.yaml line 2: never-log.folder is not a key; did you mean 'folders'?",
                "genjin.yaml line 3: never-log.folders must name folders such as Family, not '/'",
                "genjin.yaml line 4: never-log.addresses must be mail addresses, phone numbers or titles of chats;"
                        + " '@bank.example' belongs under domains, not '@bank.example'",
                "genjin.yaml line 4: never-log.addresses must be mail addresses, phone numbers or titles of chats;"
                        + " '@bank.example' belongs under domains, not 'mum@home'",
                "genjin.yaml line 5: never-log.domains must be domains such as bank.example, not 'mum@home.example'",
                "genjin.yaml line 5: never-log.domains must be domains such as bank.example, not 'bank'",
                "genjin.yaml line 6: unmatched.keep must be such as '30 days', '6 months' or forever");
        assertThat(problems("""
                mailboxes: [{address: a@mail.factory.example, secret: env:A}]
                never-log: {addresses: [a@mail.factory.example], domains: [factory.example]}
                """)).containsExactly(
                "genjin.yaml line 2: never-log.addresses names your own mailbox a@mail.factory.example: nothing would be logged",
                "genjin.yaml line 2: never-log.domains has factory.example, where your mailbox a@mail.factory.example is: nothing"
                        + " would be logged");
    }

    @Test
    void allMistakesAreSaidAtOnceWithTheirLinesAndTheNearestKey() {
        List<String> problems = problems("""
                languge: en
                time-zone: Mars/Olympus
                mailboxes:
                  - address: li@factory.example
                    secret: hunter2
                  - secrt: env:X
                    imap: {host: imap.factory.example, tls: none}
                digest: {at: "25:00"}
                web: {listen: "0.0.0.0:80"}
                """);
        assertThat(problems).anyMatch(it -> it.equals("genjin.yaml line 1: languge is not a key; did you mean 'language'?"));
        assertThat(problems).anyMatch(it -> it.startsWith("genjin.yaml line 2: time-zone must be a zone"));
        assertThat(problems).anyMatch(it -> it.startsWith("genjin.yaml line 5: mailboxes[0].secret must be env:NAME"));
        assertThat(problems).anyMatch(it -> it.contains("line 6: mailboxes[1].secrt is not a key; did you mean 'secret'?"));
        assertThat(problems).anyMatch(it -> it.contains("mailboxes[1].address is missing"));
        assertThat(problems).anyMatch(it -> it.contains("line 7: mailboxes[1].imap.tls none is refused"));
        assertThat(problems).anyMatch(it -> it.contains("line 8: digest.at must be a time"));
        assertThat(problems).anyMatch(it -> it.contains("line 9: web.listen must be HOST:PORT on loopback"));
        assertThat(String.join("\n", problems)).doesNotContain("hunter2");
    }

    @Test
    void aFileThatIsNoYamlOrNoUtf8IsSaidToBeSo() throws Exception {
        assertThat(problems("mailboxes: [")).first().asString().contains("it is no YAML");
        Files.write(folder.resolve("genjin.yaml"), "language: en # é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(
                        ConfigException.class,
                        () -> new ConfigLoader(folder, MACHINE).load(folder.resolve("genjin.yaml")))
                .problems()).first().asString().contains("not UTF-8");
        assertThat(problems("language: en\nlanguage: fr")).first().asString().contains("language");
    }

    private List<String> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> load(yaml)).problems();
    }

    private AppConfig load(String yaml) throws ConfigException {
        try {
            Path file = Files.writeString(folder.resolve("genjin.yaml"), yaml);
            return new ConfigLoader(folder, MACHINE).load(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
