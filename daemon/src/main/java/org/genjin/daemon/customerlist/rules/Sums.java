package org.genjin.daemon.customerlist.rules;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.customerlist.file.Cell;

/** Sums of money in cells of their own. Pure. */
final class Sums {

    private static final Set<String> CODES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");
    /** Signs of one currency each; a bare dollar sign or ¥ names several. */
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "US$", "USD", "R$", "BRL", "₹", "INR", "₽", "RUB", "₺", "TRY");
    /** What parts thousands; a single point is one of decimals, as programs write it. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,'\\u2019 ])\\d{3}(?:\\1\\d{3})*|\\d{1,3}(?:\\.\\d{3}){2,}");

    private Sums() {}

    static Optional<BigDecimal> amount(Cell cell) {
        if (cell.number() != null) {
            return Optional.of(cell.number());
        }
        String text = PhoneNumbers.plain(cell.text()).replaceAll("[\\u00a0\\u202f]", " ").replaceAll("[^\\d.,' \\u2019]", "").strip();
        if (text.isEmpty() || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String bare = GROUPED.matcher(text).matches() ? text.replaceAll("\\D", "") : decimal(text);
        try {
            return Optional.of(new BigDecimal(bare));
        } catch (NumberFormatException e) {
            return Optional.empty(); // several numbers, or a date: no sum
        }
    }

    /** The last of two different signs parts the decimals. */
    private static String decimal(String text) {
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        return last < 0
                ? text.replaceAll("\\D", "")
                : text.substring(0, last).replaceAll("\\D", "") + "." + text.substring(last + 1).replaceAll("\\s", "");
    }

    /** ISO 4217. */
    static Optional<String> currency(String text) {
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            if (CODES.contains(code.group())) {
                return Optional.of(code.group());
            }
        }
        return SIGNS.entrySet().stream().filter(it -> text.contains(it.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
