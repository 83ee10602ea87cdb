package org.genjin.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they are asked for: {@code >0.8}, {@code 0.5..1 USD}, {@code <=1,250.50€}, and sizes: {@code 1M}, {@code >500k}. */
final class QueryNumbers {

    private static final Pattern COMPARED = Pattern.compile("([<>]=?|=)?\\s*(\\S.*)");
    private static final Pattern CURRENCY = Pattern.compile("(\\p{L}{0,2}\\p{Sc}|\\p{L}{1,6})?\\s*(.*?)\\s*(\\p{L}{0,2}\\p{Sc}|\\p{L}{1,6})?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:[.,]\\d+)?)\\s*([kmgKMG]?)[iI]?[bB]?");

    private QueryNumbers() {}

    /**
     * Both bounds belong to it.
     *
     * @param currency ISO 4217; "" for any
     */
    record Range(double from, double to, String currency) {

        String inWords() {
            String low = from == Double.NEGATIVE_INFINITY ? "" : plain(from);
            String high = to == Double.POSITIVE_INFINITY ? "" : plain(to);
            String range = low.equals(high) ? low : low + ".." + high;
            return currency.isEmpty() ? range : range + " " + currency;
        }

        private static String plain(double number) {
            // What is just above or below a bound is said as the bound.
            String text = new java.math.BigDecimal(number).round(new java.math.MathContext(9)).stripTrailingZeros().toPlainString();
            return text;
        }
    }

    static Optional<Range> prices(String value) {
        Matcher it = COMPARED.matcher(value.strip());
        if (!it.matches()) {
            return Optional.empty();
        }
        Matcher parts = CURRENCY.matcher(it.group(2));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String before = parts.group(1);
        String after = parts.group(3);
        String named = after == null ? before : after;
        Optional<String> currency = named == null ? Optional.of("") : QueryWords.KNOWN.meaning("currency", named);
        String sign = it.group(1);
        return currency.flatMap(code -> bounds(sign == null ? "" : sign, parts.group(2), QueryNumbers::number)
                .map(bounds -> new Range(bounds[0], bounds[1], code)));
    }

    /** In bytes. */
    static Optional<Range> sizes(String operator, String value) {
        String sign = operator.equals("larger") ? ">=" : operator.equals("smaller") ? "<=" : "";
        Matcher it = COMPARED.matcher(value.strip());
        if (!it.matches()) {
            return Optional.empty();
        }
        String given = it.group(1) == null ? sign : it.group(1);
        return bounds(given, it.group(2), QueryNumbers::size).map(bounds -> new Range(bounds[0], bounds[1], ""));
    }

    private static Optional<double[]> bounds(
            String sign, String value, java.util.function.Function<String, Optional<Double>> read) {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            Optional<Double> from = dots == 0 ? Optional.of(Double.NEGATIVE_INFINITY) : read.apply(value.substring(0, dots));
            Optional<Double> to = dots + 2 == value.length()
                    ? Optional.of(Double.POSITIVE_INFINITY)
                    : read.apply(value.substring(dots + 2));
            return from.flatMap(a -> to.map(b -> new double[] {a, b}));
        }
        return read.apply(value).map(it -> switch (sign) {
            case ">" -> new double[] {Math.nextUp(it), Double.POSITIVE_INFINITY};
            case ">=" -> new double[] {it, Double.POSITIVE_INFINITY};
            case "<" -> new double[] {Double.NEGATIVE_INFINITY, Math.nextDown(it)};
            case "<=" -> new double[] {Double.NEGATIVE_INFINITY, it};
            default -> new double[] {it, it};
        });
    }

    private static Optional<Double> number(String written) {
        String text = Folding.of(written.strip());
        if (text.isEmpty() || text.length() > 30 || Kind.of(text.charAt(0)) != Kind.DIGIT) {
            return Optional.empty();
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return Optional.of(Double.valueOf(text));
        }
        Numerals.Found found = Numerals.number(text, 0);
        // 1.250 may be either; somebody who asks for a price means the decimals.
        return found.end() == text.length() && !found.forms().isEmpty()
                ? Optional.of(Double.valueOf(found.forms().getLast().substring(1)))
                : Optional.empty();
    }

    private static Optional<Double> size(String written) {
        Matcher it = SIZE.matcher(written.strip());
        if (!it.matches()) {
            return Optional.empty();
        }
        double times = switch (it.group(2)) {
            case "k", "K" -> 1e3;
            case "m", "M" -> 1e6;
            case "g", "G" -> 1e9;
            default -> 1;
        };
        return Optional.of(Double.parseDouble(it.group(1).replace(',', '.')) * times);
    }
}
