package org.genjin.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.genjin.index.Marks.Mark;
import org.genjin.index.SearchResult.Snippet;
import org.genjin.index.SearchResult.Snippet.Piece;

/** Cuts the words around hits out of a text, there where most of what was looked for is together. */
final class Snippets {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;

    private Snippets() {}

    /** How many different things of what was looked for are there. */
    static int found(List<Mark> marks) {
        return (int) marks.stream().mapToInt(Mark::which).distinct().count();
    }

    /** @param marks at least one */
    static Snippet of(String text, List<Mark> marks) {
        BitSet marked = new BitSet(text.length());
        marks.forEach(it -> marked.set(it.start(), it.end()));
        return around(text, marked, first(marks));
    }

    /** The beginning of a text, nothing marked. */
    static Snippet start(String text) {
        return new Snippet(List.of(new Piece(flat(text.substring(0, safe(text, Math.min(text.length(), LENGTH)))), false)));
    }

    /** Where the first of the words is that are shown. */
    static int first(List<Mark> marks) {
        List<Mark> sorted = marks.stream().sorted((a, b) -> Integer.compare(a.start(), b.start())).toList();
        int best = sorted.getFirst().start();
        long most = 0;
        for (int i = 0; i < Math.min(200, sorted.size()); i++) {
            int from = sorted.get(i).start();
            long here = sorted.stream()
                    .skip(i)
                    .takeWhile(it -> it.end() <= from + LENGTH - BEFORE)
                    .mapToInt(Mark::which)
                    .distinct()
                    .count();
            if (here > most) {
                most = here;
                best = from;
            }
        }
        return best;
    }

    private static Snippet around(String text, BitSet marked, int first) {
        int from = Math.max(0, first - BEFORE);
        while (from > 0 && from > first - BEFORE - 15 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        from = safe(text, from);
        int to = safe(text, Math.min(text.length(), from + LENGTH));
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("… ", false));
        }
        int at = from;
        while (at < to) {
            boolean hit = marked.get(at);
            int end = hit ? marked.nextClearBit(at) : marked.nextSetBit(at);
            end = end < 0 ? to : Math.min(end, hit ? Math.min(text.length(), to + 60) : to);
            pieces.add(new Piece(flat(text.substring(at, end)), hit));
            at = end;
        }
        if (at < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return new Snippet(pieces);
    }

    /** No character is cut in two. */
    private static int safe(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            boolean here = Character.isWhitespace(text.charAt(i));
            if (!here) {
                flat.append(text.charAt(i));
            } else if (!blank) {
                flat.append(' ');
            }
            blank = here;
        }
        return flat.toString();
    }
}
