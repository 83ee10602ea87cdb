package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.calendar.SharedDays;
import org.genjin.daemon.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * When we must write next, and why. The whole rule, with no clock, no database and no mail in it; each kind of reason has a class
 * of its own. What they say is put together so:
 *
 * <ol>
 *   <li>What was due when a person said that it is dealt with is not due any more.
 *   <li>Of a blocked customer only a day set by hand counts. Of one that is lost or dormant only that, what they ask and what we
 *       promised; a dormant one who writes is awake again.
 *   <li>A day set by hand puts everything else off until then, unless the customer writes.
 *   <li>Whose mail came back is not nudged: another way to them has to be found first.
 *   <li>Nobody is nudged who is away: it waits for the day of the return.
 *   <li>While anything else is due or to come, silence is no reason of its own, unless that is due and nothing else is.
 *   <li>Where all rounds are over and nobody answered, the customer is asked about instead of being reminded of.
 * </ol>
 *
 * Dates fall on days on which both sides work.
 */
public final class FollowUpPolicy {

    /** An absence that was announced longer ago is over, whatever it said. */
    private static final int LONGEST_ABSENCE = 120;

    private static final ReasonRule REPLY = new ReplyRule();
    private static final ReasonRule PROMISE = new PromiseRule();
    private static final ReasonRule MANUAL = new ManualRule();
    private static final ReasonRule CADENCE = new CadenceRule();
    private static final ReasonRule ADDRESS = new AddressRule();
    private static final List<ReasonRule> TRADE = List.of(new SilenceRule(), new DeadlineRule(), new WinBackRule());

    private static final Comparator<FollowUp> BY_REASON =
            Comparator.comparing(FollowUp::reason).thenComparing(FollowUp::due);

    private final CountryCalendar ours;
    private final ZoneId zone;

    /** @param zone the owner's, in which days begin and end */
    public FollowUpPolicy(CountryCalendar ours, ZoneId zone) {
        this.ours = ours;
        this.zone = zone;
    }

    /** @param theirs the customer's calendar */
    public Assessment assess(Standing standing, CountryCalendar theirs, LocalDate today) {
        Day day = new Day(today, zone, new SharedDays(ours, theirs));
        List<FollowUp> byHand = MANUAL.followUps(standing, day).stream().filter(it -> !isDone(it, standing, day)).toList();
        if (standing.stage() == Stage.BLOCKED || (!byHand.isEmpty() && ManualRule.putsOff(standing, day))) {
            return planned(byHand, today);
        }
        List<FollowUp> all = new ArrayList<>(byHand);
        all.addAll(REPLY.followUps(standing, day));
        List<FollowUp> promises = PROMISE.followUps(standing, day);
        promises.stream().filter(it -> all.stream().noneMatch(owed -> isSame(owed, it))).forEach(all::add);
        boolean rests = standing.stage() == Stage.DORMANT && !standing.wroteSinceStageSet();
        boolean open = standing.stage() != Stage.LOST && !rests;
        if (open) {
            all.addAll(ADDRESS.followUps(standing, day));
            TRADE.forEach(it -> all.addAll(it.followUps(standing, day)));
            all.removeIf(it -> isDone(it, standing, day));
            List<FollowUp> silence = CADENCE.followUps(standing, day);
            boolean silenceOnly = all.stream().noneMatch(it -> it.isDue(today) || it.due().isBefore(firstDay(silence)));
            all.addAll(silenceOnly ? silence : List.of());
        } else {
            all.removeIf(it -> it.reason() == Reason.PROMISE_THEIRS || isDone(it, standing, day));
        }
        if (all.stream().anyMatch(it -> it.reason() == Reason.ADDRESS_DEAD)) {
            all.removeIf(it -> it.reason().isNudge());
        }
        all.replaceAll(it -> awaited(it, standing, day));
        Instant last = standing.dealings().lastTouch();
        return all.isEmpty() && open && last != null
                ? new Assessment.Exhausted(standing.dealings().ours().size(), day.of(last))
                : planned(all, today);
    }

    /** By how many working days it is late, 0 if it is due today. A date that comes near is late once it has passed. */
    public int overdue(FollowUp it, LocalDate today) {
        boolean near = it.reason() == Reason.DELIVERY_DUE || it.reason() == Reason.QUOTE_EXPIRING;
        LocalDate from = near && it.date() != null && it.date().isAfter(it.due()) ? it.date() : it.due();
        return ours.between(from, today);
    }

    public CountryCalendar ours() {
        return ours;
    }

    /** Whether an answer that is owed is what was asked for by a day. */
    private static boolean isSame(FollowUp owed, FollowUp promise) {
        return owed.reason() == Reason.REPLY_OWED && owed.because() != null && owed.because().equals(promise.because())
                && promise.reason() == Reason.PROMISE_OURS;
    }

    /** Whether it was due, of something said before, when a person said that all is dealt with. */
    private static boolean isDone(FollowUp it, Standing standing, Day day) {
        Instant done = standing.doneAt();
        Point because = it.because();
        boolean known = because == null ? isBefore(standing.setAt(), done) : isBefore(because.at(), done);
        return done != null && known && !it.due().isAfter(day.of(done));
    }

    private static boolean isBefore(@Nullable Instant said, @Nullable Instant done) {
        return said == null || (done != null && !said.isAfter(done));
    }

    private static LocalDate firstDay(List<FollowUp> followUps) {
        return followUps.stream().map(FollowUp::due).min(LocalDate::compareTo).orElse(LocalDate.MAX);
    }

    private static Assessment planned(List<FollowUp> all, LocalDate today) {
        List<FollowUp> sorted = new ArrayList<>(all.stream().filter(it -> it.isDue(today)).sorted(BY_REASON).toList());
        all.stream().filter(it -> !it.isDue(today)).sorted(Comparator.comparing(FollowUp::due).thenComparing(FollowUp::reason)).forEach(sorted::add);
        return sorted.isEmpty() ? new Assessment.Nothing() : new Assessment.Planned(sorted);
    }

    /** Nobody is nudged while away. */
    private static FollowUp awaited(FollowUp it, Standing standing, Day day) {
        LocalDate back = standing.back();
        Point away = standing.away();
        if (back == null || away == null || !it.reason().isNudge() || !it.due().isBefore(back)
                || day.of(away.at()).plusDays(LONGEST_ABSENCE).isBefore(day.today())) {
            return it;
        }
        SharedDays.Found found = day.shared().onOrAfter(back);
        return new FollowUp(
                it.reason(), it.bare(), found.day(), found.rest(), back, it.because(), it.pledge(), it.date(), it.round(), it.rounds());
    }
}
