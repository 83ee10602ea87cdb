package org.genjin.daemon.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One piece of business with a customer: a quotation, invoice or order with its sum, as their messages tell it or a list of deals.
 *
 * @param key tells it from the customer's others, the same in each export
 * @param name such as {@code PI LY-26021}
 * @param amount null if no sum was named
 * @param currency ISO 4217; "" if there is no amount, or the list does not say
 * @param day when it was first spoken of; null if the list does not say
 * @param close when it was settled; of an open one, when an answer can be expected at the latest; null if the list does not say
 * @param words that tell the sum, else the document, or what a list remarks
 */
public record Deal(
        String key, String name, Stage stage, @Nullable BigDecimal amount, String currency, @Nullable LocalDate day, @Nullable LocalDate close,
        String words) {

    private static final int DECIMALS = 4;

    public Deal {
        amount = amount == null ? null : plain(amount);
    }

    /** The same sum is the same however it was written. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal bare = amount.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** {@code open}, {@code won} or {@code lost}. */
    public String state() {
        return switch (stage) {
            case WON, SHIPPED, REPEAT -> "won";
            case LOST, BLOCKED -> "lost";
            case NEW, CONTACTED, QUALIFYING, QUOTED, SAMPLING, NEGOTIATING, PI_SENT, DORMANT -> "open";
        };
    }

    /** Whether it is the same piece of business, whatever is said of it. */
    public boolean isLike(Deal other) {
        return key.equalsIgnoreCase(other.key) || name.equalsIgnoreCase(other.name);
    }

    /** Name and sum as people read them. */
    public String told() {
        BigDecimal sum = amount;
        return sum == null ? name : name + " · " + (currency + " " + String.format(Locale.ROOT, "%,.2f", sum)).strip();
    }
}
