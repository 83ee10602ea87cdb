package org.genjin.daemon;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.SourceWording;

/** Prints a line now and then on how a reading gets on that takes long, such as a mailbox's first. Thread-safe. */
final class ReadingLines implements Poll.Progress {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final SourceWording wording;
    private final Map<String, Instant> told = new HashMap<>();

    ReadingLines(PrintStream out, SourceWording wording) {
        this.out = out;
        this.wording = wording;
    }

    @Override
    public synchronized void batch(Poll.Step step) {
        Headway headway = step.headway();
        Instant last = told.getOrDefault(step.source(), Instant.MIN);
        Instant since = last.isAfter(headway.begun()) ? last : headway.begun();
        if (!headway.at().isBefore(since.plus(PAUSE))) {
            told.put(step.source(), headway.at());
            out.println(step.source() + ": " + wording.progress(headway));
            out.flush();
        }
    }
}
