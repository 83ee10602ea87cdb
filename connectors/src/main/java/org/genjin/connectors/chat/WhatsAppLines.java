package org.genjin.connectors.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers that begin a message in WhatsApp's exports, Android's and iOS's, in the layouts of all regions. The order of
 * day and month is left open: {@link WhatsAppDates} settles it over the whole file.
 */
final class WhatsAppLines {

    private static final String BLANK = "[ \\u00a0\\u202f]";
    private static final String MARKS = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*";
    private static final String NUMBER = MARKS + "([0-9\\u0660-\\u0669\\u06f0-\\u06f9]{1,4})" + MARKS;
    private static final String DATE = NUMBER + "([./-])" + NUMBER + "[./-]" + NUMBER + "\\.?";
    private static final String HALF = "(?:(?i:[ap]\\.?" + BLANK + "?m\\.?)|[\\u0635\\u0645]|上午|下午|午前|午後|오전|오후|凌晨|早上|中午|晚上|pg|ptg|ÖÖ|ÖS|öö|ös)";
    private static final String TIME = "(" + HALF + ")?" + BLANK + "*" + MARKS
            + "([0-9\\u0660-\\u0669\\u06f0-\\u06f9]{1,2})[:.]([0-9\\u0660-\\u0669\\u06f0-\\u06f9]{2})"
            + "(?:[:.]([0-9\\u0660-\\u0669\\u06f0-\\u06f9]{2}))?" + BLANK + "*" + MARKS + "(" + HALF + ")?";
    private static final String BETWEEN = "(?:[,\\u060c]?" + BLANK + "+(?:klo|à|um|at|u|kl\\.?)?" + BLANK + "*|[,\\u060c]" + BLANK + "*)";

    private static final Pattern ANDROID =
            Pattern.compile("^" + MARKS + DATE + BETWEEN + TIME + BLANK + "+[-–]" + BLANK + "(.*)$", Pattern.DOTALL);
    private static final Pattern IOS = Pattern.compile(
            "^(" + MARKS + ")\\[" + DATE + BETWEEN + TIME + "\\]" + BLANK + "?(.*)$", Pattern.DOTALL);

    private WhatsAppLines() {}

    /**
     * A line that begins a message.
     *
     * @param first first part of the date, as printed
     * @param half the word for the half of the day; "" if none
     * @param second seconds; -1 if they are not printed
     * @param marked true if an invisible mark stands before the header
     * @param rest what follows the header
     */
    record Header(
            int first, int firstDigits, char separator, int second2, int third, int thirdDigits, int hour, int minute,
            int second, String half, boolean ios, boolean marked, String rest) {}

    /** Whether at least two of the first lines of a file are such headers. */
    static boolean looksLike(String head) {
        int found = 0;
        int looked = 0;
        for (String line : head.split("\\r\\n|\\n", 42)) {
            found += header(line).isPresent() ? 1 : 0;
            if (found >= 2) {
                return true;
            }
            looked++;
            if (looked > 40) {
                break;
            }
        }
        return found == 1 && looked <= 5;
    }

    static Optional<Header> header(String line) {
        if (line.length() < 12) {
            return Optional.empty();
        }
        Matcher android = ANDROID.matcher(line);
        if (android.matches()) {
            return Optional.of(of(android, 1, false, false));
        }
        Matcher ios = IOS.matcher(line);
        return ios.matches() ? Optional.of(of(ios, 2, true, !ios.group(1).isEmpty())) : Optional.empty();
    }

    private static Header of(Matcher it, int group, boolean ios, boolean marked) {
        String before = it.group(group + 4);
        String after = it.group(group + 8);
        String half = before != null ? before : after != null ? after : "";
        return new Header(
                number(it.group(group)), it.group(group).length(), it.group(group + 1).charAt(0),
                number(it.group(group + 2)), number(it.group(group + 3)), it.group(group + 3).length(),
                number(it.group(group + 5)), number(it.group(group + 6)),
                it.group(group + 7) == null ? -1 : number(it.group(group + 7)), half, ios, marked, it.group(group + 9));
    }

    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * 10 + Character.digit(digits.charAt(i), 10);
        }
        return number;
    }
}
