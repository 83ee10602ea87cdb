package org.genjin.daemon;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.web.DaemonFile;
import org.genjin.daemon.web.RemoteCommand;

/**
 * Hands a question straight to the home's running daemon. Nothing that could answer it here is loaded: starting takes most
 * of the time that a question takes.
 */
final class QuickAnswer {

    /** Commands that only ask, and that somebody may give many times a day. */
    private static final Set<String> QUESTIONS = Set.of("find", "today", "show", "status", "customers");

    private QuickAnswer() {}

    /** Empty if it is no question or no daemon has the home: then the command goes the usual way. */
    static OptionalInt ask(String[] arguments, Surroundings around, Terminal terminal) {
        if (arguments.length == 0 || !QUESTIONS.contains(arguments[0]) || isHelp(arguments)) {
            return OptionalInt.empty();
        }
        try {
            Optional<DaemonFile.Daemon> daemon = DaemonFile.running(around.home(home(arguments)).daemonFile());
            if (daemon.isEmpty()) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(RemoteCommand.run(URI.create(daemon.get().address()), daemon.get().token(), arguments, terminal));
        } catch (ConnectException e) {
            return OptionalInt.empty(); // the file outlived its daemon
        } catch (IOException e) {
            return OptionalInt.of(silent(e, terminal));
        }
    }

    /** @return the exit code of a command that the daemon should have carried out and did not */
    static int silent(IOException why, Terminal terminal) {
        terminal.err().println("The running daemon does not answer (" + why.getMessage() + "); stop it, or try again.");
        return Exit.FAILED;
    }

    private static boolean isHelp(String[] arguments) {
        return List.of(arguments).contains("--help") || List.of(arguments).contains("-h");
    }

    private static Optional<Path> home(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].startsWith("--home=")) {
                return Optional.of(Path.of(arguments[i].substring("--home=".length())));
            }
            if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                return Optional.of(Path.of(arguments[i + 1]));
            }
        }
        return Optional.empty();
    }
}
