package org.genjin.daemon.reading.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text, in figures or words.
 *
 * @param value in units, whatever was written: {@code 1.5万} is 15000
 * @param whole the value if only whole numbers make sense
 * @param from its first token
 * @param to the token after its last
 * @param least where it is a range, the lesser end; else null
 * @param words whether it is written in words
 */
public record Amount(BigDecimal value, BigDecimal whole, int from, int to, @Nullable Amount least, boolean words) {

    Amount since(Amount lesser) {
        return new Amount(value, whole, lesser.from, to, lesser, words);
    }

    Amount times(BigDecimal factor, int end) {
        return new Amount(value.multiply(factor), value.multiply(factor), from, end, least, words);
    }
}
