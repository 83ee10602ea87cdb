package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run", description = "The daemon, in the foreground: reads, indexes, reminds, serves the page. Ctrl-C stops it.")
final class RunVerb implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--home", paramLabel = "DIR", description = "Genjin's folder (default: $GENJIN_HOME, else ~/.genjin).")
    @Nullable Path home;

    RunVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, Trouble {
        return invocation.programs().run(Optional.ofNullable(home), invocation.terminal());
    }
}
