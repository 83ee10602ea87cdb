package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What runs for a while instead of answering: made by the composition root. */
public interface Programs {

    /** The daemon, until it is told to stop. */
    int run(Optional<Path> home, Terminal terminal) throws Trouble, IOException;

    /** The made-up exporter. */
    int demo(Optional<Path> home, boolean browser, boolean stay, Terminal terminal) throws Trouble, IOException;

    /** A start that is thrown away; see the launcher. */
    int rehearse(Terminal terminal) throws Trouble, IOException;

    /** @param from where the mails are */
    int bench(BenchSource from, Terminal terminal) throws Trouble, IOException;

    /** Sets up a mailbox with the person at the terminal. */
    int init(InitRequest asked, Terminal terminal) throws Trouble, IOException;

    int doctor(Optional<Path> home, Terminal terminal) throws Trouble, IOException;

    /**
     * Signs a mailbox in with its provider.
     *
     * @param way empty: whichever the provider allows, a code first
     */
    int signIn(Optional<Path> home, String address, Optional<SignInWay> way, Terminal terminal) throws Trouble, IOException;
}
