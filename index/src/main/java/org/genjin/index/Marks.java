package org.genjin.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was looked for in a text. Looks closely only where a word begins like one of those that are wanted; {@link
 * #everywhere} reads all of it, for what is written quite differently from how it was asked for. One thread.
 */
final class Marks {

    private static final int BEFORE = 120;
    private static final int BEHIND = 240;

    private final List<Wanted> wanted;
    private final Set<String> anchors = new LinkedHashSet<>();
    private final BitSet firsts = new BitSet();
    private final Segmenter segmenter = new Segmenter(true);

    Marks(List<Wanted> wanted) {
        this.wanted = wanted;
        wanted.forEach(it -> anchors.addAll(it.anchors()));
        anchors.forEach(it -> firsts.set(it.charAt(0)));
    }

    /** Where something wanted stands; {@code which} counts what is wanted. */
    record Mark(int start, int end, int which) {}

    private record Term(String text, int position, int start, int end, boolean word) {}

    /** In the order of the text within each look. */
    List<Mark> near(String text, String field, Stems.@Nullable Language stems) {
        List<Mark> marks = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (firsts.get(Folding.one(text.charAt(i))) && begins(text, i) && isAnchor(text, i)) {
                int from = boundary(text, Math.max(done, i - BEFORE), i);
                int to = boundary(text, Math.min(text.length(), i + BEHIND), text.length());
                look(text, from, to, field, stems, marks);
                done = to;
                i = to - 1;
            }
        }
        return marks;
    }

    List<Mark> everywhere(String text, String field, Stems.@Nullable Language stems) {
        List<Mark> marks = new ArrayList<>();
        look(text, 0, text.length(), field, stems, marks);
        return marks;
    }

    private static boolean begins(String text, int at) {
        if (at == 0) {
            return true;
        }
        Kind kind = Kind.of(text.charAt(at));
        return kind == Kind.CJK || kind == Kind.UNPARTED || kind != Kind.of(text.charAt(at - 1));
    }

    private boolean isAnchor(String text, int at) {
        for (String anchor : anchors) {
            int matched = 0;
            for (int i = at; i < text.length() && matched < anchor.length(); i++) {
                char c = Folding.one(text.charAt(i));
                if (c == Folding.SEVERAL) {
                    return true; // such as ß: worth a look
                }
                if (c != Folding.NOTHING && c != anchor.charAt(matched++)) {
                    matched = -1;
                    break;
                }
            }
            if (matched == anchor.length()) {
                return true;
            }
        }
        return false;
    }

    /** The next place from {@code at} on where no word is cut, but not behind {@code most}. */
    private static int boundary(String text, int at, int most) {
        int place = at;
        while (place > 0 && place < most && place < at + 40 && Kind.of(text.charAt(place)) != Kind.OTHER
                && Kind.of(text.charAt(place)) != Kind.CJK) {
            place++;
        }
        return Math.min(place, most);
    }

    private void look(String text, int from, int to, String field, Stems.@Nullable Language stems, List<Mark> marks) {
        List<Term> terms = new ArrayList<>();
        segmenter.begin(text.substring(from, to));
        int position = -1;
        while (segmenter.next()) {
            position += segmenter.step();
            terms.add(new Term(
                    segmenter.term(), position, from + segmenter.start(), from + segmenter.end(), segmenter.isWord()));
        }
        for (int which = 0; which < wanted.size(); which++) {
            Wanted it = wanted.get(which);
            if (it.mayBeIn(field)) {
                mark(text, terms, it, which, stems, marks);
            }
        }
    }

    private static void mark(
            String text, List<Term> terms, Wanted it, int which, Stems.@Nullable Language stems, List<Mark> marks) {
        Asked asked = it.asked();
        String first = asked.parts().getFirst().term();
        boolean single = asked.parts().size() == 1;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (asked.wholes().contains(term.text())
                    || (single && term.text().equals(first))
                    || (it.beginning() && begins(it, term.text()))
                    || (stems != null && term.word() && !it.stems().isEmpty() && hasStem(text, term, it, stems))) {
                marks.add(new Mark(term.start(), term.end(), which));
            } else if (!single && term.text().equals(first)) {
                int end = follow(terms, i, asked);
                if (end >= 0) {
                    marks.add(new Mark(term.start(), end, which));
                }
            }
        }
    }

    private static boolean begins(Wanted it, String term) {
        return it.asked().parts().size() == 1
                ? term.startsWith(it.asked().parts().getFirst().term())
                : it.asked().wholes().stream().anyMatch(term::startsWith);
    }

    private static boolean hasStem(String text, Term term, Wanted it, Stems.Language stems) {
        return it.stems().contains(stems.stem(text.substring(term.start(), term.end())));
    }

    /** Where the phrase that begins with term {@code from} ends; -1 if it is not all there. */
    private static int follow(List<Term> terms, int from, Asked asked) {
        int position = terms.get(from).position();
        int end = terms.get(from).end();
        int next = 1;
        for (int i = from + 1; i < terms.size() && next < asked.parts().size(); i++) {
            Term term = terms.get(i);
            Asked.Part part = asked.parts().get(next);
            if (term.position() > position + part.position()) {
                return -1;
            }
            if (term.position() == position + part.position() && term.text().equals(part.term())) {
                end = term.end();
                next++;
            }
        }
        return next == asked.parts().size() ? end : -1;
    }
}
