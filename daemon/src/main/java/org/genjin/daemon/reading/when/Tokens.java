package org.genjin.daemon.reading.when;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into words, ideographs, numbers and marks. What joins two words in one (the hyphen of {@code envoyez-moi}, the
 * apostrophe of {@code l'offre}) parts them here. A line end counts only where the writer meant one: mail programs wrap lines.
 * Immutable; time and memory grow with the text.
 */
public final class Tokens {

    /** Shorter lines were not wrapped by a program; an ideograph takes two columns. */
    private static final int WRAPPED = 66;

    /** Mail programs wrap before this. */
    private static final int LONGEST_WRAPPED = 100;
    /** A line that begins with so short a label was not wrapped to. */
    private static final int LABEL = 25;

    private final String text;
    private final List<Token> all = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    public static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.cut();
        return tokens;
    }

    public int size() {
        return all.size();
    }

    public Token get(int at) {
        return all.get(at);
    }

    /** Whether nothing stands between a token and the one before it. */
    public boolean glued(int at) {
        return at > 0 && at < all.size() && all.get(at - 1).end() == all.get(at).start();
    }

    public boolean is(int at, String form) {
        return at >= 0 && at < all.size() && all.get(at).is(form);
    }

    /** The number that stands there; -1 if there is none. */
    public int number(int at) {
        return at >= 0 && at < all.size() ? all.get(at).number() : -1;
    }

    public boolean capital(int at) {
        return Character.isUpperCase(text.charAt(all.get(at).start()));
    }

    /** The exact words from one token up to, not including, another. */
    public String words(int from, int to) {
        return from >= to ? "" : text.substring(all.get(from).start(), all.get(to - 1).end());
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (point == '\n') {
                next = lineEnd(at);
            } else if (Character.isDigit(point)) {
                next = figures(at);
            } else if (Character.isIdeographic(point)) {
                add(Token.Kind.WORD, at, next, -1);
            } else if (Character.isLetter(point)) {
                next = word(at);
            } else if (!blank(point)) {
                add(Token.Kind.MARK, at, next, -1);
            }
            at = next;
        }
    }

    /** Blanks, and what only directs how text runs. */
    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.getType(point) == Character.FORMAT;
    }

    private int figures(int from) {
        int at = from;
        long value = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            value = at - from < 9 ? value * 10 + Character.digit(text.charAt(at), 10) : -1;
            at++;
        }
        if (at == from) {
            return from + 2; // a digit of a script beyond the basic plane
        }
        add(Token.Kind.NUMBER, from, at, at - from > 9 ? -1 : (int) value);
        return at;
    }

    private int word(int from) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean letter = Character.isLetter(point) && !Character.isIdeographic(point);
            if (!letter && Character.getType(point) != Character.NON_SPACING_MARK && point != 'ـ') {
                break;
            }
            at += Character.charCount(point);
        }
        int end = at;
        if (at + 1 < text.length() && apostrophe(text.charAt(at)) && Character.isLetter(text.charAt(at + 1))) {
            return apostrophe(from, at);
        }
        add(Token.Kind.WORD, from, end, -1);
        // A hyphen inside a word says nothing.
        return end + 1 < text.length() && text.charAt(end) == '-' && Character.isLetter(text.charAt(end + 1)) ? end + 1 : end;
    }

    /** {@code we'll} has its second word after the apostrophe begins, {@code d'ici} before. */
    private int apostrophe(int from, int at) {
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String rest = Forms.folded(text.substring(at + 1, Math.min(end, at + 4)));
        if (rest.equals("t")) {
            add(Token.Kind.WORD, from, end, -1);
            return end;
        }
        if (rest.equals("ll") || rest.equals("ve") || rest.equals("re") || rest.equals("d") || rest.equals("s") || rest.equals("m")) {
            add(Token.Kind.WORD, from, at, -1);
            add(Token.Kind.WORD, at, end, -1);
            return end;
        }
        add(Token.Kind.WORD, from, at + 1, -1);
        return at + 1;
    }

    static boolean apostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '´';
    }

    private void add(Token.Kind kind, int start, int end, int number) {
        String written = text.substring(start, end);
        List<String> forms = kind == Token.Kind.WORD ? Forms.of(written) : List.of(kind == Token.Kind.MARK ? Forms.mark(written) : written);
        String first = forms.getFirst();
        all.add(new Token(kind, start, end, forms, kind == Token.Kind.WORD ? Forms.plain(first) : first, number));
    }

    private int lineEnd(int at) {
        int next = at;
        int lines = 0;
        while (next < text.length() && blank(text.charAt(next))) {
            lines += text.charAt(next) == '\n' ? 1 : 0;
            next++;
        }
        if (next < text.length() && (lines > 1 || !wrapped(at, next))) {
            all.add(new Token(Token.Kind.BREAK, at, next, List.of("\n"), "\n", -1));
        }
        return next;
    }

    private boolean wrapped(int end, int next) {
        int begin = text.lastIndexOf('\n', end - 1) + 1;
        int after = next;
        while (after < text.length() && after - next < WRAPPED && !blank(text.charAt(after))) {
            after++;
        }
        char first = text.charAt(next);
        if (end - begin > LONGEST_WRAPPED) {
            return false;
        }
        if (!Character.isLetterOrDigit(first) && "(¿¡\"'«„“".indexOf(first) < 0) {
            return false;
        }
        boolean ideographs = Character.isIdeographic(first) || (end > begin && Character.isIdeographic(text.charAt(end - 1)));
        int columns = ideographs ? 2 * (end - begin) : end - begin + 1 + after - next;
        int label = next;
        while (label < text.length() && label - next < LABEL && text.charAt(label) != ':' && text.charAt(label) != '\n') {
            label++;
        }
        if (label < text.length() && text.charAt(label) == ':') {
            return false;
        }
        boolean numbered = Character.isDigit(first) && after > next && ").、".indexOf(text.charAt(after - 1)) >= 0;
        return columns >= WRAPPED && !numbered && ".!?:;。！？：；؟".indexOf(text.charAt(Math.max(begin, end - 1))) < 0;
    }
}
