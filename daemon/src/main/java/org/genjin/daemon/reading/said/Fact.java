package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing of the trade that somebody said.
 *
 * @param values what it carries: of its type's {@link FactType#fields} those that were said, of the types that
 *     {@link FactField} names; numbers without trailing zeros
 * @param text the exact words
 */
public record Fact(FactType type, Map<FactField, Object> values, String text) {

    public Fact {
        EnumMap<FactField, Object> kept = new EnumMap<>(FactField.class);
        values.forEach((field, value) -> {
            if (!type.fields().contains(field)) {
                throw new IllegalArgumentException(type + " has no " + field);
            }
            kept.put(field, value instanceof BigDecimal number ? plain(number) : value);
        });
        values = Collections.unmodifiableMap(kept);
    }

    public static Fact of(FactType type, String text) {
        return new Fact(type, Map.of(), text);
    }

    /** The same with one value more; unchanged if that is null. */
    public Fact with(FactField field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        EnumMap<FactField, Object> more = new EnumMap<>(FactField.class);
        more.putAll(values);
        more.put(field, value);
        return new Fact(type, more, text);
    }

    public @Nullable BigDecimal number(FactField field) {
        return (BigDecimal) values.get(field);
    }

    public @Nullable String word(FactField field) {
        return (String) values.get(field);
    }

    public @Nullable LocalDate date(FactField field) {
        return (LocalDate) values.get(field);
    }

    /** Whether it says the same, in whatever words. */
    public boolean says(Fact other) {
        return type == other.type && values.equals(other.values);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
