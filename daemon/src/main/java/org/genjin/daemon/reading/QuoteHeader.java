package org.genjin.daemon.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the lines that programs put above what they quote. Immutable. */
final class QuoteHeader {

    private static final int LONGEST = 400;
    private static final Pattern MARKS = Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff*]");

    private final Pattern attribution;
    private final Set<String> fields = new HashSet<>();
    private final Set<String> fromFields = new HashSet<>();

    QuoteHeader() {
        List<String> expressions = Phrases.lines("quote-headers.txt");
        this.attribution = Pattern.compile(
                "^(?:" + String.join("|", expressions) + ")$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        for (String language : Phrases.lines("quote-fields.txt")) {
            String[] names = language.split(",", -1);
            fields.addAll(List.of(names));
            fromFields.add(names[0]);
        }
    }

    /**
     * How many lines from {@code at} on are such a header; 0 if it is none.
     *
     * @param lines of a text, each as {@link #bare} gives it
     */
    int length(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isEmpty() || line.length() > LONGEST) {
            return 0;
        }
        String joined = line;
        boolean sign = hasSign(line);
        for (int count = 1; count <= 3; count++) {
            if (sign && attribution.matcher(joined).matches()) {
                // A sentence right above a header would make a header together with it; a header's first line has a date.
                boolean sentence = count > 1 && line.chars().noneMatch(Character::isDigit);
                return sentence && begins(lines, at + 1, at + count) ? 0 : count + brokenOff(lines, at, count, joined);
            }
            if (at + count >= lines.size() || lines.get(at + count).isEmpty() || joined.length() > LONGEST) {
                break;
            }
            String next = lines.get(at + count);
            joined = joined + " " + next;
            sign |= hasSign(next);
        }
        return block(lines, at);
    }

    /** 1 if the header's end, with the colon, stands on the next line. */
    private int brokenOff(List<String> lines, int at, int count, String joined) {
        if (joined.endsWith(":") || joined.endsWith("：") || at + count >= lines.size()) {
            return 0;
        }
        String next = lines.get(at + count);
        return next.matches(".{1,120}[:：]") && attribution.matcher(joined + " " + next).matches() ? 1 : 0;
    }

    private boolean begins(List<String> lines, int from, int end) {
        for (int i = from; i < end; i++) {
            if (attribution.matcher(String.join(" ", lines.subList(i, end))).matches()) {
                return true;
            }
        }
        return false;
    }

    /** A line without blanks at its ends and without the marks that mail programs hide in it. */
    static String bare(String line) {
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it == '*' || (it >= '\u200b' && (it <= '\u200f' || it >= '\u202a'))) {
                return MARKS.matcher(line).replaceAll("").strip();
            }
        }
        return line.strip();
    }

    /** Every header has a colon or a rule of dashes: the expressions need not look at other lines. */
    private static boolean hasSign(String line) {
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it == ':' || it == '：' || (i > 0 && isRule(it) && isRule(line.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRule(char it) {
        return it == '-' || it == '_' || it == '*';
    }

    /** From:, Sent:, To:, Subject: in any language: at least three fields, the first of them the sender. */
    private int block(List<String> lines, int at) {
        if (!fromFields.contains(field(lines.get(at)))) {
            return 0;
        }
        int found = 1;
        int end = at + 1;
        for (int i = at + 1; i < Math.min(lines.size(), at + 12); i++) {
            String line = lines.get(i);
            if (line.isEmpty() && found > 1) {
                break;
            }
            if (fields.contains(field(line))) {
                found++;
                end = i + 1;
            }
        }
        return found >= 3 ? end - at : 0;
    }

    private static String field(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('：');
        int end = colon < 0 || (wide >= 0 && wide < colon) ? wide : colon;
        return end <= 0 || end > 25 ? "" : line.substring(0, end).replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
