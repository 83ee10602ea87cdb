package org.genjin.daemon.reading.text;

import java.util.Set;

/**
 * Where sentences and clauses end. A line end parts sentences unless the line was broken only because it was full.
 */
final class Sentences {

    /** A line shorter than this, or much shorter than the longest, was not broken by a program. */
    private static final int FULL = 50;
    private static final int ABBREVIATION = 4;
    private static final Set<String> POLITE = Set.copyOf(Lines.of("polite.txt"));
    private static final Set<String> SHORT = Set.copyOf(Lines.of("abbreviations.txt"));

    private final Tokens tokens;
    private final int full;

    Sentences(Tokens tokens) {
        this.tokens = tokens;
        int longest = 0;
        int line = 0;
        for (int i = 0; i <= tokens.text().length(); i++) {
            if (i == tokens.text().length() || tokens.text().charAt(i) == '\n') {
                longest = Math.max(longest, i - line);
                line = i + 1;
            }
        }
        this.full = Math.max(FULL, longest * 7 / 10);
    }

    void hit(int[] sentences, int[] clauses) {
        int sentence = 0;
        int clause = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && endsBefore(i)) {
                sentence++;
                clause++;
            } else if (i > 0 && partsClauses(i - 1)) {
                clause++;
            }
            sentences[i] = sentence;
            clauses[i] = clause;
        }
    }

    private boolean partsClauses(int token) {
        if (tokens.kind(token) != Tokens.Kind.SIGN) {
            return false;
        }
        char c = tokens.folded(token).isEmpty() ? ' ' : tokens.folded(token).charAt(0);
        if (c == ',' && (isPolite(token - 1) || isPolite(token + 1))) {
            return false;
        }
        return c == ',' || c == ';' || c == ':' || (c == '-' && !tokens.glued(token));
    }

    private boolean isPolite(int token) {
        return token >= 0 && token < tokens.size() && POLITE.contains(tokens.folded(token));
    }

    private boolean endsBefore(int token) {
        int before = token - 1;
        int lines = tokens.line(token) - tokens.line(before);
        if (lines > 1 || (lines == 1 && !isWrapped(before, token))) {
            return true;
        }
        if (tokens.kind(before) != Tokens.Kind.SIGN) {
            return false;
        }
        char sign = tokens.text().charAt(tokens.start(before));
        return switch (sign) {
            case '。', '！', '？', '?', '؟', '!', '…' -> !isClosing(token);
            case ';', '；' -> true;
            case '.' -> !tokens.glued(token) && !isAbbreviation(before) && startsSentence(token);
            default -> isClosing(before) && before > 0 && endsBefore(before, token);
        };
    }

    /** A bracket after the sign that ended the sentence. */
    private boolean endsBefore(int bracket, int token) {
        char sign = tokens.text().charAt(tokens.start(bracket - 1));
        return "。！？?؟!".indexOf(sign) >= 0 && !isClosing(token);
    }

    private boolean isClosing(int token) {
        return ")）\"”»」』".indexOf(tokens.text().charAt(tokens.start(token))) >= 0;
    }

    private boolean isAbbreviation(int point) {
        return point > 0 && tokens.glued(point)
                && (SHORT.contains(tokens.folded(point - 1)) || (tokens.end(point - 1) - tokens.start(point - 1) == 1
                        && tokens.kind(point - 1) == Tokens.Kind.WORD && !endsCode(point - 1)));
    }

    /** "PI 7734-B." */
    private boolean endsCode(int letter) {
        return letter > 1 && tokens.glued(letter) && tokens.kind(letter - 1) == Tokens.Kind.SIGN && !tokens.is(letter - 1, ".");
    }

    private boolean startsSentence(int token) {
        char c = tokens.text().charAt(tokens.start(token));
        // "No. 5", "max. 30": a figure goes on after what may be cut short; who writes in haste begins with a small letter.
        return Character.isDigit(c) || Character.isLowerCase(c)
                ? token < 2 || tokens.end(token - 2) - tokens.start(token - 2) >= ABBREVIATION
                : true;
    }

    private boolean isWrapped(int before, int token) {
        String text = tokens.text();
        int lineStart = text.lastIndexOf('\n', tokens.end(before) - 1) + 1;
        char first = text.charAt(tokens.start(token));
        char last = text.charAt(tokens.end(before) - 1);
        return tokens.end(before) - lineStart >= full && last != ':' && last != '：'
                && (Character.isLetterOrDigit(first) || "(\"«$€".indexOf(first) >= 0)
                && !isItem(token);
    }

    /** "1. …", "2) …" begin an item of a list. */
    private boolean isItem(int token) {
        return tokens.kind(token) == Tokens.Kind.NUMBER && token + 1 < tokens.size()
                && (tokens.is(token + 1, ")") || (tokens.is(token + 1, ".") && !tokens.glued(token + 2)));
    }
}
