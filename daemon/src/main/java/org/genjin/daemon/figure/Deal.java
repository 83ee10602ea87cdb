package org.genjin.daemon.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry and what came of it. Who asks for a price again while it is talked of has one inquiry; after an order, a refusal or
 * ninety days without a word of the trade another one begins.
 *
 * @param asked when the customer first asked for a price
 * @param quoted when we named one; null if we never did, as with all that follows
 * @param sampled when samples were sent
 * @param invoiced when the proforma invoice was sent
 * @param won when it was ordered or paid
 */
public record Deal(
        Instant asked,
        @Nullable Instant quoted,
        @Nullable Instant sampled,
        @Nullable Instant invoiced,
        @Nullable Instant won) {

    private static final Duration FORGOTTEN = Duration.ofDays(90);

    /** @param events with one customer, oldest first */
    public static List<Deal> in(List<Event> events) {
        List<Deal> deals = new ArrayList<>();
        Deal open = null;
        Instant last = Instant.MIN;
        for (Event it : events) {
            boolean asks = it.isTheirs() && it.says(FactType.RFQ);
            if (open != null && asks && (open.won != null || it.at().isAfter(last.plus(FORGOTTEN)))) {
                deals.add(open);
                open = null;
            }
            if (open == null && asks) {
                open = new Deal(it.at(), null, null, null, null);
            }
            if (open != null && !it.facts().isEmpty()) {
                last = it.at();
                open = open.heard(it);
            }
            if (open != null && it.isTheirs() && it.says(FactType.DECLINE)) {
                deals.add(open);
                open = null;
            }
        }
        if (open != null) {
            deals.add(open);
        }
        return deals;
    }

    private Deal heard(Event it) {
        boolean orders = it.orders() || it.paid();
        return new Deal(
                asked, first(quoted, it.quotes(), it), first(sampled, it.sendsSamples(), it), first(invoiced, it.sendsInvoice(), it),
                it.isTheirs() && it.says(FactType.ORDER, "cancelled") ? null : first(won, orders, it));
    }

    private static @Nullable Instant first(@Nullable Instant before, boolean now, Event it) {
        return before == null && now ? it.at() : before;
    }

    /** Whether it has come so far; who has ordered has been told a price and was invoiced, on whatever way. Samples can be left out. */
    public boolean reached(Figure step) {
        return switch (step) {
            case QUOTED -> quoted != null || reached(Figure.INVOICED);
            case SAMPLED -> sampled != null;
            case INVOICED -> invoiced != null || won != null;
            case WON -> won != null;
            default -> throw new IllegalArgumentException(step + " is no step");
        };
    }
}
