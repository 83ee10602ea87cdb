package org.genjin.daemon;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.genjin.config.AppConfig;
import org.genjin.config.FreeMail;
import org.genjin.config.Home;
import org.genjin.config.Language;
import org.genjin.config.OwnerMails;
import org.genjin.config.Secret;
import org.genjin.config.Workbooks;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.SignIns;
import org.genjin.daemon.answer.Answers;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.crm.CrmExport;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.GradeRule;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.customerlist.CustomerLists;
import org.genjin.daemon.customerlist.rules.Us;
import org.genjin.daemon.decision.Belonging;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.Dormancy;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.draft.DraftBook;
import org.genjin.daemon.draft.DraftWriter;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.ingest.Assignment;
import org.genjin.daemon.ingest.Documents;
import org.genjin.daemon.ingest.FactsFirst;
import org.genjin.daemon.ingest.IndexCatchUp;
import org.genjin.daemon.ingest.Indexing;
import org.genjin.daemon.ingest.IndustrySayings;
import org.genjin.daemon.ingest.Ingest;
import org.genjin.daemon.ingest.NeverLogged;
import org.genjin.daemon.ingest.NewRows;
import org.genjin.daemon.ingest.Notes;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ingest.Preparation;
import org.genjin.daemon.ingest.RecentReadings;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ingest.SameChat;
import org.genjin.daemon.ingest.SameMail;
import org.genjin.daemon.ingest.Sayings;
import org.genjin.daemon.ingest.Standings;
import org.genjin.daemon.ingest.Sync;
import org.genjin.daemon.ingest.Watch;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.Dossiers;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SetAsideReport;
import org.genjin.daemon.ledger.SourceTable;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.outbox.MailPlan;
import org.genjin.daemon.outbox.Mailer;
import org.genjin.daemon.outbox.Outbox;
import org.genjin.daemon.outbox.SmtpMailer;
import org.genjin.daemon.privacy.Privacy;
import org.genjin.daemon.provider.ProviderWords;
import org.genjin.daemon.reading.MessageReading;
import org.genjin.daemon.reading.WordsReading;
import org.genjin.daemon.reminder.AlertSweep;
import org.genjin.daemon.reminder.DigestWriter;
import org.genjin.daemon.reminder.ReminderSweep;
import org.genjin.daemon.report.Reports;
import org.genjin.daemon.report.WeeklySweep;
import org.genjin.daemon.report.WeeklyWriter;
import org.genjin.daemon.verify.Verification;
import org.genjin.daemon.workbook.Exports;
import org.genjin.daemon.workbook.keeping.SheetPasswords;
import org.genjin.daemon.workbook.keeping.SheetWishes;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.genjin.index.IndexDamaged;
import org.genjin.index.LuceneSearchIndex;
import org.genjin.index.Ocr;
import org.genjin.index.SearchIndex;
import org.genjin.index.TextExtractor;
import org.genjin.index.TikaWorkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: one open home with everything that works on it. The caller holds the home's lock. */
final class Daemon implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private final Ledger ledger;
    private final SearchIndex index;
    private final TextExtractor extractor;
    private final Path temporary;
    private final Desk desk;
    private final Watch watch;
    private final Outbox outbox;
    private final AlertSweep alerts;
    private final Function<Mailer, ReminderSweep> sweeps;

    private Daemon(
            Ledger ledger,
            SearchIndex index,
            TextExtractor extractor,
            Path temporary,
            Desk desk,
            Watch watch,
            Outbox outbox,
            AlertSweep alerts,
            Function<Mailer, ReminderSweep> sweeps) {
        this.ledger = ledger;
        this.index = index;
        this.extractor = extractor;
        this.temporary = temporary;
        this.desk = desk;
        this.watch = watch;
        this.outbox = outbox;
        this.alerts = alerts;
        this.sweeps = sweeps;
    }

    /** @throws IOException if ledger, store or index cannot be opened; the message says which and why */
    static Daemon open(Home home, AppConfig config, Surroundings around) throws IOException {
        return open(home, config, around, connectors -> connectors::open);
    }

    /** @param opening how sources are opened, such as scripted ones */
    static Daemon open(
            Home home, AppConfig config, Surroundings around, Function<Connectors, Connectors.Opener> opening)
            throws IOException {
        Ledger ledger = Ledger.open(home.ledger(), around.clock().instant());
        SearchIndex index = null;
        try {
            index = index(home.index());
            return wire(home, config, around, ledger, index, opening);
        } catch (IOException | RuntimeException e) {
            if (index != null) {
                index.close();
            }
            ledger.close();
            throw e;
        }
    }

    private static SearchIndex index(Path folder) throws IOException {
        try {
            return LuceneSearchIndex.open(folder);
        } catch (IndexDamaged e) {
            LOG.warn("the index cannot be read and is built anew from ledger and store", e);
            deleteAll(folder);
            return LuceneSearchIndex.open(folder);
        }
    }

    private static Daemon wire(
            Home home,
            AppConfig config,
            Surroundings around,
            Ledger ledger,
            SearchIndex index,
            Function<Connectors, Connectors.Opener> opening)
            throws IOException {
        Store store = new Store(home.store());
        store.sweep(ledger.read(tx -> tx.contents().packs()));
        SignIns signIns = Connectors.signIns(home.tokens(), around.environment(), around.clock());
        Connectors connectors = new Connectors(signIns.logins(), around.environment(), around.clock());
        // Made from many words, which takes half a second: only what reads or matches messages needs them.
        Supplier<WordsReading> words = Suppliers.memoize(WordsReading::new);
        MessageReading reading = message -> words.get().read(message);
        Archive archive = new Archive(store, connectors, reading);
        OwnSide own = own(config);
        Preparation preparation = new Preparation(reading);
        NewRows rows = new NewRows(own);
        RecentReadings recent = new RecentReadings();
        NeverLogged neverLogged = new NeverLogged(config.neverLog());
        SourceWording wording = new SourceWording(config.language(), config.timeZone());
        Supplier<Assignment> assignment = Suppliers.memoize(() -> new Assignment(own, addresses(config), archive));
        Standings standings = new Standings(thresholds(config.grades()), config.timeZone());
        Ingest ingest = new Ingest(
                ledger, store, assignment, rows, new SameMail(archive), new SameChat(archive), wording,
                around.clock());
        Random random = new Random(); // shared by threads
        Connectors.Opener opener = opening.apply(connectors);
        ProviderWords providers = new ProviderWords(config.language());
        Poll poll = new Poll(ledger, opener, preparation, ingest, recent, neverLogged, providers, around.clock(), random);
        FactsFirst factsFirst = new FactsFirst();
        IndexCatchUp catchUp = new IndexCatchUp(ledger, archive, index, recent, factsFirst);
        catchUp.open();
        Path temporary = home.temporary();
        empty(temporary);
        AppConfig.Attachments bounds = config.attachments();
        Supplier<List<String>> ocr = Suppliers.memoize(() -> Ocr.languages(bounds.ocr()));
        TextExtractor extractor = new TikaWorkers(
                new TikaWorkers.Bounds(
                        bounds.workers(), bounds.maxMegabytes() * 1_000_000L, bounds.timeout(), bounds.workerMegabytes()),
                temporary, ocr);
        Documents documents = new Documents(
                ledger, store, archive, extractor, bounds.workers(), ocr, temporary.resolve("documents"), around.clock());
        Calendars calendars = new Calendars();
        CountryCalendar calendar = workingDays(config.mails().usual(), calendars);
        FollowUpPolicy policy = new FollowUpPolicy(calendar, config.timeZone());
        FollowUpBoard board = new FollowUpBoard(ledger, policy, calendars, config.timeZone());
        Reports reports = new Reports(ledger, policy, calendars, config.timeZone());
        StatusReport status = new StatusReport(
                ledger, board, config.sources().stream().map(SourceTable.Listed::of).toList(), poll::headway);
        Rematch rematch = new Rematch(assignment, standings);
        Belonging belonging = new Belonging(ledger, rematch, own);
        Questions questions = new Questions(ledger, belonging);
        DraftBook draftBook = new DraftBook(home.drafts());
        DraftWriter drafts = new DraftWriter(ledger, draftBook, config.timeZone());
        Function<String, Language> languages = owner -> config.mails().of(owner).language();
        DigestWriter digests = new DigestWriter(ledger, board, status, questions, drafts, languages, page(config));
        Map<String, MailPlan> planned = new HashMap<>();
        config.owners().forEach(it -> planned.put(it, plan(config.mails().of(it), calendars)));
        MailPlan usual = plan(config.mails().usual(), calendars);
        Function<String, MailPlan> plans = owner -> planned.getOrDefault(owner, usual);
        List<String> reachable = reachable(config);
        BiPredicate<String, LocalDate> paused =
                (owner, day) -> ledger.read(tx -> tx.pauses().of(owner)).filter(it -> it.covers(day)).isPresent();
        Function<Mailer, ReminderSweep> sweeps = mailer ->
                new ReminderSweep(digests, new Outbox(ledger, mailer, around.clock()), reachable, plans, paused, around.clock());
        Outbox outbox = new Outbox(
                ledger, new SmtpMailer(config.mailboxes(), signIns.logins(), connectors, providers), around.clock());
        ReminderSweep reminders = new ReminderSweep(digests, outbox, reachable, plans, paused, around.clock());
        AlertSweep alerts = new AlertSweep(
                ledger, board, status, outbox, config.mails()::of, plans, paused, page(config), around.clock());
        WeeklySweep weekly = new WeeklySweep(
                new WeeklyWriter(reports, languages, config.owners(), config.report().managers(), page(config)),
                outbox,
                config.report().weekly() ? reachable : List.of(),
                plans,
                around.clock());
        Timeline timeline = new Timeline(ledger, archive, wording);
        Industries industries = new Industries(home.industries(), config.industries());
        IndustryBoard industryBoard = new IndustryBoard(ledger, industries);
        Sayings sayings = new Sayings(ledger, archive, recent, standings, factsFirst, around.clock());
        Indexing indexing = new Indexing(catchUp, documents, sayings, new IndustrySayings(ledger, archive, recent, industries));
        Sync sync = new Sync(poll, indexing);
        Privacy privacy = new Privacy(
                ledger, store, archive, indexing, sync,
                new Privacy.Wishes(config.neverLog(), config.unmatched().keep(), config.sources()));
        Notes notes = new Notes(ledger, store, preparation, rows);
        Decisions decisions = new Decisions(ledger, notes, industries);
        Undoing undoing = new Undoing(ledger, rematch);
        Answers answers = new Answers(
                ledger, archive, new Answers.Deciding(decisions, belonging, questions, undoing), calendars, calendar, outbox,
                new Answers.Settings(
                        owner -> config.mails().of(owner).language(), owner -> config.mails().of(owner).timeZone(), page(config),
                        owner -> isNear(plans.apply(owner), around.clock().instant())),
                around.clock());
        Desk desk = new Desk(
                home, config, signIns, sync, indexing, privacy, index, board, timeline,
                status, new Finder(ledger, index, board, config.language()),
                decisions,
                belonging,
                undoing,
                new CustomerLists(ledger, rematch, new Us(own, country(config.timeZone()), own.freeMail())),
                questions,
                new Dormancy(ledger, board),
                new SetAsideReport(ledger),
                industryBoard,
                new Dossiers(ledger),
                new FraudWarnings(ledger),
                draftBook,
                drafts,
                digests,
                reminders,
                answers,
                reports,
                weekly,
                new Sheets(
                        ledger, board, timeline, reports, new InSheet(rematch, notes), industryBoard, config.language(), home.sheets(),
                        temporary.resolve("sheets"), wishes(config, around.environment()), page(config)),
                new Exports(ledger, board, timeline, industryBoard, config.language(), home.sheets(), page(config)),
                new CrmExport(ledger, board, config.language(), home.sheets().resolve("export")),
                new Verification(ledger, store, index));
        Watch watch = new Watch(sync, opener, neverLogged, random);
        return new Daemon(ledger, index, extractor, temporary, desk, watch, outbox, alerts, sweeps);
    }

    private static SheetWishes wishes(AppConfig config, Map<String, String> environment) {
        SheetPasswords passwords = owner -> {
            Optional<Secret> secret = config.workbooks().of(owner).password();
            return secret.isEmpty() ? Optional.empty() : Optional.of(secret.get().reveal(environment));
        };
        return new SheetWishes(passwords, owner -> config.workbooks().of(owner).sheets() == Workbooks.Sheets.ALL);
    }

    /** Who we are: the domains configured, else those of the mailboxes, and each mailbox's own address. */
    private static OwnSide own(AppConfig config) {
        FreeMail freeMail = new FreeMail();
        Set<String> addresses = new HashSet<>(config.owners());
        config.mailboxes().forEach(it -> addresses.add(it.address()));
        Set<String> domains = new HashSet<>(config.ourDomains());
        if (domains.isEmpty()) {
            for (String address : addresses) {
                Domains.ofAddress(address).filter(it -> !freeMail.isFreeMail(it)).ifPresent(domains::add);
            }
        }
        return new OwnSide(domains, addresses, freeMail::isFreeMail);
    }

    /** From where each owner writes. */
    private static Map<String, Set<String>> addresses(AppConfig config) {
        Map<String, Set<String>> addresses = new HashMap<>();
        config.owners().forEach(it -> addresses.computeIfAbsent(it, _ -> new HashSet<>()).add(it.toLowerCase(Locale.ROOT)));
        config.mailboxes().forEach(it ->
                addresses.computeIfAbsent(it.owner(), _ -> new HashSet<>()).add(it.address().toLowerCase(Locale.ROOT)));
        return addresses;
    }

    /** Where we are, as far as the time zone says. */
    private static String country(ZoneId zone) {
        return Arrays.stream(Locale.getISOCountries())
                .filter(it -> Countries.zone(it).filter(zone::equals).isPresent())
                .findFirst()
                .orElse("");
    }

    /** On the days of the owner's week that are no holidays of their country, and on whatever free day the country works on. */
    private static CountryCalendar workingDays(OwnerMails it, Calendars calendars) {
        return calendars.of(country(it.timeZone())).workingOn(it.digest().days());
    }

    private static MailPlan plan(OwnerMails it, Calendars calendars) {
        return new MailPlan(it.digest().at(), workingDays(it, calendars), it.timeZone());
    }

    private static GradeRule.Thresholds thresholds(AppConfig.Grades it) {
        return new GradeRule.Thresholds(
                it.orders(), BigDecimal.valueOf(it.value()), Duration.ofDays(it.ordersDays()), Duration.ofDays(it.quotesDays()),
                Duration.ofHours(it.quickHours()), Duration.ofDays(it.silentDays()));
    }

    private static List<String> reachable(AppConfig config) {
        return config.owners().stream()
                .filter(it -> SmtpMailer.outlet(config.mailboxes(), it).isPresent())
                .toList();
    }

    /** Whether the morning's mail leaves within the hour. */
    private static boolean isNear(MailPlan plan, Instant now) {
        ZonedDateTime local = now.atZone(plan.zone());
        Duration wait = Duration.between(local.toLocalTime(), plan.at());
        return plan.days().isWorkingDay(local.toLocalDate()) && !wait.isNegative() && wait.compareTo(Duration.ofHours(1)) < 0;
    }

    /** Where the page is at this desk; a port that the system picks is not known in the morning's mail. */
    private static String page(AppConfig config) {
        return config.web().port() == 0 ? "" : "http://" + config.web().host() + ":" + config.web().port();
    }

    Desk desk() {
        return desk;
    }

    /** Waits for news of sources once it is started; closed by whoever starts it. */
    Watch watch() {
        return watch;
    }

    Outbox outbox() {
        return outbox;
    }

    /** What owners are told at once. */
    AlertSweep alerts() {
        return alerts;
    }

    /** Reminders that leave by another way, such as none at all. */
    ReminderSweep sweepWith(Mailer mailer) {
        return sweeps.apply(mailer);
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() throws IOException {
        desk.sync().close();
        desk.privacy().close();
        desk.indexing().close();
        extractor.close();
        index.close();
        ledger.close();
        empty(temporary);
    }

    /** Leaves the folder itself, with the rights it has. */
    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path it : inside.toList()) {
                    deleteAll(it);
                }
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
