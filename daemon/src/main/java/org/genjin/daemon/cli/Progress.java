package org.genjin.daemon.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells on standard error how long work gets on: on a terminal one line that is overwritten, elsewhere a line every few
 * seconds. Thread-safe.
 */
final class Progress implements AutoCloseable {

    private static final long OVERWRITE_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 5_000_000_000L;

    private final PrintStream err;
    private final boolean overwrite;
    private final long begun = System.nanoTime();
    private long told = begun;
    private boolean open;

    Progress(Terminal terminal) {
        this.err = terminal.err();
        this.overwrite = terminal.interactive();
    }

    /** @param remaining -1 if not known */
    synchronized void count(String what, long count, long remaining) {
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        double rate = count / seconds;
        String left = remaining > 0 && rate > 0 ? ", about " + duration((long) (remaining / rate)) + " left" : "";
        String more = remaining > 0 ? " of " + (count + remaining) : "";
        tell(String.format(Locale.ROOT, "%s: %d%s, %.0f/s%s", what, count, more, rate, left));
    }

    synchronized void tell(String line) {
        long now = System.nanoTime();
        if (now - told < (overwrite ? OVERWRITE_NANOS : LINE_NANOS)) {
            return;
        }
        told = now;
        if (overwrite) {
            err.print("\r\033[K" + line);
            open = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (open) {
            err.print("\r\033[K");
            err.flush();
            open = false;
        }
    }

    private static String duration(long seconds) {
        return seconds < 90 ? seconds + " s" : seconds < 5400 ? (seconds / 60) + " min" : (seconds / 3600) + " h";
    }
}
