package org.genjin.daemon.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * After how many days without an answer one writes again, and how often at most. Whoever keeps to it writes on these days; whoever
 * writes later has as long to wait for the next as if it had been in time. What nobody acts upon ends by itself, as long after
 * the last day as that is after the first message.
 *
 * @param days after the message that waits for an answer, growing
 */
record Rounds(List<Integer> days) {

    static final Rounds QUOTE = new Rounds(List.of(3, 7, 15));
    /** The trade's own 1-1-2-3-7-7-15, each counted from the one before. */
    static final Rounds SAMPLE = new Rounds(List.of(1, 2, 4, 7, 14, 21, 36));
    /** Three days, a week, fifteen days. */
    static final Rounds INVOICE = new Rounds(List.of(3, 7, 15));
    static final Rounds PROMISE = new Rounds(List.of(0, 3, 7));
    static final Rounds WIN_BACK = new Rounds(List.of(0, 30, 90));

    private static final int LEAST_PATIENCE = 14;

    Rounds {
        days = List.copyOf(days);
    }

    int count() {
        return days.size();
    }

    /** The next time to write. */
    record Next(LocalDate day, int round) {}

    /**
     * @param written on which days we wrote since, in order
     * @return empty once we wrote as often as one does, or let all of it pass
     */
    Optional<Next> next(LocalDate anchor, List<LocalDate> written, LocalDate today) {
        int done = written.size();
        if (done >= days.size()) {
            return Optional.empty();
        }
        LocalDate day = done == 0
                ? anchor.plusDays(days.getFirst())
                : written.getLast().plusDays(days.get(done) - days.get(done - 1));
        LocalDate last = day.plusDays(days.getLast() - days.get(done));
        if (today.isAfter(last.plusDays(Math.max(LEAST_PATIENCE, days.getLast())))) {
            return Optional.empty();
        }
        int passed = (int) days.stream().skip(done + 1L)
                .filter(it -> ChronoUnit.DAYS.between(day, today) >= it - days.get(done))
                .count();
        return Optional.of(new Next(day, done + 1 + passed));
    }
}
