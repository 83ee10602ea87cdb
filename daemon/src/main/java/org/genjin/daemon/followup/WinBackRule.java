package org.genjin.daemon.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whoever has ordered at least three times has a rhythm: the median of the times between. When half as much again has gone by
 * without an order or an inquiry, it is time to ask why, and a month and two months after that.
 */
final class WinBackRule implements ReasonRule {

    private static final int ORDERS = 3;
    private static final int SHORTEST_RHYTHM = 7;
    private static final int AFTER_THEIR_WORD = 7;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        Dealings dealings = standing.dealings();
        Optional<Duration> rhythm = rhythm(dealings.orders());
        if (rhythm.isEmpty() || dealings.deliveryDate() != null) {
            return List.of();
        }
        Point order = dealings.orders().getLast();
        Instant last = order.at();
        LocalDate anchor = day.of(last.plus(rhythm.get().multipliedBy(3).dividedBy(2)));
        Instant asked = dealings.asked();
        if (asked != null && asked.isAfter(last)) {
            anchor = later(anchor, day.of(asked.plus(rhythm.get())));
        }
        Instant word = dealings.lastIn();
        anchor = word == null ? anchor : later(anchor, day.of(word).plusDays(AFTER_THEIR_WORD));
        return Rounds.WIN_BACK.next(anchor, day.daysOf(dealings.ours(), anchor.minusDays(1)), day.today())
                .map(it -> day.from(Reason.WIN_BACK, it.day(), order)
                        .about(day.of(last))
                        .round(it.round(), Rounds.WIN_BACK.count()))
                .map(List::of)
                .orElse(List.of());
    }

    /** The median of the times between orders; empty if there are too few, or if they come as often as letters. */
    static Optional<Duration> rhythm(List<Point> orders) {
        if (orders.size() < ORDERS) {
            return Optional.empty();
        }
        List<Duration> between = new ArrayList<>();
        for (int i = 1; i < orders.size(); i++) {
            between.add(Duration.between(orders.get(i - 1).at(), orders.get(i).at()));
        }
        between.sort(Duration::compareTo);
        Duration median = between.get(between.size() / 2);
        return median.toDays() < SHORTEST_RHYTHM ? Optional.empty() : Optional.of(median);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
