package org.genjin.daemon.crm;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.genjin.daemon.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One piece of business with a customer, as their messages tell it: a quotation, invoice or order with its sum.
 *
 * @param key tells it from the customer's others, the same in each export
 * @param name such as {@code PI LY-26021}
 * @param amount null if no sum was named
 * @param currency ISO 4217; "" if there is no amount
 * @param day when it was first spoken of
 * @param close when it was settled; of an open one, when an answer can be expected at the latest
 * @param words that tell the sum, else the document
 */
record Deal(
        String key, String name, Stage stage, @Nullable BigDecimal amount, String currency, LocalDate day, LocalDate close, String words) {

    /** {@code open}, {@code won} or {@code lost}. */
    String state() {
        return switch (stage) {
            case WON, SHIPPED, REPEAT -> "won";
            case LOST, BLOCKED -> "lost";
            case NEW, CONTACTED, QUALIFYING, QUOTED, SAMPLING, NEGOTIATING, PI_SENT, DORMANT -> "open";
        };
    }
}
