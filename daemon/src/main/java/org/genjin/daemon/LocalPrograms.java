package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.genjin.config.AppConfig;
import org.genjin.config.Home;
import org.genjin.config.Language;
import org.genjin.daemon.cli.Access;
import org.genjin.daemon.cli.BenchSource;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.HandOver;
import org.genjin.daemon.cli.InitRequest;
import org.genjin.daemon.cli.Programs;
import org.genjin.daemon.cli.SignInWay;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.web.Viewers;

/** What runs for a while, in this process. */
final class LocalPrograms implements Programs {

    private final Surroundings around;
    private final Opening opening;

    LocalPrograms(Surroundings around, Opening opening) {
        this.around = around;
        this.opening = opening;
    }

    @Override
    public int run(Optional<Path> asked, Terminal terminal) throws Trouble, IOException {
        Home home = around.home(asked);
        AppConfig config = opening.config(home);
        if (config.sources().isEmpty()) {
            throw Trouble.failed("There is nothing to do: " + home.configFile()
                    + " names no mailbox and no export folder. 'genjin init' sets up a mailbox.");
        }
        try (HomeLock _ = lock(home)) {
            LogFile.begin(home.logs());
            Signals signals = new Signals(terminal.out());
            try (Daemon daemon = Daemon.open(home, config, around);
                    Service service = Service.start(
                            daemon, around,
                            new ReadingLines(terminal.out(), new SourceWording(Language.EN, config.timeZone())))) {
                tell(config, service, terminal.out());
                signals.await();
                terminal.out().println("Stopping.");
            } finally {
                signals.done();
            }
        }
        return Exit.DONE;
    }

    private static void tell(AppConfig config, Service service, PrintStream out) {
        out.println("Genjin is running; Ctrl-C stops it. Reading " + config.sources().size()
                + (config.sources().size() == 1 ? " source" : " sources") + " every "
                + config.polling().every().toSeconds() + " s, the morning mail leaves at " + config.digest().at() + " "
                + config.timeZone() + ".");
        out.println("Each link lets a browser in; keep them to whom they are for.");
        out.println("  all customers: " + service.link(Viewers.OPERATOR));
        config.owners().forEach(it -> out.println("  " + it + ": " + service.link(it)));
        out.flush();
    }

    private HomeLock lock(Home home) throws Trouble, IOException {
        try {
            return opening.lock(home);
        } catch (HandOver e) {
            throw Trouble.failed("A daemon of " + home.folder() + " is running already, at " + e.address() + ".");
        }
    }

    @Override
    public int demo(Optional<Path> home, boolean browser, boolean stay, Terminal terminal) throws Trouble, IOException {
        return new Demo(around, opening, terminal).run(home, browser, stay);
    }

    @Override
    public int rehearse(Terminal terminal) throws IOException {
        return new Rehearsal(around).run();
    }

    @Override
    public int bench(BenchSource from, Terminal terminal) throws Trouble, IOException {
        return switch (from) {
            case BenchSource.Ingest it -> new IngestBench(around, terminal.out()).run(it);
            case BenchSource.Alone it -> new ReadBench(around, terminal.out()).run(it.path(), it.runs());
            case BenchSource.Damaged it -> new Fuzz(around, terminal.out()).run(it);
            case BenchSource.Labelled it -> new ReadingBench(around, terminal.out()).run(it);
            case BenchSource.Lists it -> new CustomersBench(terminal.out(), it.wrong()).run(it.folder());
            case BenchSource.Answers it -> new MatchingBench(around, terminal.out()).run(it.folder(), it.wrong());
            case BenchSource.Book it -> new MatchingSpeed(terminal.out()).run(it.contacts());
            case BenchSource.Decided it -> new RematchBench(around, terminal.out()).run(it.messages());
            case BenchSource.Due it -> new DueBench(around, terminal.out()).run(it.customers());
            case BenchSource.Sheets it -> new SheetBench(around, terminal.out()).run(it.parts(), it.runs());
            case BenchSource.Beside it -> new CompareBench(around, terminal.out()).run(it);
            case BenchSource.MadeUp it -> new SearchBench(terminal.out()).run(it.messages(), it.bodiesOnly());
            case BenchSource.Unchanged it -> new RepollBench(around, terminal.out()).run(it.mails());
            case BenchSource.Started it -> new StartBench(around, terminal.out()).run(it.mails());
            case BenchSource.OwnServer it -> new PullBench(around, terminal.out()).run(it.mails());
        };
    }

    /** The home is not opened: a mailbox can be set up before there is one, and beside a daemon that runs. */
    @Override
    public int init(InitRequest asked, Terminal terminal) throws Trouble, IOException {
        Home home = around.home(asked.home());
        return new Init(around, home, opening.config(home), asked, terminal).run();
    }

    @Override
    public int doctor(Optional<Path> home, Terminal terminal) throws Trouble, IOException {
        try (Access.Opened opened = opening.open(home)) {
            return new Doctor(around, terminal.out()).examine(opened.desk());
        }
    }

    @Override
    public int signIn(Optional<Path> home, String address, Optional<SignInWay> way, Terminal terminal)
            throws Trouble, IOException {
        try (Access.Opened opened = opening.open(home)) {
            return SignIn.command(opened.desk(), address, way, around, terminal);
        }
    }
}
