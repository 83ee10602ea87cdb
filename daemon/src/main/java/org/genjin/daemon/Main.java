package org.genjin.daemon;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.cli.Cli;
import org.genjin.daemon.cli.HandOver;
import org.genjin.daemon.cli.Invocation;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.web.RemoteCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** From arguments to exit code. The only place that looks at clock, environment and machine. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Java's own line editor takes longer to load than a question takes; nobody edits lines here.
        System.setProperty("jdk.console", "java.base");
        Surroundings around = new Surroundings(
                Map.copyOf(System.getenv()), Path.of(System.getProperty("user.home")), ZoneId.systemDefault(),
                InstantSource.system());
        Terminal terminal = new Terminal(
                System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err),
                isTerminal(), Path.of("").toAbsolutePath());
        System.setOut(System.err); // some libraries print what they trip over: it must not get between our JSON
        OptionalInt answered = QuickAnswer.ask(arguments, around, terminal);
        int exit = answered.isPresent() ? answered.getAsInt() : usual(arguments, around, terminal);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(exit);
    }

    private static int usual(String[] arguments, Surroundings around, Terminal terminal) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return run(arguments, around, terminal);
    }

    static int run(String[] arguments, Surroundings around, Terminal terminal) {
        Opening opening = new Opening(around, terminal);
        Invocation invocation = new Invocation(
                terminal, opening, new LocalPrograms(around, opening), new Connectors(around.environment(), around.clock()),
                around.clock(), around.zone());
        return Cli.run(arguments, invocation, it -> handOver(it, arguments, terminal));
    }

    private static int handOver(HandOver daemon, String[] arguments, Terminal terminal) {
        try {
            return RemoteCommand.run(daemon.address(), daemon.token(), arguments, terminal);
        } catch (IOException e) {
            return QuickAnswer.silent(e, terminal);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // the type says that it may be null
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 8192), true, StandardCharsets.UTF_8);
    }
}
