package org.genjin.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genjin.config.SourceConfig;

/**
 * The time after a start until each source has been tried once: what is told before that tells of yesterday. It is over after
 * a while also if a source takes longer. Thread-safe.
 */
final class FirstRound {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<String> open = new HashSet<>();
    private final InstantSource clock;
    private final Instant begun;

    FirstRound(List<? extends SourceConfig> sources, InstantSource clock) {
        sources.forEach(it -> open.add(it.name()));
        this.clock = clock;
        this.begun = clock.instant();
    }

    synchronized void tried(SourceConfig source) {
        open.remove(source.name());
    }

    synchronized boolean isOver() {
        return open.isEmpty() || !clock.instant().isBefore(begun.plus(LONGEST));
    }
}
