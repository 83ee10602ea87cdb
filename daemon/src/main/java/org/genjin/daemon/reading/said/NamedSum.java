package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money that one message names: a total as it stands there, or a price with the quantity that it is for.
 *
 * @param price the fact that names it
 * @param currency ISO 4217
 */
public record NamedSum(Fact price, BigDecimal amount, String currency) {

    /** The largest of a message; empty if no sum can be told. */
    public static Optional<NamedSum> largest(List<Fact> message) {
        return message.stream().flatMap(it -> of(it, message)).max(Comparator.comparing(NamedSum::amount));
    }

    private static Stream<NamedSum> of(Fact price, List<Fact> message) {
        String currency = price.type() == FactType.PRICE ? price.word(FactField.CURRENCY) : null;
        BigDecimal total = currency == null ? null : total(price, message);
        return total == null || currency == null ? Stream.empty() : Stream.of(new NamedSum(price, total, currency));
    }

    private static @Nullable BigDecimal total(Fact price, List<Fact> message) {
        BigDecimal amount = price.number(FactField.AMOUNT);
        String per = price.word(FactField.PER);
        if (amount == null || per == null) {
            return amount;
        }
        return message.stream()
                .filter(it -> it.type() == FactType.QUANTITY && per.equals(it.word(FactField.UNIT)))
                .map(it -> it.number(FactField.AMOUNT))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(amount::multiply)
                .orElse(null);
    }
}
