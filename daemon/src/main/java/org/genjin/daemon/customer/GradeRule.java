package org.genjin.daemon.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/**
 * How closely a customer is worth being kept, proposed from what was said and how they answer. The whole rule, the first
 * that holds:
 *
 * <ul>
 *   <li>S: at least so many orders within the time that counts, or so much money named in one currency.
 *   <li>A: an order within that time.
 *   <li>B: a quotation of ours, a sample or a price of theirs within the shorter time; or an inquiry by somebody who answers
 *       us quickly.
 *   <li>E: they declined or never answered our last mails, and long ago.
 *   <li>C: everybody else.
 * </ul>
 */
public final class GradeRule {

    private final Thresholds thresholds;

    public GradeRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Where the lines run.
     *
     * @param ordersForS how many orders within {@code ordersCount} make an S
     * @param valueForS how much money named with orders and payments within {@code ordersCount} makes an S, in any one currency
     * @param ordersCount how long an order counts
     * @param quotesCount how long a quotation, a sample or an inquiry counts
     * @param quickAnswer within what time somebody answers who answers quickly
     * @param silence after what time without an answer somebody is of low potential
     */
    public record Thresholds(
            int ordersForS, BigDecimal valueForS, Duration ordersCount, Duration quotesCount, Duration quickAnswer, Duration silence) {}

    /**
     * How a customer answers.
     *
     * @param answered how long their answers usually take: the median; null if they never answered
     * @param unanswered how many of our mails stand since they last wrote
     */
    public record Rhythm(@Nullable Instant lastIn, @Nullable Instant lastOut, @Nullable Duration answered, int unanswered) {}

    /** Why, as a key of wording with what stands in it. */
    public enum Why {
        ORDERS,
        VALUE,
        ORDERED,
        QUOTED,
        SAMPLE,
        TARGET,
        QUICK_INQUIRY,
        DECLINED,
        UNANSWERED,
        NOTHING;

        /** Such as {@code quick-inquiry}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param detail what stands in the words: a number, an amount; "" if nothing
     * @param because the newest fact that tells; empty if silence tells
     */
    public record Proposed(Grade grade, Why why, String detail, Optional<SpokenFact> because) {}

    /** @param facts oldest first */
    public Proposed grade(List<SpokenFact> facts, Rhythm rhythm, Instant now) {
        List<SpokenFact> orders = Orders.in(facts, now.minus(thresholds.ordersCount()));
        if (!orders.isEmpty()) {
            return ordered(facts, orders, now);
        }
        Instant quotesFrom = now.minus(thresholds.quotesCount());
        Optional<SpokenFact> quote = last(facts, quotesFrom, it -> it.isOurs(FactType.PRICE)
                || (it.isOurs(FactType.DOCUMENT) && (it.has(FactField.KIND, "QUOTATION") || it.has(FactField.KIND, "PI"))));
        Optional<SpokenFact> sample = last(facts, quotesFrom, it -> it.fact().type() == FactType.SAMPLE);
        Optional<SpokenFact> target = last(facts, quotesFrom, it -> it.isTheirs(FactType.TARGET_PRICE));
        Optional<SpokenFact> inquiry = last(facts, quotesFrom, it -> it.isTheirs(FactType.RFQ));
        Optional<SpokenFact> declined = last(facts, Instant.MIN, it -> it.isTheirs(FactType.DECLINE));
        boolean over = declined.isPresent()
                && java.util.stream.Stream.of(quote, sample, target, inquiry).flatMap(Optional::stream)
                        .noneMatch(it -> it.at().isAfter(declined.get().at()));
        if (over) {
            return isLongAgo(declined.get().at(), now)
                    ? new Proposed(Grade.E, Why.DECLINED, "", declined)
                    : new Proposed(Grade.C, Why.DECLINED, "", declined);
        }
        if (sample.isPresent()) {
            return new Proposed(Grade.B, Why.SAMPLE, "", sample);
        }
        if (target.isPresent()) {
            return new Proposed(Grade.B, Why.TARGET, "", target);
        }
        if (quote.isPresent()) {
            return new Proposed(Grade.B, Why.QUOTED, "", quote);
        }
        Duration answered = rhythm.answered();
        if (inquiry.isPresent() && answered != null && answered.compareTo(thresholds.quickAnswer()) <= 0) {
            return new Proposed(Grade.B, Why.QUICK_INQUIRY, "", inquiry);
        }
        Instant lastIn = rhythm.lastIn();
        Instant lastOut = rhythm.lastOut();
        boolean silent = rhythm.unanswered() > 0 && lastOut != null && (lastIn == null ? isLongAgo(lastOut, now) : isLongAgo(lastIn, now));
        return silent
                ? new Proposed(Grade.E, Why.UNANSWERED, Integer.toString(rhythm.unanswered()), Optional.empty())
                : new Proposed(Grade.C, Why.NOTHING, "", inquiry);
    }

    private Proposed ordered(List<SpokenFact> facts, List<SpokenFact> orders, Instant now) {
        Optional<SpokenFact> last = Optional.of(orders.getLast());
        if (orders.size() >= thresholds.ordersForS()) {
            return new Proposed(Grade.S, Why.ORDERS, Integer.toString(orders.size()), last);
        }
        Map<String, BigDecimal> values = values(facts, orders, now);
        Optional<Map.Entry<String, BigDecimal>> most = values.entrySet().stream()
                .filter(it -> it.getValue().compareTo(thresholds.valueForS()) >= 0)
                .max(Map.Entry.comparingByValue());
        return most.map(it -> new Proposed(
                        Grade.S, Why.VALUE, it.getKey() + " " + it.getValue().setScale(0, RoundingMode.HALF_UP).toPlainString(), last))
                .orElseGet(() -> new Proposed(Grade.A, Why.ORDERED, Integer.toString(orders.size()), last));
    }

    /** Currency → the money named as paid; the same sum named in two mails within two weeks is one. */
    private static Map<String, BigDecimal> values(List<SpokenFact> facts, List<SpokenFact> orders, Instant now) {
        Map<String, BigDecimal> values = new HashMap<>();
        TreeSet<String> seen = new TreeSet<>();
        for (SpokenFact it : facts) {
            BigDecimal amount = it.fact().number(FactField.AMOUNT);
            String currency = it.fact().word(FactField.CURRENCY);
            if (amount == null || currency == null || it.at().isBefore(orders.getFirst().at()) || it.at().isAfter(now)) {
                continue;
            }
            boolean total = it.fact().type() == FactType.PRICE && it.fact().values().get(FactField.PER) == null
                    && orders.stream().anyMatch(order -> order.message() == it.message());
            String once = currency + " " + amount.toPlainString() + " " + it.at().getEpochSecond() / Orders.SAME_ORDER.toSeconds();
            if ((total || it.fact().type() == FactType.PAID) && seen.add(once)) {
                values.merge(currency, amount, BigDecimal::add);
            }
        }
        return values;
    }

    private boolean isLongAgo(Instant at, Instant now) {
        return at.isBefore(now.minus(thresholds.silence()));
    }

    private static Optional<SpokenFact> last(List<SpokenFact> facts, Instant from, java.util.function.Predicate<SpokenFact> which) {
        return facts.reversed().stream().filter(it -> !it.at().isBefore(from) && which.test(it)).findFirst();
    }
}
