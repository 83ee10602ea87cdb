package org.genjin.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genjin.index.QueryTranslation.Wanted;
import org.genjin.index.SearchResult.Snippet;
import org.genjin.index.SearchResult.Snippet.Piece;

/** Cuts the words around a hit out of a text and marks what was looked for. One thread: it uses an analysis. */
final class Snippets {

    private static final int LENGTH = 160;
    private static final int BEFORE = 40;
    private static final int LOOK_AT = 200_000;

    private final TextAnalysis analysis;
    private final List<Wanted> wanted;

    /** @param analysis one that adds stems */
    Snippets(TextAnalysis analysis, List<Wanted> wanted) {
        this.analysis = analysis;
        this.wanted = wanted;
    }

    /** A snippet and how many of the things looked for are in the text. */
    record Cut(Snippet snippet, int found) {}

    /** Empty if nothing that was looked for is in {@code text}. */
    Optional<Cut> cut(String text) {
        String looked = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        List<TextAnalysis.Term> terms = analysis.terms(looked);
        BitSet marked = new BitSet(looked.length());
        int found = 0;
        int first = Integer.MAX_VALUE;
        for (Wanted it : wanted) {
            int at = it.terms().size() > 1 ? markPhrase(terms, it, marked) : markWord(terms, it, marked);
            if (at >= 0) {
                found++;
                first = Math.min(first, at);
            }
        }
        return found == 0 ? Optional.empty() : Optional.of(new Cut(around(looked, marked, first), found));
    }

    /** The beginning of a text, nothing marked. */
    static Snippet start(String text) {
        return new Snippet(List.of(new Piece(flat(text.substring(0, Math.min(text.length(), LENGTH))), false)));
    }

    private static int markWord(List<TextAnalysis.Term> terms, Wanted wanted, BitSet marked) {
        String word = wanted.terms().getFirst();
        int first = -1;
        for (TextAnalysis.Term term : terms) {
            boolean hit = term.text().equals(word)
                    || wanted.stems().contains(term.text())
                    || (wanted.prefix() && term.text().startsWith(word));
            if (hit) {
                marked.set(term.start(), term.end());
                first = first < 0 ? term.start() : Math.min(first, term.start());
            }
        }
        return first;
    }

    private static int markPhrase(List<TextAnalysis.Term> terms, Wanted wanted, BitSet marked) {
        int first = -1;
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).text().equals(wanted.terms().getFirst())) {
                continue;
            }
            int end = follow(terms, i, wanted);
            if (end >= 0) {
                marked.set(terms.get(i).start(), end);
                first = first < 0 ? terms.get(i).start() : first;
            }
        }
        return first;
    }

    /** Where the phrase that begins with term {@code from} ends; -1 if it is not all there. */
    private static int follow(List<TextAnalysis.Term> terms, int from, Wanted wanted) {
        int position = terms.get(from).position();
        int end = terms.get(from).end();
        int next = 1;
        for (int i = from + 1; i < terms.size() && next < wanted.terms().size(); i++) {
            TextAnalysis.Term term = terms.get(i);
            if (term.position() > position + next) {
                return -1;
            }
            boolean last = next == wanted.terms().size() - 1;
            if (term.position() == position + next
                    && (term.text().equals(wanted.terms().get(next))
                            || (last && wanted.prefix() && term.text().startsWith(wanted.terms().get(next))))) {
                end = term.end();
                next++;
            }
        }
        return next == wanted.terms().size() ? end : -1;
    }

    private static Snippet around(String text, BitSet marked, int first) {
        int from = Math.max(0, first - BEFORE);
        while (from > 0 && from > first - BEFORE - 15 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(text.length(), from + LENGTH);
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

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
