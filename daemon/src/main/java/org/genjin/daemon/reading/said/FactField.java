package org.genjin.daemon.reading.said;

import java.util.Locale;

/** What a fact can carry beside its words. */
public enum FactField {
    /** {@link java.math.BigDecimal}. */
    AMOUNT,
    /** ISO 4217. */
    CURRENCY,
    /** What was counted, in singular code: {@code pcs}, {@code kg}, {@code 40HQ}. */
    UNIT,
    /** What a price is for, in the codes of {@link #UNIT}; null for a total. */
    PER,
    /** {@link java.math.BigDecimal}, in hundredths. */
    PERCENT,
    CODE,
    /** As written. */
    PLACE,
    METHOD,
    KIND,
    /** As written. */
    NUMBER,
    STEP,
    NAME,
    CARRIER,
    REASON,
    /** As written. */
    WHERE,
    /** {@link java.math.BigDecimal}, whole. */
    DAYS,
    /** {@link java.time.LocalDate}. */
    DATE;

    /** The name in JSON and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
