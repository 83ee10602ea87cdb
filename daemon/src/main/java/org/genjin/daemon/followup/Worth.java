package org.genjin.daemon.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.words.WordFile;
import org.jspecify.annotations.Nullable;

/**
 * How much money is at stake with a customer: the largest sum that was named, or price times quantity where no sum was. Currencies
 * are weighed roughly, which is enough to put more before less.
 */
final class Worth {

    private static final Map<String, BigDecimal> RATES = rates();

    private BigDecimal largest = BigDecimal.ZERO;

    BigDecimal largest() {
        return largest;
    }

    void hear(Event it) {
        BigDecimal quantity = BigDecimal.ZERO;
        String unit = null;
        for (Fact fact : it.facts()) {
            BigDecimal amount = fact.type() == FactType.QUANTITY ? fact.number(FactField.AMOUNT) : null;
            if (amount != null && amount.compareTo(quantity) > 0) {
                quantity = amount;
                unit = fact.word(FactField.UNIT);
            }
        }
        for (Fact fact : it.facts()) {
            largest = largest.max(sum(fact, quantity, unit));
        }
    }

    private static BigDecimal sum(Fact it, BigDecimal quantity, @Nullable String unit) {
        boolean money = it.type() == FactType.PRICE || it.type() == FactType.PAID;
        BigDecimal amount = money ? it.number(FactField.AMOUNT) : null;
        BigDecimal rate = money ? RATES.get(String.valueOf(it.word(FactField.CURRENCY))) : null;
        if (amount == null || rate == null) {
            return BigDecimal.ZERO;
        }
        String per = it.type() == FactType.PRICE ? it.word(FactField.PER) : null;
        BigDecimal times = per == null ? BigDecimal.ONE : per.equals(unit) ? quantity : BigDecimal.ZERO;
        return amount.multiply(times).multiply(rate).setScale(0, RoundingMode.HALF_UP);
    }

    private static Map<String, BigDecimal> rates() {
        Map<String, BigDecimal> rates = new HashMap<>();
        for (String line : WordFile.lines("/followup/currencies.txt")) {
            String[] words = line.split("\\s+");
            rates.put(words[0], new BigDecimal(words[1]));
        }
        return rates;
    }
}
