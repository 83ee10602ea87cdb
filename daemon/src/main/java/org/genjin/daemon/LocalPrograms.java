package org.genjin.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Programs;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;

/** What runs for a while, in this process. */
final class LocalPrograms implements Programs {

    private final Surroundings around;
    private final Opening opening;

    LocalPrograms(Surroundings around, Opening opening) {
        this.around = around;
        this.opening = opening;
    }

    @Override
    public int run(Optional<Path> home, Terminal terminal) throws Trouble, IOException {
        opening.config(around.home(home));
        return Exit.FAILED;
    }

    @Override
    public int demo(Optional<Path> home, boolean browser, boolean stay, Terminal terminal) {
        return Exit.FAILED;
    }

    @Override
    public int doctor(Optional<Path> home, Terminal terminal) {
        return Exit.FAILED;
    }
}
