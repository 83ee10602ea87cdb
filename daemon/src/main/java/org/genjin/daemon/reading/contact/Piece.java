package org.genjin.daemon.reading.contact;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a line between strokes, commas and wide gaps, with which signatures are written in one line.
 *
 * @param start where in its line
 * @param dashed whether a dash or a comma stands before it, and not a stroke
 */
record Piece(int start, String text, boolean dashed) {

    int end() {
        return start + text.length();
    }

    /** A legal form behind a comma stays with the name before it. */
    static List<Piece> of(String line) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        boolean dashed = false;
        for (int i = 0; i <= line.length(); i++) {
            int width = i == line.length() ? 1 : width(line, i);
            if (width > 0) {
                add(pieces, line, start, i, dashed);
                dashed = i < line.length() && (line.charAt(i) == ',' || line.charAt(i) == ' ' && i + 1 < line.length() && isDash(line.charAt(i + 1)));
                start = i + width;
                i = start - 1;
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String line, int from, int to, boolean dashed) {
        int start = from;
        int end = to;
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        String text = line.substring(start, end);
        if (!pieces.isEmpty() && dashed) {
            int form = legalForm(text);
            Piece before = pieces.getLast();
            if (form > 0 && line.substring(before.end(), start).indexOf(',') >= 0) {
                pieces.set(pieces.size() - 1, new Piece(before.start(), line.substring(before.start(), start + form), before.dashed()));
                String rest = text.substring(form).strip();
                if (!rest.isEmpty()) {
                    pieces.add(new Piece(end - rest.length(), rest, true));
                }
                return;
            }
        }
        pieces.add(new Piece(start, text, dashed));
    }

    /** How long the legal form is with which a text begins and of which it consists, but for what a dash parts off; 0 if none. */
    private static int legalForm(String text) {
        int[] length = new int[1];
        SignatureWords.all().firms.at(text, 0, (firm, end) -> length[0] = firm == Firm.LEGAL ? end : 0);
        int end = length[0];
        while (end > 0 && end < text.length() && text.charAt(end) == '.') {
            end++;
        }
        if (end == 0 || end == text.length()) {
            return end;
        }
        // "Co. Cork" is a county.
        int next = text.charAt(end) == ' ' && end + 1 < text.length() ? end + 1 : end;
        return Character.isLetterOrDigit(text.charAt(next)) ? 0 : end;
    }

    private static int width(String line, int at) {
        char it = line.charAt(at);
        char before = at == 0 ? ' ' : line.charAt(at - 1);
        char next = at + 1 < line.length() ? line.charAt(at + 1) : 'x';
        return switch (it) {
            case '|', '｜', '¦', '•', '\t', '，', '،', '；', '*', '►', '▪', '●', '‖', '\u3000' -> 1;
            case ',', ';' -> Character.isDigit(before) && Character.isDigit(next) ? 0 : 1;
            case '·' -> Character.isIdeographic(before) && Character.isIdeographic(next) ? 0 : 1;
            case ' ', '\u00a0' -> gap(line, at, before, next);
            default -> 0;
        };
    }

    private static int gap(String line, int at, char before, char next) {
        if ((isDash(next) || next == '/') && at + 2 < line.length() && isBlank(line.charAt(at + 2))) {
            return 3;
        }
        boolean signs = Character.isIdeographic(before) && Character.isIdeographic(next);
        return isBlank(next) || signs ? 1 : 0;
    }

    private static boolean isDash(char it) {
        return it == '-' || it == '–' || it == '—';
    }

    private static boolean isBlank(char it) {
        return it == ' ' || it == '\u00a0' || it == '\t' || it == '\u3000' || it == '\u200e' || it == '\u200f';
    }
}
