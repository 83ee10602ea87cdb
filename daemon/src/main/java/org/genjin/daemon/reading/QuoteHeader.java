package org.genjin.daemon.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.reading.QuoteFields.Block;
import org.genjin.daemon.reading.QuoteVerbs.Kind;

/** Recognises the lines that programs put above what they quote. Immutable. */
final class QuoteHeader {

    private static final int LONGEST_RULE = 100;
    private static final int MOST_BROKEN = 4;

    private final QuoteVerbs verbs = new QuoteVerbs();
    private final QuoteFields fields = new QuoteFields();
    private final Map<String, Boolean> rules = new HashMap<>();

    QuoteHeader() {
        for (String line : Phrases.lines("quote-rules.txt")) {
            for (String words : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                rules.put(words, line.startsWith("forward:"));
            }
        }
    }

    /**
     * Such a header.
     *
     * @param lines how many; 0 if there is none
     * @param sure whether it is one whatever follows; else only above marked lines
     * @param forward whether it says that what follows is passed on
     * @param block the fields in it; none if it is a sentence
     */
    record Found(int lines, boolean sure, boolean forward, Block block) {
        static final Found NONE = new Found(0, false, false, Block.NONE);
    }

    /** @param lines of a text, each as {@link #bare} gives it */
    Found at(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isEmpty() || line.length() > QuoteVerbs.LONGEST) {
            return Found.NONE;
        }
        Boolean forward = rule(line);
        if (forward != null) {
            return ruled(lines, at, forward);
        }
        Block block = fields.at(lines, at, false);
        if (block.lines() > 0) {
            return new Found(block.lines(), true, false, block);
        }
        return sentence(lines, at);
    }

    /** Null if it is no such rule; else whether it tells of a mail passed on. */
    private @org.jspecify.annotations.Nullable Boolean rule(String line) {
        char first = line.charAt(0);
        if (line.length() > LONGEST_RULE || first > 127 && !Character.isLetter(first) && !QuoteVerbs.isRule(first)) {
            return null;
        }
        String words = QuoteVerbs.unruled(line);
        boolean dashed = words.length() < line.length();
        char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        boolean colon = last == ':' || last == '：';
        if (words.isEmpty() || (!dashed && !colon)) {
            return null;
        }
        String bare = (colon ? words.substring(0, words.length() - 1) : words).strip().replace('\u00a0', ' ').replace('’', '\'')
                .toLowerCase(Locale.ROOT);
        Boolean forward = rules.get(bare);
        if (forward != null) {
            // A bare "Original:" is no header.
            return dashed || bare.length() > 12 || Character.isIdeographic(bare.charAt(0)) && bare.length() > 3 ? forward : null;
        }
        return dashed && (bare.startsWith("forwarded message") || bare.startsWith("forwarded by")) ? Boolean.TRUE : null;
    }

    private Found ruled(List<String> lines, int at, boolean forward) {
        int next = at + 1;
        while (next < lines.size() && next < at + 4 && (lines.get(next).isEmpty() || isRule(lines.get(next)))) {
            next++;
        }
        if (next < lines.size()) {
            Block block = fields.at(lines, next, true);
            if (block.lines() > 0) {
                return new Found(next - at + block.lines(), true, forward, block);
            }
        }
        return new Found(1, true, forward, Block.NONE);
    }

    private Found sentence(List<String> lines, int at) {
        String joined = lines.get(at);
        if (!verbs.canBegin(joined)) {
            Kind kind = hasColonAtEnd(joined) ? verbs.kind(joined) : Kind.NONE;
            return kind == Kind.NONE ? Found.NONE : new Found(1, kind == Kind.SURE, false, Block.NONE);
        }
        for (int count = 1; count <= MOST_BROKEN; count++) {
            Kind kind = mayEnd(joined) ? verbs.kind(joined) : Kind.NONE;
            if (kind != Kind.NONE) {
                // A sentence right above a header would make a header together with it.
                return count > 1 && !verbs.begins(lines.get(at)) && begins(lines, at + 1, at + count)
                        ? Found.NONE
                        : new Found(count + brokenOff(lines, at, count, joined), kind == Kind.SURE, false, Block.NONE);
            }
            if (at + count >= lines.size() || lines.get(at + count).isEmpty() || joined.length() > QuoteVerbs.LONGEST) {
                break;
            }
            joined = joined + " " + lines.get(at + count);
        }
        return Found.NONE;
    }

    /** 1 if the header's end, with the colon, stands on the next line. */
    private int brokenOff(List<String> lines, int at, int count, String joined) {
        if (hasColonAtEnd(joined) || at + count >= lines.size()) {
            return 0;
        }
        String next = lines.get(at + count);
        return next.length() < 120 && hasColonAtEnd(next) && verbs.kind(joined + " " + next) != Kind.NONE ? 1 : 0;
    }

    private boolean begins(List<String> lines, int from, int end) {
        for (int i = from; i < end; i++) {
            if (isDated(lines.get(i)) && verbs.kind(String.join(" ", lines.subList(i, end))) == Kind.SURE) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number stands in it before any address. */
    private static boolean isDated(String line) {
        int at = line.indexOf('@');
        int end = at < 0 ? line.length() : Math.max(0, line.lastIndexOf(' ', at));
        for (int i = 0; i < end; i++) {
            if (Character.isDigit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasColonAtEnd(String line) {
        if (line.isEmpty()) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        return last == ':' || last == '：';
    }

    /** With a colon, a rule of dashes or a letter: a sentence's full stop ends no such header. */
    private static boolean mayEnd(String line) {
        char last = line.charAt(line.length() - 1);
        return last == ':' || last == '：' || Character.isLetter(last) || QuoteVerbs.isRule(last) || last == ')';
    }

    static boolean isRule(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (!QuoteVerbs.isRule(line.charAt(i))) {
                return false;
            }
        }
        return line.length() >= 3;
    }

    /** A line without blanks at its ends and without the marks that mail programs hide in it. */
    static String bare(String raw) {
        // QQ writes HTML's blanks into its text.
        String line = raw.contains("&nbsp;") ? raw.replace("&nbsp;", " ") : raw;
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it == '*' || isHidden(it)) {
                return unmarked(line);
            }
        }
        return line.strip();
    }

    private static String unmarked(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it != '*' && !isHidden(it)) {
                kept.append(it);
            }
        }
        return kept.toString().strip();
    }

    private static boolean isHidden(char it) {
        return it >= '\u200b' && (it <= '\u200f' || (it >= '\u202a' && it <= '\u202e') || (it >= '\u2066' && it <= '\u2069') || it == '\ufeff');
    }
}
