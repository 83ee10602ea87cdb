package org.genjin.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.genjin.config.AppConfig;
import org.genjin.config.Home;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.cli.Access;
import org.genjin.daemon.cli.BenchSource;
import org.genjin.daemon.cli.Cli;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.InitRequest;
import org.genjin.daemon.cli.Invocation;
import org.genjin.daemon.cli.Programs;
import org.genjin.daemon.cli.SignInWay;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.reminder.ReminderSweep;
import org.genjin.daemon.schedule.Schedule;
import org.genjin.daemon.schedule.Task;
import org.genjin.daemon.web.DaemonFile;
import org.genjin.daemon.web.Viewers;
import org.genjin.daemon.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running daemon: a page, a door for commands, and a schedule over an open home. */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration ANSWERS_EVERY = Duration.ofMinutes(1);
    private static final LocalTime NIGHT = LocalTime.of(3, 30);
    /** What people save in a workbook is read within a minute. */
    private static final Duration WORKBOOKS_EVERY = Duration.ofSeconds(20);
    /** What is due falls due once a day; somebody who has become a customer should not wait so long for what was dropped. */
    private static final Duration PRIVACY_EVERY = Duration.ofHours(1);
    private static final Duration ROOM_EVERY = Duration.ofMinutes(2);

    private final Daemon daemon;
    private final Home home;
    private final Viewers viewers;
    private final AppConfig.Web web;
    private final WebServer page;
    private final Schedule schedule;
    private final MinuteHand hand;
    private final OwnerLanes lanes;

    private Service(
            Daemon daemon,
            Home home,
            Viewers viewers,
            AppConfig.Web web,
            WebServer page,
            Schedule schedule,
            MinuteHand hand,
            OwnerLanes lanes) {
        this.daemon = daemon;
        this.home = home;
        this.viewers = viewers;
        this.web = web;
        this.page = page;
        this.schedule = schedule;
        this.hand = hand;
        this.lanes = lanes;
    }

    /** Begins to serve and to work; the daemon is closed by the caller, after this. */
    static Service start(Daemon daemon, Surroundings around) throws IOException {
        return start(daemon, around, Poll.Progress.SILENT);
    }

    /** @param progress hears how readings get on */
    static Service start(Daemon daemon, Surroundings around, Poll.Progress progress) throws IOException {
        Desk desk = daemon.desk();
        AppConfig config = desk.config();
        Viewers viewers = new Viewers(daemon.ledger().hashKey(), config.owners());
        String token = randomToken();
        WebServer page = WebServer.start(
                desk, viewers, (arguments, terminal) -> command(arguments, terminal, desk, around), token, config.web(),
                around.clock());
        // Whoever starts the daemon has mended what was parked, or wants to know that it is not.
        desk.sync().retryAll();
        desk.sync().list(config.sources());
        daemon.outbox().wake();
        OwnerLanes lanes = new OwnerLanes("mails");
        try {
            FirstRound round = new FirstRound(config.sources(), around.clock());
            Schedule schedule = Schedule.start(daemon.ledger(), tasks(daemon, around, progress, round));
            daemon.watch().start(config.mailboxes());
            DaemonFile.write(
                    desk.home().daemonFile(),
                    new DaemonFile.Daemon(
                            "http://" + config.web().host() + ":" + page.port(), token, ProcessHandle.current().pid()));
            MinuteHand hand = new MinuteHand(around.clock(), () -> sweep(daemon, round, lanes), schedule::renew);
            return new Service(daemon, desk.home(), viewers, config.web(), page, schedule, hand.start(), lanes);
        } catch (IOException | RuntimeException e) {
            daemon.watch().close();
            lanes.close();
            page.close();
            throw e;
        }
    }

    /** The link that lets a viewer's browser in. */
    String link(String viewer) {
        return "http://" + web.host() + ":" + page.port() + "/?token=" + viewers.token(viewer);
    }

    /** No new work; what runs ends, and what keeps one waiting is cut off from its server. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(home.daemonFile());
        schedule.standby();
        daemon.desk().sync().close();
        daemon.desk().privacy().close();
        daemon.watch().close();
        hand.close();
        schedule.close();
        lanes.close();
        page.close();
    }

    private static List<Task> tasks(Daemon daemon, Surroundings around, Poll.Progress progress, FirstRound round) {
        Desk desk = daemon.desk();
        AppConfig config = desk.config();
        List<Task> tasks = new ArrayList<>();
        for (SourceConfig source : config.sources()) {
            tasks.add(new Task(
                    "poll " + source.name(),
                    () -> {
                        try {
                            desk.sync().poll(source, progress);
                            answers(desk);
                        } finally {
                            round.tried(source);
                        }
                    },
                    List.of(new Task.Rhythm.Every(config.polling().every()))));
        }
        // What is heard of at once is polled apart.
        tasks.add(new Task("answers", () -> answers(desk), List.of(new Task.Rhythm.Every(ANSWERS_EVERY))));
        tasks.add(new Task(
                "workbooks", () -> workbooks(desk, around), List.of(new Task.Rhythm.Every(WORKBOOKS_EVERY))));
        // Before people come: time alone changes what a grade rests on.
        tasks.add(new Task(
                "grades", () -> night(daemon, around),
                List.of(new Task.Rhythm.Daily(NIGHT, EnumSet.allOf(DayOfWeek.class), config.timeZone()))));
        tasks.add(new Task("privacy", () -> privacy(desk, around), List.of(new Task.Rhythm.Every(PRIVACY_EVERY))));
        tasks.add(new Task("room", () -> giveRoomBack(daemon.ledger()), List.of(new Task.Rhythm.Every(ROOM_EVERY))));
        return tasks;
    }

    private static void answers(Desk desk) {
        if (!desk.answers().run().isEmpty()) {
            desk.indexing().wake();
        }
    }

    private static void night(Daemon daemon, Surroundings around) {
        daemon.desk().indexing().renewStandings();
        daemon.desk().dormancy().ask(around.clock().instant());
        daemon.outbox().forgetOld();
    }

    private static void giveRoomBack(Ledger ledger) {
        try {
            ledger.giveRoomBack();
        } catch (IOException e) {
            LOG.error("the ledger's file could not be made smaller; it is tried again", e);
        }
    }

    private static void privacy(Desk desk, Surroundings around) {
        try {
            desk.privacy().run(around.clock().instant());
        } catch (IOException e) {
            LOG.error("what is not to be kept could not be dropped; it is tried again", e);
        }
    }

    private static void workbooks(Desk desk, Surroundings around) {
        try {
            if (desk.sheets().keepInStep(desk.config().owners(), around.clock().instant())) {
                desk.indexing().wake();
            }
        } catch (IOException e) {
            LOG.error("a workbook could not be written; it is tried again", e);
        }
    }

    private static void sweep(Daemon daemon, FirstRound round, OwnerLanes lanes) {
        if (round.isOver()) {
            ReminderSweep reminders = daemon.desk().reminders();
            lanes.begin(reminders.owners(), owner -> {
                reminders.run(owner);
                daemon.alerts().run(owner);
                if (!reminders.isPaused(owner)) {
                    daemon.desk().weekly().run(owner);
                }
            });
        }
    }

    private static int command(List<String> arguments, Terminal terminal, Desk desk, Surroundings around) {
        Invocation invocation = new Invocation(
                terminal, new Held(desk), new NoPrograms(desk, around), new Connectors(around.environment(), around.clock()),
                around.clock(), around.zone());
        return Cli.run(arguments.toArray(String[]::new), invocation, _ -> Exit.FAILED);
    }

    private static String randomToken() {
        byte[] token = new byte[24];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** The home that is open already. */
    private record Held(Desk desk) implements Access, Access.Opened {

        @Override
        public Opened open(Optional<Path> asked) {
            return this;
        }

        @Override
        public void close() {
            // the daemon goes on
        }
    }

    /** Within the daemon nothing else is started. */
    private record NoPrograms(Desk desk, Surroundings around) implements Programs {

        @Override
        public int run(Optional<Path> home, Terminal terminal) throws Trouble {
            throw Trouble.failed("The daemon of this home is running already.");
        }

        @Override
        public int demo(Optional<Path> home, boolean browser, boolean stay, Terminal terminal) throws Trouble {
            throw Trouble.failed("The daemon of this home is running; a demo needs a home of its own.");
        }

        @Override
        public int rehearse(Terminal terminal) throws Trouble {
            throw Trouble.failed("A rehearsal is none within a daemon that runs.");
        }

        @Override
        public int bench(BenchSource from, Terminal terminal) throws Trouble {
            throw Trouble.failed("A benchmark needs a home of its own and the machine to itself.");
        }

        @Override
        public int init(InitRequest asked, Terminal terminal) throws Trouble {
            throw Trouble.failed("A mailbox is set up at a terminal of your own, not through the daemon.");
        }

        @Override
        public int doctor(Optional<Path> home, Terminal terminal) {
            return new Doctor(around, terminal.out()).examine(desk);
        }

        @Override
        public int signIn(Optional<Path> home, String address, Optional<SignInWay> way, Terminal terminal) throws Trouble {
            return SignIn.command(desk, address, way, around, terminal);
        }
    }
}
