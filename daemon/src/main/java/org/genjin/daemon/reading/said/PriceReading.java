package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/** Prices and what somebody would like to pay instead. */
final class PriceReading {

    private static final int NEAR = 14;
    /** Nobody asks for a price that is half of what was offered. */
    private static final BigDecimal MOST_OFF = BigDecimal.TWO;

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Money> money;

    PriceReading(KnownText text, List<Money> money) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
        this.money = money;
    }

    /** @param taken what was paid: no price */
    List<Finding> read(List<Finding> taken) {
        List<Finding> found = new ArrayList<>();
        for (Money sum : money) {
            boolean paid = taken.stream().anyMatch(it -> it.touches(sum.from(), sum.to()));
            if (paid || isNoPrice(sum)) {
                continue;
            }
            FactType type = isWished(sum) || isLess(sum) ? FactType.TARGET_PRICE : FactType.PRICE;
            Finding one = Finding.of(type, text, sum.from(), sum.to())
                    .with(FactField.CURRENCY, sum.currency())
                    .with(FactField.PER, sum.per());
            if (sum.least() != null) {
                found.add(one.with(FactField.AMOUNT, sum.least()));
            }
            found.add(one.with(FactField.AMOUNT, sum.amount()));
        }
        return found;
    }

    /** Rates of exchange, money of a contest, what was lost. */
    private boolean isNoPrice(Money sum) {
        return hits.family("noprice").stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(sum.from())
                && Math.abs(it.from() - sum.from()) < NEAR)
                || text.inClause("nopricehere", sum.from());
    }

    /** A word of wishing before it, or one of those that stand behind, with no other sum in between. */
    private boolean isWished(Money sum) {
        for (Hit hit : hits.family("target")) {
            boolean behind = hit.kind().equals("after");
            int distance = behind ? hit.from() - sum.to() : sum.from() - hit.to();
            if (tokens.sentence(hit.from()) == tokens.sentence(sum.from()) && distance >= 0 && distance < NEAR
                    && isNearest(sum, behind ? sum.to() : hit.to(), behind ? hit.from() : sum.from())) {
                return true;
            }
        }
        return false;
    }

    /** Less than a sum of which is said that it is too much. */
    private boolean isLess(Money sum) {
        for (Money other : money) {
            boolean alike = other.currency().equals(sum.currency()) && (other.per() == null || sum.per() == null
                    || other.per().equals(sum.per()));
            boolean less = sum.amount().compareTo(other.amount()) < 0
                    && sum.amount().multiply(MOST_OFF).compareTo(other.amount()) > 0;
            if (alike && less && isDear(other) && !isDear(sum)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDear(Money sum) {
        return hits.family("dear").stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(sum.from())
                && money.stream().noneMatch(other -> !other.equals(sum)
                        && tokens.sentence(other.from()) == tokens.sentence(sum.from())
                        && Math.abs(it.from() - other.from()) < Math.abs(it.from() - sum.from())));
    }

    /** Whether no sum but those of the same range lies between. */
    private boolean isNearest(Money sum, int from, int to) {
        return money.stream().noneMatch(it -> !it.equals(sum) && it.from() >= from && it.to() <= to
                && (sum.from() - it.to() > 1 || it.from() - sum.to() > 1));
    }
}
