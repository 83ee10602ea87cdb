package org.genjin.daemon.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Promises, each on its day. Ours must not be missed: on a day off it is brought forward. Theirs is asked for on the day, and
 * twice more. A promise without a day is looked after some working days later.
 */
final class PromiseRule implements ReasonRule {

    private static final int OURS_WITHOUT_DAY = 2;
    private static final int THEIRS_WITHOUT_DAY = 5;
    /** After so many days nobody expects it to be kept. */
    private static final int FORGOTTEN = 30;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        List<FollowUp> followUps = new ArrayList<>();
        for (Pledge it : standing.dealings().pledges()) {
            Optional<FollowUp> followUp =
                    switch (it.by()) {
                        case US -> ours(it, day);
                        case THEM -> theirs(it, standing, day);
                    };
            followUp.map(due -> due.about(it.due()).ofPledge(it.ordinal())).ifPresent(followUps::add);
        }
        return followUps;
    }

    private static Optional<FollowUp> ours(Pledge it, Day day) {
        LocalDate made = day.of(it.made().at());
        LocalDate bare = it.due() == null ? day.shared().ours().plus(made, OURS_WITHOUT_DAY) : it.due();
        if (bare.plusDays(FORGOTTEN).isBefore(day.today())) {
            return Optional.empty();
        }
        LocalDate earliest = bare.isAfter(made) ? made.plusDays(1) : made;
        return Optional.of(it.due() == null
                ? day.from(Reason.PROMISE_OURS, bare, it.made())
                : day.before(Reason.PROMISE_OURS, bare, earliest, it.made()));
    }

    private static Optional<FollowUp> theirs(Pledge it, Standing standing, Day day) {
        LocalDate made = day.of(it.made().at());
        LocalDate anchor = it.due() == null ? day.shared().ours().plus(made, THEIRS_WITHOUT_DAY) : it.due();
        List<LocalDate> written = day.daysOf(standing.dealings().ours(), anchor.minusDays(1));
        return Rounds.PROMISE.next(anchor, written, day.today())
                .map(next -> day.from(Reason.PROMISE_THEIRS, next.day(), it.made()).round(next.round(), Rounds.PROMISE.count()));
    }
}
