package org.genjin.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code genjin.yaml}. Everything has a default but a mailbox's address and what lets us into it; all that is wrong
 * is found at once. Nothing is connected to and no secret is looked up.
 */
public final class ConfigLoader {

    private static final String[] SERVER_KEYS = {"host", "port", "tls"};

    private final Path userHome;
    private final ZoneId machineZone;
    private final Providers providers = new Providers();

    /** @param userHome what {@code ~} means */
    public ConfigLoader(Path userHome, ZoneId machineZone) {
        this.userHome = userHome;
        this.machineZone = machineZone;
    }

    /** @throws ConfigException with every problem, each with its line and key */
    public AppConfig load(Path file) throws ConfigException {
        List<String> problems = new ArrayList<>();
        YamlNode.Section root = YamlFile.read(file, problems);
        AppConfig config = new Reading(file.toAbsolutePath().resolveSibling(""), problems).config(root);
        if (!problems.isEmpty()) {
            throw new ConfigException(
                    problems.stream().map(it -> file.getFileName() + " " + it).toList());
        }
        return config;
    }

    /** One reading of one file. */
    private final class Reading {

        private final Path base;
        private final List<String> problems;
        private final CredentialsReader credentials;

        Reading(Path base, List<String> problems) {
            this.base = base;
            this.problems = problems;
            this.credentials = new CredentialsReader(userHome, base);
        }

        AppConfig config(YamlNode.Section root) {
            SectionReader top = new SectionReader(root, "", problems, Set.of(
                    "language", "time-zone", "mailboxes", "exports", "our-domains", "polling", "digest", "web", "attachments", "oauth",
                    "never-log", "unmatched", "grades", "report", "instant", "owners", "industry", WorkbookSection.KEY));
            ZoneId zone = MailSection.zone(top, machineZone);
            Language language = MailSection.language(top, Language.ZH_CN);
            SectionReader attachments =
                    top.section("attachments", "workers", "max-megabytes", "timeout", "worker-megabytes", "ocr");
            Map<OAuthClient.Provider, OAuthClient> clients = new OAuthSection(credentials::secret).read(top);
            List<SourceConfig.Imap> mailboxes = mailboxes(top, clients);
            List<SourceConfig.DropFolder> exports = exports(top, zone);
            WorkbookSection workbooks = new WorkbookSection(top, credentials::secret);
            MailSettings mails = MailSection.read(top, language, zone, owners(mailboxes, exports), workbooks::owner);
            return new AppConfig(
                    language,
                    zone,
                    mailboxes,
                    exports,
                    top.texts("our-domains"),
                    new AppConfig.Polling(top.section("polling", "every")
                            .value("every", Duration.ofMinutes(2), "a duration such as '2 minutes'", Values::duration)),
                    mails.usual().digest(),
                    top.section("web", "listen")
                            .value("listen", new AppConfig.Web("127.0.0.1", 8025), "HOST:PORT on loopback", Reading::web),
                    new AppConfig.Attachments(
                            attachments.number("workers", AppConfig.Attachments.workersFor(Runtime.getRuntime().availableProcessors()), 1, 16),
                            attachments.number("max-megabytes", 50, 1, 1000),
                            attachments.value("timeout", Duration.ofSeconds(60), "a duration such as '60 seconds'", Values::duration),
                            attachments.number("worker-megabytes", 256, 64, 4096),
                            attachments.value("ocr", Optional.empty(), "all, none or languages such as eng+chi_sim", Values::ocr)),
                    clients,
                    NeverLogSection.read(top, mailboxes.stream().map(SourceConfig.Imap::address).toList()),
                    new AppConfig.Unmatched(top.section("unmatched", "keep")
                            .value("keep", Values.keep("30 days"), "such as '30 days', '6 months' or forever", Values::keep)),
                    grades(top.section("grades", "orders", "value", "orders-days", "quotes-days", "quick-hours", "silent-days")),
                    report(top.section("report", "weekly", "managers"), mailboxes),
                    mails,
                    top.oneOrMore("industry", "machinery"),
                    workbooks.all());
        }

        private static AppConfig.Report report(SectionReader it, List<SourceConfig.Imap> mailboxes) {
            List<String> managers = it.texts("managers");
            Set<String> owners = new HashSet<>();
            mailboxes.forEach(mailbox -> owners.add(mailbox.owner()));
            managers.stream().filter(address -> !owners.contains(address)).forEach(address -> it.problem(
                    "managers", "names " + address + ", who has no mailbox here to be written to and to log in by"));
            return new AppConfig.Report(it.value("weekly", AppConfig.Report.USUAL.weekly(), "on or off", Values::isOn), managers);
        }

        private static Set<String> owners(List<? extends SourceConfig> mailboxes, List<? extends SourceConfig> exports) {
            return Stream.concat(mailboxes.stream(), exports.stream()).map(SourceConfig::owner).collect(Collectors.toSet());
        }

        private static AppConfig.Grades grades(SectionReader it) {
            AppConfig.Grades usual = AppConfig.Grades.USUAL;
            return new AppConfig.Grades(
                    it.number("orders", usual.orders(), 1, 1000),
                    it.number("value", usual.value(), 1, 1_000_000_000),
                    it.number("orders-days", usual.ordersDays(), 1, 10_000),
                    it.number("quotes-days", usual.quotesDays(), 1, 10_000),
                    it.number("quick-hours", usual.quickHours(), 1, 10_000),
                    it.number("silent-days", usual.silentDays(), 1, 10_000));
        }

        private List<SourceConfig.Imap> mailboxes(
                SectionReader top, Map<OAuthClient.Provider, OAuthClient> clients) {
            List<SourceConfig.Imap> mailboxes = new ArrayList<>();
            Set<String> addresses = new HashSet<>();
            for (SectionReader it : top.sections(
                    "mailboxes", "address", "secret", "sign-in", "imap", "smtp", "user", "owner", "since")) {
                Optional<String> address =
                        it.value("address", Optional.empty(), "an e-mail address", text -> Optional.of(Values.address(text)));
                if (!it.has("address")) {
                    it.problem("address", "is missing");
                }
                if (address.isPresent() && !addresses.add(address.get())) {
                    it.problem("address", "is there twice: " + address.get());
                }
                Optional<Servers> servers = servers(it, address.orElse(""));
                Optional<Credentials> how = credentials.of(it, servers.flatMap(Reading::reading), clients);
                if (address.isPresent() && how.isPresent() && servers.isPresent()) {
                    mailboxes.add(new SourceConfig.Imap(
                            address.get(),
                            it.value("owner", address.get(), "an e-mail address", Values::address),
                            it.text("user").orElse(
                                    providers.ofAddress(address.get()).map(known -> known.user(address.get())).orElse(address.get())),
                            how.get(),
                            servers.get(),
                            it.value("since", Values.since("12 months"), "such as '12 months', '2 years' or all", Values::since)));
                }
            }
            return mailboxes;
        }

        /** What the file says, else what the domain tells, else still to be found; empty if the file says it wrongly. */
        private Optional<Servers> servers(SectionReader it, String address) {
            Optional<Server> imap = server(it, "imap", 993);
            Optional<Server> smtp = server(it, "smtp", 465);
            if (it.has("imap")) {
                return imap.map(known -> new Servers.Known(known, smtp));
            }
            Optional<Servers.Known> known = providers.ofAddress(address).map(provider -> provider.servers(address));
            return Optional.of(
                    known.<Servers>map(found -> new Servers.Known(found.imap(), smtp.or(found::smtp)))
                            .orElseGet(() -> new Servers.ToBeFound(smtp, !it.has("user"))));
        }

        private static Optional<Server> reading(Servers servers) {
            return servers instanceof Servers.Known known ? Optional.of(known.imap()) : Optional.empty();
        }

        private Optional<Server> server(SectionReader mailbox, String key, int port) {
            if (!mailbox.has(key)) {
                return Optional.empty();
            }
            SectionReader it = mailbox.section(key, SERVER_KEYS);
            Optional<String> host = it.text("host");
            if (host.isEmpty()) {
                it.problem("host", "is missing");
                return Optional.empty();
            }
            int chosen = it.number("port", port, 1, 65_535);
            Server.Tls tls = it.value("tls", Server.Tls.IMPLICIT, "implicit, starttls or none", Values::tls);
            try {
                return Optional.of(new Server(host.get(), chosen, tls));
            } catch (IllegalArgumentException e) {
                it.problem("tls", "none is refused anywhere but on loopback: a password would go over the net in clear");
                return Optional.empty();
            }
        }

        private List<SourceConfig.DropFolder> exports(SectionReader top, ZoneId zone) {
            List<SourceConfig.DropFolder> exports = new ArrayList<>();
            for (SectionReader it : top.sections("exports", "folder", "owner", "time-zone")) {
                Optional<String> folder = it.text("folder");
                Optional<String> owner =
                        it.value("owner", Optional.empty(), "an e-mail address", text -> Optional.of(Values.address(text)));
                if (!it.has("folder")) {
                    it.problem("folder", "is missing");
                }
                if (!it.has("owner")) {
                    it.problem("owner", "is missing: whose customers write there?");
                }
                if (folder.isPresent() && owner.isPresent()) {
                    exports.add(new SourceConfig.DropFolder(
                            Values.path(folder.get(), userHome, base), owner.get(), MailSection.zone(it, zone)));
                }
            }
            return exports;
        }

        private static AppConfig.Web web(String text) {
            int colon = text.lastIndexOf(':');
            String host = text.substring(0, colon);
            int port = Integer.parseInt(text.substring(colon + 1));
            if (!host.matches("127\\.0\\.0\\.1|localhost|\\[::1\\]") || port < 0 || port > 65_535) {
                throw new IllegalArgumentException(text);
            }
            return new AppConfig.Web(host, port);
        }
    }
}
