package org.genjin.daemon.workbook.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of business with a customer, as one message tells it.
 *
 * @param message its row in the ledger; {@link #LISTED} for what a list told
 * @param content the paper, products and quantities that it names, else its words
 * @param amount the sum, else what a piece costs; null if neither was named
 * @param currency such as {@code USD}, of a price {@code USD/pc}; "" if there is no amount
 * @param terms of delivery, such as {@code FOB Ningbo}; "" if none were named
 * @param payment such as {@code T/T 30%}; "" if none was named
 */
public record Business(
        long message, Instant at, Kind kind, String content, @Nullable BigDecimal amount, String currency, String terms, String payment) {

    /** No message. */
    public static final long LISTED = 0;

    /** The steps, the one that goes furthest first. */
    public enum Kind {
        ORDER,
        INVOICE,
        QUOTE,
        RFQ,
        SAMPLE;

        /** The key of its word, such as {@code rfq}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
