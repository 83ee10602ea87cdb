package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How a phrase is written in the files of words, as the runs of elements it stands for.
 *
 * <p>{@code word} a word, sign, number or run of ideographs · {@code word*} whatever begins so · {@code =WORD} in
 * just these letters, great or small · {@code #} any number · {@code ~} up to three tokens of the same clause,
 * {@code ~N} up to N, none of them denying ·
 * {@code (a|b c)} one of these · {@code [a]} this or nothing.
 */
final class Phrase {

    /** One element of a run. */
    sealed interface Element {
        record Word(String folded) implements Element {}

        record Stem(String folded) implements Element {}

        record Exact(String text) implements Element {}

        record Figure() implements Element {}

        record Gap(int most) implements Element {}
    }

    private static final int GAP = 3;

    private final String written;
    private int at;

    private Phrase(String written) {
        this.written = written;
    }

    static List<List<Element>> runs(String written) {
        Phrase phrase = new Phrase(written);
        List<List<Element>> runs = phrase.alternatives();
        if (phrase.at < written.length()) {
            throw new IllegalStateException("a bracket too many in the phrase '" + written + "'");
        }
        return runs;
    }

    private List<List<Element>> alternatives() {
        List<List<Element>> all = new ArrayList<>(sequence());
        while (at < written.length() && written.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<List<Element>> sequence() {
        List<List<Element>> runs = List.of(List.of());
        while (at < written.length() && ")]|".indexOf(written.charAt(at)) < 0) {
            char c = written.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '(' || c == '[') {
                at++;
                List<List<Element>> inner = new ArrayList<>(alternatives());
                if (c == '[') {
                    inner.add(List.of());
                }
                at++;
                runs = joined(runs, inner);
            } else {
                runs = joined(runs, List.of(piece()));
            }
        }
        return runs;
    }

    private static List<List<Element>> joined(List<List<Element>> firsts, List<List<Element>> thens) {
        List<List<Element>> runs = new ArrayList<>();
        for (List<Element> first : firsts) {
            for (List<Element> then : thens) {
                List<Element> run = new ArrayList<>(first);
                run.addAll(then);
                runs.add(run);
            }
        }
        return runs;
    }

    private List<Element> piece() {
        int from = at;
        while (at < written.length() && " ()[]|".indexOf(written.charAt(at)) < 0) {
            at++;
        }
        String piece = written.substring(from, at);
        if (piece.equals("#")) {
            return List.of(new Element.Figure());
        }
        if (piece.startsWith("~")) {
            return List.of(new Element.Gap(piece.length() == 1 ? GAP : Integer.parseInt(piece.substring(1))));
        }
        boolean exact = piece.startsWith("=") && piece.length() > 1;
        boolean stem = piece.endsWith("*") && piece.length() > 1;
        return elements(piece.substring(exact ? 1 : 0, piece.length() - (stem ? 1 : 0)), exact, stem);
    }

    private static List<Element> elements(String piece, boolean exact, boolean stem) {
        Tokens tokens = Tokens.of(piece, false);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (exact) {
                elements.add(new Element.Exact(tokens.words(i, i + 1)));
            } else if (stem && i == tokens.size() - 1) {
                elements.add(new Element.Stem(tokens.folded(i)));
            } else {
                elements.add(new Element.Word(tokens.folded(i)));
            }
        }
        return elements;
    }
}
