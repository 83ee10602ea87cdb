package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "A made-up exporter with a year of mail and chats, on real parts. Ctrl-C stops it and leaves nothing behind.")
final class DemoVerb implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--home", paramLabel = "DIR", description = "Keep the demo's data in this folder (default: a temporary one).")
    @Nullable Path home;

    @Option(names = "--no-browser", description = "Do not open the page in a browser.")
    boolean noBrowser;

    @Option(names = "--once", description = "Stop when everything has been shown, instead of at Ctrl-C.")
    boolean once;

    DemoVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, Trouble {
        return invocation.programs().demo(Optional.ofNullable(home), !noBrowser, !once, invocation.terminal());
    }
}
