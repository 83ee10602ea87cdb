package org.genjin.daemon.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;

/** Which of what was said are orders: placing, confirming and paying within two weeks is one. Pure. */
public final class Orders {

    static final Duration SAME_ORDER = Duration.ofDays(14);

    private Orders() {}

    /**
     * The first word of each order since {@code from}; one that was cancelled is none.
     *
     * @param facts oldest first
     */
    public static List<SpokenFact> in(List<SpokenFact> facts, Instant from) {
        List<SpokenFact> orders = new ArrayList<>();
        for (SpokenFact it : facts) {
            boolean order = it.fact().type() == FactType.PAID
                    || (it.fact().type() == FactType.ORDER && !it.has(FactField.STEP, "cancelled") && !it.has(FactField.STEP, "changed"));
            if (order && !it.at().isBefore(from)) {
                if (orders.isEmpty() || it.at().isAfter(orders.getLast().at().plus(SAME_ORDER))) {
                    orders.add(it);
                }
            } else if (it.isTheirs(FactType.ORDER) && it.has(FactField.STEP, "cancelled") && !orders.isEmpty()) {
                orders.removeLast();
            }
        }
        return orders;
    }
}
