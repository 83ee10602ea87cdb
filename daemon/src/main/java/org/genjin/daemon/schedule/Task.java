package org.genjin.daemon.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Something to be done again and again, never twice at once.
 *
 * @param name unique; the same after a restart
 * @param work must not throw for what can be expected to fail; what it throws is logged, and it runs again next time
 */
public record Task(String name, Runnable work, List<Rhythm> rhythms) {

    public Task {
        rhythms = List.copyOf(rhythms);
    }

    /** How often. */
    public sealed interface Rhythm {

        /** At once and then again with {@code pause} between the beginnings. */
        record Every(Duration pause) implements Rhythm {}

        /** On some days of the week at a local time; what was missed is made up for once. */
        record Daily(LocalTime at, Set<DayOfWeek> days, ZoneId zone) implements Rhythm {}
    }
}
