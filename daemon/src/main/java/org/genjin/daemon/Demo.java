package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.AppConfig;
import org.genjin.config.Home;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.demo.DemoHome;
import org.genjin.daemon.demo.DemoMailServer;
import org.genjin.daemon.demo.DemoWorld;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.Status;
import org.genjin.daemon.reminder.DigestWriter;
import org.genjin.daemon.reminder.ReminderSweep;
import org.genjin.daemon.web.Viewers;
import org.genjin.daemon.workbook.keeping.Sheets;

/** Shows the whole of Genjin on a made-up exporter: a mail server, two mailboxes, chats, page, digests, workbooks. */
final class Demo {

    private static final int DIGEST_LINES = 26;

    private final Surroundings around;
    private final Opening opening;
    private final Terminal terminal;
    private final PrintStream out;
    private final long begun = System.nanoTime();

    Demo(Surroundings around, Opening opening, Terminal terminal) {
        this.around = around;
        this.opening = opening;
        this.terminal = terminal;
        this.out = terminal.out();
    }

    /**
     * @param asked a folder to keep the demo's data in, which must be empty or not there; empty: a temporary one
     * @param stay until Ctrl-C
     */
    int run(Optional<Path> asked, boolean browser, boolean stay) throws Trouble, IOException {
        Path folder = asked.isPresent() ? emptyFolder(asked.get()) : Files.createTempDirectory("genjin-demo");
        Signals signals = new Signals(out);
        try {
            Instant now = around.clock().instant();
            LocalDate today = now.atZone(DemoWorld.ZONE).toLocalDate();
            step("Making up an exporter: two reps, sixty customers in ten countries, a year of mail …");
            DemoWorld world = DemoWorld.of(today);
            String password = randomPassword();
            step("Starting a mail server on this machine and filling it with " + world.mailCount() + " mails …");
            try (DemoMailServer server = DemoMailServer.start(world, password)) {
                DemoHome.write(folder, world, server, password, language(), freePort());
                show(new Home(folder), browser, stay, signals);
            }
        } finally {
            if (asked.isEmpty()) {
                Daemon.deleteAll(folder);
            }
            signals.done();
        }
        return Exit.DONE;
    }

    private void show(Home home, boolean browser, boolean stay, Signals signals) throws Trouble, IOException {
        AppConfig config = opening.config(home);
        LogFile.begin(home.logs());
        try (HomeLock _ = opening.lock(home);
                Daemon daemon = Daemon.open(home, config, around)) {
            step("Reading both mailboxes over IMAP, and the WhatsApp exports …");
            Desk desk = daemon.desk();
            Map<SourceConfig, Poll.Outcome> polled =
                    desk.sync().pollAll(config.sources(), step -> progress(step.tally(), step.headway().remaining()));
            clearLine();
            grade(desk);
            try (Service service = Service.start(daemon, around)) {
                String link = service.link(Viewers.OPERATOR);
                step("The page is open to you: " + link);
                if (browser && !new Browser(around.environment()).open(link)) {
                    out.println("        No browser could be opened; open the link by hand.");
                }
                findings(desk, polled);
                digests(desk);
                workbooks(desk);
                out.println();
                if (stay || isKept(home)) {
                    out.println("Try " + (stay ? "in another terminal" : "next") + ": export GENJIN_HOME=" + home.folder());
                    out.println("  then ./genjin find 'bank slip'   ./genjin today   ./genjin customers   ./genjin show C0001");
                } else {
                    out.println("Nothing of it is left behind; --home DIR keeps it.");
                }
                if (stay) {
                    out.println("The page stays open; Ctrl-C ends the demo" + (isKept(home) ? "." : " and leaves nothing behind."));
                    out.flush();
                    signals.await();
                    out.println("Cleaning up.");
                }
            }
        }
    }

    private boolean isKept(Home home) {
        return !home.folder().getFileName().toString().startsWith("genjin-demo");
    }

    private void findings(Desk desk, Map<SourceConfig, Poll.Outcome> polled) throws IOException {
        desk.indexing().await(false, () -> {});
        Instant now = around.clock().instant();
        Status status = desk.status().read(Optional.empty(), desk.index().documents(), desk.indexing().behind(), now);
        int stored = polled.values().stream().mapToInt(it -> it.tally().stored()).sum();
        long countries = desk.board().customers(Optional.empty(), now).stream()
                .map(CustomerRow::country)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        long languages = desk.board().customers(Optional.empty(), now).stream()
                .flatMap(it -> it.languages().stream())
                .distinct()
                .count();
        Finder.Found slip = desk.finder().find("deposit received OR предоплата OR 订金", Optional.empty(), 1, 0, now);
        desk.finder().find("EV-100", Optional.empty(), 20, 0, now);
        Finder.Found code = desk.finder().find("EV-100", Optional.empty(), 20, 0, now);
        out.println();
        out.println("What was found:");
        out.println("  " + stored + " messages, each once; " + status.sightings() + " places where one was seen");
        out.println("  " + status.customers() + " customers, made by themselves from mail that went both ways, in " + countries + " countries");
        out.println("  " + languages + " languages; " + status.unmatched() + " messages are nobody's (newsletters, couriers, colleagues)");
        out.println("  " + status.attachmentsWaiting() + " attachments still being read beside, " + status.attachmentsRead() + " done");
        out.println("  " + slip.total() + " messages about a deposit, in three languages with one search");
        out.println("  " + code.total() + " messages with product code EV-100, found in " + String.format(Locale.ROOT, "%.1f", code.tookMillis()) + " ms");
        out.println("  " + status.remindersDue() + " customers to follow up today, " + waiting(desk, now) + " of them wait for an answer");
    }

    private static long waiting(Desk desk, Instant now) {
        return desk.board().due(Optional.empty(), now).stream()
                .filter(it -> it.reason() == org.genjin.daemon.followup.Reason.REPLY_OWED)
                .count();
    }

    /** What the reps would have decided in a year: who matters most, and a date or two. */
    private void grade(Desk desk) {
        Instant now = around.clock().instant();
        List<CustomerRow> rows = desk.board().customers(Optional.empty(), now).stream()
                .sorted(java.util.Comparator.comparingInt(CustomerRow::touches).reversed())
                .toList();
        for (CustomerRow it : rows.subList(0, Math.min(3, rows.size()))) {
            desk.decisions().set(it.id(), "grade", Grade.S.name(), desk.config().owners(), it.owner(), now);
        }
        LocalDate today = desk.board().today(now);
        for (int i = 5; i < rows.size() && i < 40; i += 12) {
            desk.decisions().next(rows.get(i).id(), today.minusDays(i % 2), "call about the new catalogue", rows.get(i).owner(), now);
        }
    }

    private void digests(Desk desk) throws IOException {
        out.println();
        List<String> owners = desk.config().owners();
        Map<String, ReminderSweep.Outcome> sent = desk.reminders().send(owners, around.clock().instant());
        sent.forEach((owner, outcome) -> {
            if (outcome instanceof ReminderSweep.Outcome.Sent(int reminders, String subject)) {
                out.println("Sent to " + owner + " by SMTP: “" + subject + "”, " + reminders + " customers");
            } else if (outcome instanceof ReminderSweep.Outcome.NotSent(String why)) {
                out.println("Not sent to " + owner + ": " + why);
            } else if (outcome instanceof ReminderSweep.Outcome.DoneBefore(OutboxTable.State state)
                    && state == OutboxTable.State.SENT) {
                out.println("Sent to " + owner + " by SMTP, by the schedule itself, as it is past eight over there");
            } else {
                out.println(owner + ": nothing is due.");
            }
        });
        DigestWriter.Written first = desk.digests().write(owners.getFirst(), around.clock().instant());
        out.println("The morning mail of " + owners.getFirst() + " begins:");
        first.text().lines().limit(DIGEST_LINES).forEach(line -> out.println("  | " + line));
        out.println("  | …");
    }

    private void workbooks(Desk desk) throws IOException {
        out.println();
        for (String owner : desk.config().owners()) {
            if (desk.sheets().write(owner, around.clock().instant()) instanceof Sheets.Outcome.Written written) {
                out.println("Workbook of " + owner + ", " + written.customers() + " customers: " + written.file());
            }
        }
    }

    private static Path emptyFolder(Path folder) throws Trouble, IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw Trouble.usage(folder + " is not empty; the demo wants a folder of its own.");
                }
            }
        }
        return folder;
    }

    private String language() {
        String language = around.environment().getOrDefault("LC_ALL", "");
        language = language.isEmpty() || language.startsWith("C") ? around.environment().getOrDefault("LANG", "") : language;
        return language.startsWith("zh") ? "zh-CN" : "en";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void step(String what) {
        out.println(String.format(Locale.ROOT, "%4.1f s  ", (System.nanoTime() - begun) / 1e9) + what);
        out.flush();
    }

    private synchronized void progress(Poll.Tally tally, long remaining) {
        if (terminal.interactive()) {
            terminal.err().print("\r\033[K        " + (tally.stored() + tally.seenAgain()) + " read"
                    + (remaining > 0 ? ", " + remaining + " to go" : ""));
            terminal.err().flush();
        }
    }

    private void clearLine() {
        if (terminal.interactive()) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}
