package org.genjin.daemon.reading.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What figures written with points and commas are worth in one text. {@code 1.250} can be a thousand and more or little
 * more than one: other figures of the text tell, else the language's custom.
 */
final class Figures {

    private static final Set<String> COMMA_DECIMALS = Set.of("de", "fr", "ru", "pt", "es", "it", "tr", "nl", "pl");
    private static final int LONGEST = 25;

    private final boolean commaDecimals;
    private final boolean told;

    private Figures(boolean commaDecimals, boolean told) {
        this.commaDecimals = commaDecimals;
        this.told = told;
    }

    static Figures of(Tokens tokens, String language) {
        int comma = 0;
        int point = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Tokens.Kind.NUMBER) {
                char decimal = decimalSign(tokens.folded(i));
                comma += decimal == ',' ? 1 : 0;
                point += decimal == '.' ? 1 : 0;
            }
        }
        return comma == point ? new Figures(COMMA_DECIMALS.contains(language), false) : new Figures(comma > point, true);
    }

    /** The sign that parts the decimals for sure; 0 if the figure does not tell. */
    private static char decimalSign(String figure) {
        int lastComma = figure.lastIndexOf(',');
        int lastPoint = figure.lastIndexOf('.');
        if (lastComma >= 0 && lastPoint >= 0) {
            return lastComma > lastPoint ? ',' : '.';
        }
        int last = Math.max(lastComma, lastPoint);
        if (last < 0) {
            return 0;
        }
        char sign = figure.charAt(last);
        if (figure.indexOf(sign) != last) {
            // A sign that stands twice groups, by three: 8516.29.39 is no number.
            return figure.length() - last - 1 != 3 ? 0 : sign == ',' ? '.' : ',';
        }
        boolean leadingZero = figure.startsWith("0") && last == 1;
        return figure.length() - last - 1 == 3 && !leadingZero ? 0 : sign;
    }

    /** @param whole whether only whole numbers make sense, as with pieces; empty for what is no number, such as a date */
    Optional<BigDecimal> value(String figure, boolean whole) {
        if (figure.length() > LONGEST) {
            return Optional.empty();
        }
        char decimal = decimalSign(figure);
        if (decimal == 0) {
            decimal = undecided(figure, whole);
        }
        StringBuilder plain = new StringBuilder();
        int group = 0;
        boolean grouped = false;
        boolean fraction = false;
        for (int i = 0; i < figure.length(); i++) {
            char c = figure.charAt(i);
            if (Character.isDigit(c)) {
                plain.append(c);
                group++;
            } else if (c == decimal && figure.lastIndexOf(c) == i) {
                if (grouped && group != 3) {
                    return Optional.empty();
                }
                plain.append('.');
                fraction = true;
                grouped = false;
                group = 0;
            } else {
                if (fraction || (grouped ? group != 3 && group != 2 : group > 3)) {
                    return Optional.empty();
                }
                grouped = true;
                group = 0;
            }
        }
        return grouped && group != 3 ? Optional.empty() : Optional.of(new BigDecimal(plain.toString()));
    }

    private char undecided(String figure, boolean whole) {
        boolean comma = figure.indexOf(',') >= 0;
        boolean point = figure.indexOf('.') >= 0;
        if (whole || (!comma && !point)) {
            return 0;
        }
        if (told) {
            return commaDecimals ? ',' : '.';
        }
        // Nobody groups by a comma who parts decimals by one; three decimals are rare where a comma can be either.
        return comma ? 0 : commaDecimals ? 0 : '.';
    }
}
