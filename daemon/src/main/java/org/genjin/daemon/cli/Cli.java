package org.genjin.daemon.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** All commands: arguments in, exit code out; never ends the process itself. Any thread, each call by itself. */
public final class Cli {

    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private Cli() {}

    @Command(
            name = "genjin",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            description = {"Genjin 跟进 reads mailboxes and chats, keeps the follow-up sheet and reminds every morning.", ""},
            footer = {
                "",
                "Start with 'genjin demo'. Your own mailbox: 'genjin init'.",
                "Exit codes: 0 done, 1 failed, 2 used wrongly, 3 done in part."
            })
    private static final class Root {}

    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"genjin " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** @param handOver what to do when the home belongs to a running daemon; gives the exit code */
    public static int run(String[] arguments, Invocation invocation, ToIntFunction<HandOver> handOver) {
        PrintStream out = invocation.terminal().out();
        PrintStream err = invocation.terminal().err();
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new DemoVerb(invocation))
                .addSubcommand(new InitVerb(invocation))
                .addSubcommand(new RunVerb(invocation))
                .addSubcommand(new DoctorVerb(invocation))
                .addSubcommand(new SignInVerb(invocation))
                .addSubcommand(new StatusVerb(invocation))
                .addSubcommand(new SyncVerb(invocation))
                .addSubcommand(new ImportVerb(invocation))
                .addSubcommand(new ReadVerb(invocation))
                .addSubcommand(new FindVerb(invocation))
                .addSubcommand(new CommandLine(new CustomersVerb(invocation)).addSubcommand(new CustomersImportVerb(invocation)))
                .addSubcommand(new ShowVerb(invocation))
                .addSubcommand(new TodayVerb(invocation))
                .addSubcommand(new SetVerb(invocation))
                .addSubcommand(new LogVerb(invocation))
                .addSubcommand(new NextVerb(invocation))
                .addSubcommand(new MergeVerb(invocation))
                .addSubcommand(new SplitVerb(invocation))
                .addSubcommand(new AssignVerb(invocation))
                .addSubcommand(new SetAsideVerb(invocation))
                .addSubcommand(new QuestionsVerb(invocation))
                .addSubcommand(new UndoVerb(invocation))
                .addSubcommand(new DigestVerb(invocation))
                .addSubcommand(new ReportVerb(invocation))
                .addSubcommand(new SheetVerb(invocation))
                .addSubcommand(new ExportVerb(invocation))
                .addSubcommand(new VerifyVerb(invocation))
                .addSubcommand(new ReindexVerb(invocation))
                .addSubcommand(new BenchVerb(invocation))
                .addSubcommand(new RehearseVerb(invocation));
        line.getSubcommands().values().forEach(it -> {
            help(it);
            it.getSubcommands().values().forEach(Cli::help);
        });
        line.setUsageHelpWidth(110);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(failure, err, handOver));
        line.setParameterExceptionHandler((failure, _) -> {
            err.println(failure.getMessage());
            String verb = failure.getCommandLine().getCommandSpec().qualifiedName();
            err.println("See '" + verb + " --help'.");
            return Exit.USAGE;
        });
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return Exit.USAGE;
        }
        int exit = line.execute(arguments);
        out.flush();
        return exit;
    }

    private static void help(CommandLine verb) {
        verb.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Show this help.")
                        .build());
    }

    private static int failed(Exception failure, PrintStream err, ToIntFunction<HandOver> handOver) {
        return switch (failure) {
            case HandOver it -> handOver.applyAsInt(it);
            case Trouble it -> {
                err.println(it.getMessage());
                yield it.exit();
            }
            case java.io.IOException it -> {
                LOG.debug("command failed", it);
                err.println("It failed: " + it.getMessage());
                yield Exit.FAILED;
            }
            default -> {
                LOG.error("command failed", failure);
                err.println("It failed for a reason that was not foreseen (" + failure
                        + "); the log in the home's logs folder has more. Please report it.");
                yield Exit.FAILED;
            }
        };
    }
}
