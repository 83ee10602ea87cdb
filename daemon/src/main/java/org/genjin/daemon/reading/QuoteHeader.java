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
    private final Pattern quickLook;
    private final Set<String> fields = new HashSet<>();
    private final Set<String> fromFields = new HashSet<>();

    QuoteHeader() {
        List<String> expressions = Phrases.lines("quote-headers.txt");
        this.attribution = Pattern.compile(
                "^(?:" + String.join("|", expressions) + ")$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        this.quickLook = Pattern.compile("[:：]\\s*$|[-_*]{2}|[:：]");
        for (String language : Phrases.lines("quote-fields.txt")) {
            String[] names = language.split(",", -1);
            fields.addAll(List.of(names));
            fromFields.add(names[0]);
        }
    }

    /**
     * How many lines from {@code at} on are such a header; 0 if it is none.
     *
     * @param lines without quote marks
     */
    int length(List<String> lines, int at) {
        String line = bare(lines.get(at));
        if (line.isEmpty() || line.length() > LONGEST) {
            return 0;
        }
        String joined = line;
        for (int count = 1; count <= 3; count++) {
            if (quickLook.matcher(joined).find() && attribution.matcher(joined).matches()) {
                return count;
            }
            if (at + count >= lines.size() || bare(lines.get(at + count)).isEmpty() || joined.length() > LONGEST) {
                break;
            }
            joined = joined + " " + bare(lines.get(at + count));
        }
        return block(lines, at);
    }

    /** From:, Sent:, To:, Subject: in any language: at least three fields, the first of them the sender. */
    private int block(List<String> lines, int at) {
        if (!fromFields.contains(field(lines.get(at)))) {
            return 0;
        }
        int found = 1;
        int end = at + 1;
        for (int i = at + 1; i < Math.min(lines.size(), at + 12); i++) {
            String line = bare(lines.get(i));
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
        String bare = bare(line);
        int colon = bare.indexOf(':');
        int wide = bare.indexOf('：');
        int end = colon < 0 || (wide >= 0 && wide < colon) ? wide : colon;
        return end <= 0 || end > 25 ? "" : bare.substring(0, end).replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String bare(String line) {
        return MARKS.matcher(line).replaceAll("").strip();
    }
}
