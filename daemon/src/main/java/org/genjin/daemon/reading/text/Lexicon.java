package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with what they stand for, read from files of lines {@code concept: phrase, phrase…} (see {@link
 * Phrase}). {@link #hits} finds all of them in one pass. Of a family
 * the longest counts; what a concept {@code family.-} covers is none of that family. Thread-safe.
 */
public final class Lexicon {

    /** What is no word of the trade though it looks like one: nothing that stands in it counts. */
    private static final String IDIOM = "idiom";

    /** What denies. */
    private static final String NOT = "not";

    private final Vocabulary vocabulary = new Vocabulary();
    private final PhraseNode root = new PhraseNode();
    /** By the numbers of the vocabulary: what begins with the word, and whether the word denies. */
    private final @Nullable PhraseNode[] first;
    private final boolean[] denying;

    public Lexicon(List<String> files) {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (String file : files) {
            for (String line : Lines.of(file)) {
                int colon = line.indexOf(": ");
                if (colon < 0) {
                    throw new IllegalStateException(file + " has a line without concept: " + line);
                }
                for (String concept : line.substring(0, colon).strip().split(" (?=[a-z]+\\.)", -1)) {
                    List<String> more = phrases.computeIfAbsent(concept, _ -> new ArrayList<>());
                    for (String phrase : line.substring(colon + 2).split(",(?= |$)", -1)) {
                        if (!phrase.isBlank()) {
                            more.add(phrase.strip());
                        }
                    }
                }
            }
        }
        phrases.forEach((name, all) -> {
            Concept concept = Concept.of(name);
            all.stream().flatMap(it -> Phrase.runs(it).stream()).forEach(it -> add(concept, it));
        });
        root.freeze();
        first = new PhraseNode[vocabulary.size()];
        denying = new boolean[vocabulary.size()];
        for (int word = 0; word < first.length; word++) {
            PhraseNode node = root.next(word);
            first[word] = node;
            denying[word] = node != null && Arrays.asList(node.concepts()).contains(Concept.of(NOT));
        }
    }

    private void add(Concept concept, List<Phrase.Element> run) {
        PhraseNode node = root;
        for (Phrase.Element element : run) {
            node = element instanceof Phrase.Element.Gap gap ? node.gap(gap.most()) : node.go(vocabulary.number(element));
        }
        if (run.isEmpty()) {
            throw new IllegalStateException("an empty phrase of " + concept.name());
        }
        node.ends(concept);
    }

    public Hits hits(Tokens tokens) {
        int[][] words = new int[tokens.size()][];
        for (int i = 0; i < words.length; i++) {
            words[i] = vocabulary.of(tokens, i);
        }
        List<Hit> found = new ArrayList<>();
        Walk walk = new Walk(tokens, words, found);
        for (int i = 0; i < words.length; i++) {
            walk.from(i);
        }
        return new Hits(found, IDIOM);
    }

    private final class Walk {
        private final Tokens tokens;
        private final int[][] words;
        private final List<Hit> found;
        private int start;

        Walk(Tokens tokens, int[][] words, List<Hit> found) {
            this.tokens = tokens;
            this.words = words;
            this.found = found;
        }

        void from(int token) {
            start = token;
            for (int word : words[token]) {
                @Nullable PhraseNode next = first[word];
                if (next != null) {
                    step(next, token + 1);
                }
            }
        }

        private void step(PhraseNode node, int at) {
            for (Concept concept : node.concepts()) {
                found.add(new Hit(concept, start, at));
            }
            if (at >= words.length || node.isLast() || tokens.sentence(at) != tokens.sentence(start)) {
                return;
            }
            for (int word : words[at]) {
                @Nullable PhraseNode next = node.next(word);
                if (next != null) {
                    step(next, at + 1);
                }
            }
            for (PhraseNode.Gap gap : node.gaps()) {
                skip(gap.after(), at, gap.most());
            }
        }

        /** What is denied is not what the phrase says: "not" stands in no gap, unless it is the "no." of a number. */
        private boolean isNot(int token) {
            if (tokens.is(token + 1, ".") || tokens.is(token + 1, ":") || tokens.is(token + 1, "#")
                    || tokens.is(token + 1, Tokens.Kind.NUMBER)) {
                return false;
            }
            for (int word : words[token]) {
                if (denying[word]) {
                    return true;
                }
            }
            return false;
        }

        private void skip(PhraseNode after, int at, int most) {
            int clause = tokens.clause(at);
            for (int skipped = 0; skipped <= most && at + skipped < words.length; skipped++) {
                if (tokens.clause(at + skipped) != clause) {
                    return;
                }
                step(after, at + skipped);
                if (isNot(at + skipped)) {
                    return;
                }
            }
        }
    }
}
