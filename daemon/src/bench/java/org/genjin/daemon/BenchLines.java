package org.genjin.daemon;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a benchmark says: a name and a value a line, the values below each other. */
record BenchLines(PrintStream out) {

    void say(String what, String value) {
        out.println(String.format(Locale.ROOT, "%-20s%s", what, value));
    }

    void say(String what, Duration time) {
        say(what, String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9));
    }
}
