package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Silence may last as long as the grade allows; the day after that is the day to write. Whoever does not answer is written to
 * after twice and three times that silence, and then no more. What nobody acts upon ends by itself.
 */
final class CadenceRule implements ReasonRule {

    private static final int ROUNDS = 3;
    private static final int LEAST_PATIENCE = 180;
    private static final int MOST_PATIENCE = 365;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        Dealings dealings = standing.dealings();
        Instant last = later(dealings.lastTouch(), standing.kept());
        if (last == null) {
            return List.of();
        }
        int allowed = standing.grade().silentDays();
        int done = done(standing, day, allowed);
        LocalDate since = day.of(last);
        int patience = Math.clamp(4L * allowed, LEAST_PATIENCE, MOST_PATIENCE);
        if (done >= ROUNDS || since.plusDays(patience).isBefore(day.today())) {
            return List.of();
        }
        LocalDate bare = since.plusDays(allowed * (1L + done) + 1);
        return List.of(day.from(Reason.CADENCE, bare, dealings.last()).round(done + 1, ROUNDS));
    }

    /** How often we have written because of silence alone since they last wrote. */
    private static int done(Standing standing, Day day, int allowed) {
        Instant before = later(standing.dealings().lastIn(), standing.kept());
        int done = 0;
        for (Point it : standing.dealings().ours()) {
            boolean silent = before != null && it.at().isAfter(before)
                    && ChronoUnit.DAYS.between(day.of(before), day.of(it.at())) >= allowed;
            if (silent) {
                done++;
            }
            before = later(before, it.at());
        }
        return done;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
