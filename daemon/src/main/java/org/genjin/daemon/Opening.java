package org.genjin.daemon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.genjin.config.AppConfig;
import org.genjin.config.ConfigException;
import org.genjin.config.ConfigLoader;
import org.genjin.config.Home;
import org.genjin.daemon.cli.Access;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.HandOver;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.web.DaemonFile;

/** Opens a home for one command, or says that the daemon has it. */
final class Opening implements Access {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SAY_AFTER = TimeUnit.SECONDS.toNanos(1);

    private final Surroundings surroundings;
    private final Terminal terminal;

    Opening(Surroundings surroundings, Terminal terminal) {
        this.surroundings = surroundings;
        this.terminal = terminal;
    }

    @Override
    public Opened open(Optional<Path> asked) throws Trouble, IOException {
        Home home = surroundings.home(asked);
        AppConfig config = config(home);
        HomeLock lock = lock(home);
        try {
            Daemon daemon = Daemon.open(home, config, surroundings);
            return new Held(daemon, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    AppConfig config(Home home) throws Trouble {
        try {
            AppConfig config = new ConfigLoader(surroundings.userHome(), surroundings.zone()).load(home.configFile());
            List<String> unknown = Industries.unknown(home.industries(), config.industries());
            if (!unknown.isEmpty()) {
                throw unusable(home, unknown);
            }
            return config;
        } catch (ConfigException e) {
            throw unusable(home, e.problems());
        }
    }

    private static Trouble unusable(Home home, List<String> problems) {
        StringBuilder list = new StringBuilder(home.configFile() + " cannot be used:");
        for (int i = 0; i < problems.size(); i++) {
            list.append(System.lineSeparator()).append("  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return Trouble.usage(list.toString());
    }

    /** @throws HandOver if the daemon has the home */
    HomeLock lock(Home home) throws IOException, Trouble {
        long begun = System.nanoTime();
        boolean said = false;
        while (true) {
            Optional<HomeLock> lock = HomeLock.take(home);
            if (lock.isPresent()) {
                return lock.get();
            }
            Optional<DaemonFile.Daemon> daemon = DaemonFile.running(home.daemonFile());
            if (daemon.isPresent()) {
                throw new HandOver(URI.create(daemon.get().address()), daemon.get().token());
            }
            if (System.nanoTime() - begun > PATIENCE) {
                throw Trouble.failed("Another command has been using " + home.folder()
                        + " for a while; wait until it has ended, and try again.");
            }
            if (!said && System.nanoTime() - begun > SAY_AFTER) {
                terminal.err().println("Another command is using " + home.folder() + "; waiting for it.");
                said = true;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    /** A home opened for one command. */
    private record Held(Daemon daemon, HomeLock lock) implements Opened {

        @Override
        public Desk desk() {
            return daemon.desk();
        }

        @Override
        public void close() throws IOException {
            try {
                daemon.close();
            } finally {
                lock.close();
            }
        }
    }
}
