package org.genjin.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word or phrase as it is looked for.
 *
 * @param parts the terms that follow each other
 * @param wholes terms each of which stands for all of it in another writing
 * @param word whether it is one word of letters, which may have a stem
 */
record Asked(List<Part> parts, Set<String> wholes, boolean word) {

    Asked {
        parts = List.copyOf(parts);
    }

    /** A term and how far it is from the first. */
    record Part(String term, int position) {}

    static Asked of(String text) {
        Segmenter segmenter = new Segmenter(false);
        segmenter.begin(text);
        List<Part> parts = new ArrayList<>();
        List<int[]> spans = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        int position = -1;
        int start = -1;
        int end = -1;
        boolean word = true;
        while (segmenter.next()) {
            if (segmenter.step() == 0) {
                beside.add(segmenter.term());
                spans.add(new int[] {segmenter.start(), segmenter.end()});
                continue;
            }
            position += segmenter.step();
            parts.add(new Part(segmenter.term(), position));
            start = start < 0 ? segmenter.start() : start;
            end = segmenter.end();
            word &= segmenter.isWord();
        }
        Set<String> wholes = new LinkedHashSet<>();
        for (int i = 0; i < beside.size(); i++) {
            if (spans.get(i)[0] == start && spans.get(i)[1] == end) {
                whole(wholes, beside.get(i));
            }
        }
        if (parts.size() == 1 && Kind.of(parts.getFirst().term().codePointAt(0)) != Kind.CJK) {
            wholes.add(Segmenter.WHOLE + parts.getFirst().term());
        }
        return new Asked(parts, wholes, word && parts.size() == 1);
    }

    /** What is of letters or of digits alone is found where it was written in one, too. */
    private static void whole(Set<String> wholes, String term) {
        wholes.add(term);
        boolean one = term.chars().skip(1).allMatch(Character::isDigit) || term.chars().skip(1).allMatch(Character::isLetter);
        if (one && term.charAt(0) == Segmenter.WHOLE) {
            wholes.add(term.substring(1));
        }
    }
}
