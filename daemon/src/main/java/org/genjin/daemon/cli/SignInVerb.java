package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign-in",
        description = "Sign a mailbox in with Microsoft or Google: the first time, or again when they have ended it.")
final class SignInVerb implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "A mailbox of genjin.yaml with sign-in: microsoft or google.")
    String address = "";

    @ArgGroup
    @Nullable Way way;

    @Option(names = "--home", paramLabel = "DIR", description = "Genjin's folder (default: $GENJIN_HOME, else ~/.genjin).")
    @Nullable Path home;

    /** One of the two. */
    static final class Way {
        @Option(names = "--device", description = "With a code that is typed into a page, on any device (default where it is allowed).")
        boolean device;

        @Option(names = "--browser", description = "In a browser on this machine.")
        boolean browser;
    }

    SignInVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, Trouble {
        Way given = way;
        Optional<SignInWay> chosen = given == null
                ? Optional.empty()
                : Optional.of(given.browser ? SignInWay.BROWSER : SignInWay.DEVICE);
        return invocation.programs().signIn(Optional.ofNullable(home), address, chosen, invocation.terminal());
    }
}
