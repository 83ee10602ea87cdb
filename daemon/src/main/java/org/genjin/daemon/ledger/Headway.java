package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the reading of a source gets on, over all its mailboxes.
 *
 * @param begun when this reading began
 * @param at when this was so
 * @param settled what earlier readings had done with
 * @param read how many messages this reading has read
 * @param remaining how many are still to come; -1 if nobody knows
 */
public record Headway(Instant begun, Instant at, long settled, long read, long remaining) {

    /** Before this nothing can be said of how fast it is. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    /** Several readings side by side as one. */
    public static Headway together(Collection<Headway> readings) {
        Headway sum = null;
        for (Headway it : readings) {
            sum = sum == null ? it : sum.with(it);
        }
        return Objects.requireNonNull(sum, "no reading goes on");
    }

    private Headway with(Headway other) {
        return new Headway(
                begun.isBefore(other.begun) ? begun : other.begun,
                at.isAfter(other.at) ? at : other.at,
                settled + other.settled,
                read + other.read,
                remaining < 0 || other.remaining < 0 ? -1 : remaining + other.remaining);
    }

    /** Of how many in all; -1 if nobody knows. */
    public long total() {
        return remaining < 0 ? -1 : settled + read + remaining;
    }

    /** How much of all is read, rounded down, so that 100 means all; empty if nobody knows. */
    public OptionalInt percent() {
        long total = total();
        return total <= 0 ? OptionalInt.empty() : OptionalInt.of((int) ((total - remaining) * 100 / total));
    }

    /** Messages a second in this reading; 0 while it cannot be told. */
    public double rate() {
        Duration taken = Duration.between(begun, at);
        return taken.compareTo(TELLING) < 0 ? 0 : read * 1000.0 / taken.toMillis();
    }

    /** How long the rest will take at this rate; empty while it cannot be told. */
    public Optional<Duration> left() {
        double rate = rate();
        return remaining <= 0 || rate <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(remaining * 1000.0 / rate)));
    }
}
