package org.genjin.daemon.customer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/**
 * How far the business with a customer has come, from what was said. The whole rule:
 *
 * <ul>
 *   <li>It moves on words only, never by itself with time, and forward only: a price said once more after the samples leaves
 *       the stage at the samples.
 *   <li>They ask for a price: a new inquiry. We say a price or send a quotation: quoted. Samples are asked for, offered or on
 *       their way: sampling. They name a price of their own: negotiating. We send a proforma invoice: PI sent. An order is
 *       placed or confirmed, or money has been sent: won. The goods are loaded or on their way: shipped.
 *   <li>After shipping, a further inquiry, order or payment is repeated business, until that is shipped in its turn.
 *   <li>They decline: lost, until they ask or order again. They cancel what was ordered: back to negotiating.
 *   <li>Nothing of all this, but words in both directions: contacted.
 * </ul>
 */
public final class StageRule {

    private StageRule() {}

    /** @param because the fact on which it moved last; empty if nothing said moved it */
    public record Reached(Stage stage, Optional<SpokenFact> because) {}

    /**
     * @param facts oldest first
     * @param bothWays whether words went both ways
     */
    public static Reached stage(List<SpokenFact> facts, boolean bothWays) {
        Set<Long> aboutSamples = new HashSet<>();
        facts.stream().filter(it -> it.fact().type() == FactType.SAMPLE).forEach(it -> aboutSamples.add(it.message()));
        Stage stage = bothWays ? Stage.CONTACTED : Stage.NEW;
        boolean moved = false;
        SpokenFact because = null;
        for (SpokenFact it : facts) {
            Stage next = moves(moved ? stage : null, it, aboutSamples.contains(it.message()));
            if (next != null && (next != stage || !moved)) {
                stage = next;
                because = it;
                moved = true;
            }
        }
        return new Reached(stage, Optional.ofNullable(because));
    }

    /** @param from null if nothing was said yet that moved it */
    private static @Nullable Stage moves(@Nullable Stage from, SpokenFact it, boolean aboutSamples) {
        if (it.isTheirs(FactType.DECLINE)) {
            return Stage.LOST;
        }
        if (it.isTheirs(FactType.ORDER) && it.has(FactField.STEP, "cancelled")) {
            return from == Stage.WON || from == Stage.PI_SENT || from == Stage.REPEAT ? Stage.NEGOTIATING : null;
        }
        if (isOrder(it)) {
            return wasShipped(from) ? Stage.REPEAT : Stage.WON;
        }
        if (it.isTheirs(FactType.RFQ)) {
            return wasShipped(from) ? Stage.REPEAT : from == null || from == Stage.LOST ? Stage.NEW : null;
        }
        if (isShipment(it) && !aboutSamples) {
            return Stage.SHIPPED;
        }
        if (it.isOurs(FactType.DOCUMENT) && it.has(FactField.KIND, "PI")) {
            return isBefore(from, Stage.PI_SENT) ? Stage.PI_SENT : null;
        }
        if (it.isTheirs(FactType.TARGET_PRICE)) {
            return isBefore(from, Stage.NEGOTIATING) ? Stage.NEGOTIATING : null;
        }
        if (it.fact().type() == FactType.SAMPLE) {
            return isBefore(from, Stage.NEGOTIATING) ? Stage.SAMPLING : null;
        }
        boolean quoted = it.isOurs(FactType.PRICE) || (it.isOurs(FactType.DOCUMENT) && it.has(FactField.KIND, "QUOTATION"));
        return quoted && isBefore(from, Stage.QUOTED) ? Stage.QUOTED : null;
    }

    private static boolean isOrder(SpokenFact it) {
        boolean theirs = it.isTheirs(FactType.ORDER) || it.isTheirs(FactType.PAID);
        boolean ours = it.isOurs(FactType.PAID) || (it.isOurs(FactType.ORDER) && it.has(FactField.STEP, "confirmed"));
        return theirs || ours;
    }

    private static boolean isShipment(SpokenFact it) {
        return it.isOurs(FactType.TRACKING)
                || (it.isOurs(FactType.SHIPMENT) && !it.has(FactField.STEP, "booked"));
    }

    private static boolean wasShipped(@Nullable Stage from) {
        return from == Stage.SHIPPED || from == Stage.REPEAT;
    }

    private static boolean isBefore(@Nullable Stage from, Stage stage) {
        return from == null || from == Stage.LOST || from.compareTo(stage) < 0;
    }
}
