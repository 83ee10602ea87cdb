package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.reading.text.Amount;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A row of a quotation's or an order's table, told by its figures: a quantity times a unit price is the amount. Whatever the
 * columns are called and however they came out of the file.
 *
 * @param line in which it stands
 * @param unit the code of what is counted; null if neither row nor heading says it
 */
record Row(int line, Amount quantity, @Nullable String unit, Amount price, Amount amount) {

    private static final int MOST = 12;
    private static final BigDecimal ROUNDED = new BigDecimal("0.006");

    static List<Row> all(KnownText text) {
        List<Row> rows = new ArrayList<>();
        List<Amount> line = new ArrayList<>();
        for (Amount amount : text.amounts()) {
            if (!line.isEmpty() && lineOf(text, line.getFirst()) != lineOf(text, amount)) {
                of(text, line).ifPresent(rows::add);
                line.clear();
            }
            line.add(amount);
        }
        of(text, line).ifPresent(rows::add);
        return rows;
    }

    private static int lineOf(KnownText text, Amount amount) {
        return text.tokens().line(amount.from());
    }

    private static Optional<Row> of(KnownText text, List<Amount> line) {
        if (line.size() < 3 || line.size() > MOST) {
            return Optional.empty();
        }
        // The amount is the last of the three, and most often the row's last.
        for (int last = line.size() - 1; last >= 2; last--) {
            for (int price = last - 1; price >= 1; price--) {
                for (int quantity = price - 1; quantity >= 0; quantity--) {
                    if (fits(line.get(quantity), line.get(price), line.get(last))) {
                        Amount counted = line.get(quantity);
                        return Optional.of(new Row(lineOf(text, counted), counted, unit(text, counted), line.get(price), line.get(last)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Amount quantity, Amount price, Amount amount) {
        if (quantity.words() || price.words() || amount.words() || quantity.value().signum() <= 0
                || price.value().signum() <= 0) {
            return false;
        }
        BigDecimal product = quantity.value().multiply(price.value());
        // A row's number times anything is no amount: one of one is told by its price alone.
        boolean trivial = quantity.value().compareTo(BigDecimal.ONE) == 0 && price.value().scale() <= 0;
        return !trivial && product.subtract(amount.value()).abs().compareTo(ROUNDED) <= 0
                || !trivial && product.setScale(2, RoundingMode.HALF_UP).compareTo(amount.value()) == 0;
    }

    private static @Nullable String unit(KnownText text, Amount quantity) {
        Tokens tokens = text.tokens();
        int at = quantity.to();
        Optional<Hit> unit = at < tokens.size() && tokens.line(at) == tokens.line(quantity.from())
                ? text.hits().startingAt(at, "unit") : Optional.empty();
        return unit.or(() -> text.hits().endingAt(quantity.from(), "unit")).map(Hit::kind).orElse(null);
    }
}
