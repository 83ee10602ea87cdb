package org.genjin.daemon.followup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.genjin.daemon.customer.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Where we stand with a customer: of all that was said, that on which a date hangs still. It knows no today; it changes only
 * when something new is said. Made by {@link DealingsReading}.
 *
 * @param in what the customer wrote last; null if nothing ever
 * @param out what we wrote last, whoever of us on whatever channel; null if nothing ever
 * @param question the oldest message of theirs that wants an answer and has none; null if none does
 * @param ours our messages since they last wrote, oldest first; the newest of them if there are many
 * @param quote our offer since they last wrote, the first one; null if there is none, or if it has been overtaken
 * @param sample the samples that we have sent since they last wrote; null if there are none
 * @param offer our newest offer, if it says until when it holds good and was neither taken nor declined; null else
 * @param offerUntil its last day
 * @param invoice the proforma invoice that was sent and is not paid; null if there is none
 * @param delivery the message from which the day of delivery follows, of goods ordered and not shipped; null if none tells
 * @param deliveryDate that day
 * @param pledges promises that nobody has kept yet
 * @param orders when they ordered, oldest first; the newest of them if there are many
 * @param asked when they last asked for a price or ordered; null if never
 * @param lost when they last declined, if they have neither asked nor ordered since; null else
 * @param worth the largest sum named lately, roughly in US dollars: only to put more before less
 */
public record Dealings(
        @Nullable Point in,
        @Nullable Point out,
        @Nullable Point question,
        List<Point> ours,
        @Nullable Point quote,
        @Nullable Point sample,
        @Nullable Point offer,
        @Nullable LocalDate offerUntil,
        @Nullable Point invoice,
        @Nullable Point delivery,
        @Nullable LocalDate deliveryDate,
        List<Pledge> pledges,
        List<Point> orders,
        @Nullable Instant asked,
        @Nullable Instant lost,
        BigDecimal worth) {

    public static final Dealings NONE = new Dealings(
            null, null, null, List.of(), null, null, null, null, null, null, null, List.of(), List.of(), null, null, BigDecimal.ZERO);

    public Dealings {
        ours = List.copyOf(ours);
        pledges = List.copyOf(pledges);
        orders = List.copyOf(orders);
    }

    public @Nullable Instant lastIn() {
        return in == null ? null : in.at();
    }

    public @Nullable Instant lastOut() {
        return out == null ? null : out.at();
    }

    /** The later of {@link #in} and {@link #out}; null if nobody ever wrote. */
    public @Nullable Point last() {
        if (in == null || out == null) {
            return in == null ? out : in;
        }
        return in.at().isAfter(out.at()) ? in : out;
    }

    public @Nullable Instant lastTouch() {
        Point last = last();
        return last == null ? null : last.at();
    }

    /** Ours while they wait or we have promised; theirs if we wrote last; nobody's if they wrote last and want nothing. */
    public Turn turn() {
        if (question != null || pledges.stream().anyMatch(it -> it.by() == Pledge.By.US)) {
            return Turn.MINE;
        }
        Turn last = Turn.of(lastIn(), lastOut());
        return last == Turn.MINE ? Turn.NOBODY : last;
    }
}
