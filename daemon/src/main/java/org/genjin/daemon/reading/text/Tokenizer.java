package org.genjin.daemon.reading.text;

import java.util.Arrays;
import java.util.Set;
import org.genjin.daemon.reading.text.Tokens.Kind;

/** Cuts a text into tokens, looking at each character a fixed number of times. */
final class Tokenizer {

    private static final Set<String> ELIDED = Set.of("l", "d", "j", "n", "s", "c", "m", "t", "qu", "lorsqu", "puisqu", "jusqu");

    private final String text;
    private final boolean blankGroups;
    private int size;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private Kind[] kinds = new Kind[64];
    private String[] folded = new String[64];
    private int[] lines = new int[64];
    private int line;

    Tokenizer(String text, boolean blankGroups) {
        this.text = text;
        this.blankGroups = blankGroups;
    }

    Tokens tokens() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || Letters.fold(c) == 0) {
                at++;
            } else if (Character.isDigit(c)) {
                at = add(at, number(at), Kind.NUMBER);
            } else if (isHan(c)) {
                at = add(at, at + 1, Kind.HAN);
            } else if (Character.isLetter(c)) {
                at = add(at, word(at), Kind.WORD);
            } else {
                at = add(at, at + (Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1), Kind.SIGN);
            }
        }
        return new Tokens(text, size, starts, ends, kinds, folded, lines);
    }

    private int add(int from, int to, Kind kind) {
        if (size == starts.length) {
            int more = size * 2;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            kinds = Arrays.copyOf(kinds, more);
            folded = Arrays.copyOf(folded, more);
            lines = Arrays.copyOf(lines, more);
        }
        starts[size] = from;
        ends[size] = to;
        kinds[size] = kind;
        folded[size] = Letters.fold(text.substring(from, to));
        lines[size] = line;
        size++;
        return to;
    }

    private static boolean isHan(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == '〇';
    }

    private int word(int from) {
        int to = from + 1;
        while (to < text.length()) {
            char c = text.charAt(to);
            if (Character.isLetter(c) && !isHan(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == 'ـ') {
                to++;
            } else if (isApostrophe(c) && to + 1 < text.length() && Character.isLetter(text.charAt(to + 1))) {
                if (ELIDED.contains(Letters.fold(text.substring(from, to)))) {
                    return to + 1;
                }
                to++;
            } else {
                break;
            }
        }
        return to;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '´';
    }

    private int number(int from) {
        int to = digits(from);
        while (to + 1 < text.length() && Character.isDigit(text.charAt(to + 1))) {
            char c = text.charAt(to);
            int next = digits(to + 1);
            boolean three = next - to - 1 == 3;
            boolean point = c == '.' || c == ',' || c == '٫' || c == '٬' || c == '·';
            boolean group = three && (isApostrophe(c) || (isBlank(c) && to - from <= 3) || (isBlank(c)
                    && grouped(from, to)));
            if (!point && !group) {
                break;
            }
            to = next;
        }
        return to;
    }

    /** Whether the number so far is made of groups of three that blanks part. */
    private boolean grouped(int from, int to) {
        return to - from > 4 && isBlank(text.charAt(to - 4));
    }

    private boolean isBlank(char c) {
        return c == '\u00A0' || c == '\u202F' || c == '\u2009' || (blankGroups && c == ' ');
    }

    private int digits(int from) {
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return to;
    }
}
