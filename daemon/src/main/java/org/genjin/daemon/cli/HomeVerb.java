package org.genjin.daemon.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that works on an open home. */
abstract class HomeVerb implements Callable<Integer> {

    final Invocation invocation;

    @Option(names = "--home", paramLabel = "DIR", description = "Genjin's folder (default: $GENJIN_HOME, else ~/.genjin).")
    @Nullable Path home;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "As if it were then: 2026-11-23T08:00:00Z, 2026-11-23T08:00 or 2026-11-23.")
    @Nullable Instant at;

    HomeVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    abstract int work(Desk desk) throws IOException, Trouble;

    @Override
    public final Integer call() throws IOException, Trouble {
        try (Access.Opened opened = invocation.access().open(Optional.ofNullable(homeAsked()))) {
            return work(opened.desk());
        }
    }

    /** As it was asked for, here or at the command that this one is a part of. */
    @Nullable Path homeAsked() {
        return home;
    }

    @Nullable Instant instantAsked() {
        return at;
    }

    Instant now() {
        Instant given = instantAsked();
        return given == null ? invocation.clock().instant() : given;
    }

    PrintStream out() {
        return invocation.terminal().out();
    }

    PrintStream err() {
        return invocation.terminal().err();
    }

    static String owner(Desk desk, String given) throws Trouble {
        String owner = given.strip().toLowerCase(java.util.Locale.ROOT);
        if (!desk.config().owners().contains(owner)) {
            throw Trouble.usage("There is no owner '" + given + "'" + (desk.config().owners().isEmpty()
                    ? ": genjin.yaml names no mailbox and no export folder."
                    : "; there are: " + String.join(", ", desk.config().owners()) + "."));
        }
        return owner;
    }

    static Optional<String> viewer(Desk desk, @Nullable String given) throws Trouble {
        return given == null ? Optional.empty() : Optional.of(owner(desk, given));
    }
}
