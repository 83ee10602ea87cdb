package org.genjin.daemon.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customer.Orders;
import org.genjin.daemon.customer.SpokenFact;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.followup.Standing;
import org.jspecify.annotations.Nullable;

/**
 * All that was said with one customer, and what is known of them besides.
 *
 * @param events oldest first
 * @param decisions when people decided something about them
 * @param known grade and stage as they are, and what was set by hand, with when
 */
public record History(List<Event> events, List<Instant> decisions, Standing known) {

    public History {
        events = List.copyOf(events);
        decisions = List.copyOf(decisions);
    }

    /** When they ordered: placing, confirming and paying within two weeks is one order. */
    public List<Instant> orders() {
        List<SpokenFact> facts = new ArrayList<>();
        events.forEach(it -> it.facts().forEach(fact -> facts.add(new SpokenFact(it.at(), it.direction(), fact, it.message()))));
        return Orders.in(facts, Instant.MIN).stream().map(SpokenFact::at).toList();
    }

    /** As it was known at an instant, with the grade of today. */
    Standing at(Instant instant, Dealings dealings) {
        boolean set = isBy(known.setAt(), instant);
        Point away = isBy(at(known.away()), instant) ? known.away() : null;
        LocalDate back = away == null ? null : known.back();
        return new Standing(
                known.grade(), known.stage(), dealings, set ? known.byHand() : null, set ? known.setAt() : null, away, back,
                isBy(at(known.bounce()), instant) ? known.bounce() : null,
                isBy(known.stageSetAt(), instant) ? known.stageSetAt() : null, isBy(known.kept(), instant) ? known.kept() : null,
                isBy(known.doneAt(), instant) ? known.doneAt() : null);
    }

    private static @Nullable Instant at(@Nullable Point point) {
        return point == null ? null : point.at();
    }

    private static boolean isBy(@Nullable Instant it, Instant instant) {
        return it != null && !it.isAfter(instant);
    }
}
