package org.genjin.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * For words that are nowhere: those that begin like them, else those that are like them. Only words that stand in a message
 * which the viewer may see.
 */
final class Spelling {

    private static final int MOST_WORDS = 6;
    private static final int CANDIDATES = 500;
    /** Words as long as this may have two letters wrong. */
    private static final int LONG = 8;
    private static final int MOST = 3;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST = 40;

    private final IndexSearcher searcher;
    private final Rights rights;
    private final Stems stems;

    Spelling(IndexSearcher searcher, Rights rights, Stems stems) {
        this.searcher = searcher;
        this.rights = rights;
        this.stems = stems;
    }

    /** What to look for instead, by word; words that are somewhere are left out, and those for which there is nothing. */
    Map<String, SearchResult.Instead> instead(Collection<String> words) throws IOException {
        Map<String, SearchResult.Instead> instead = new LinkedHashMap<>();
        for (String word : new LinkedHashSet<>(words).stream().limit(MOST_WORDS).toList()) {
            Asked asked = Asked.of(word);
            if (asked.parts().isEmpty() || asked.parts().getFirst().term().length() > LONGEST || isSomewhere(word, asked)) {
                continue;
            }
            List<String> like = beginning(word, asked) ? List.of(word + "*") : like(asked);
            if (!like.isEmpty()) {
                instead.put(word, new SearchResult.Instead(word, like));
            }
        }
        return instead;
    }

    private boolean isSomewhere(String word, Asked asked) throws IOException {
        if (asked.parts().size() > 1) {
            WordQueries queries = new WordQueries(stems, Map.of(), new ArrayList<>());
            return rights.finds(searcher, queries.piece(word, Understood.Words.Kind.WORD, "").query());
        }
        Set<String> terms = new LinkedHashSet<>(asked.wholes());
        terms.add(asked.parts().getFirst().term());
        if (asked.word()) {
            terms.addAll(stems.all(word));
        }
        for (String term : terms) {
            if (isVisible(term)) {
                return true;
            }
        }
        return false;
    }

    private boolean isVisible(String term) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        for (String field : List.of(Fields.TEXT, Fields.QUOTED)) {
            Term asked = new Term(field, term);
            if (reader.docFreq(asked) > 0 && rights.finds(searcher, new TermQuery(asked))) {
                return true;
            }
        }
        return false;
    }

    private boolean beginning(String word, Asked asked) throws IOException {
        if (word.length() < SHORTEST_BEGINNING || Kind.of(word.codePointAt(0)) == Kind.CJK) {
            return false;
        }
        String term = whole(asked);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(prefix(term), Occur.SHOULD);
        if (asked.parts().size() == 1) {
            any.add(prefix(Segmenter.WHOLE + term), Occur.SHOULD);
        }
        return rights.finds(searcher, any.build());
    }

    private static Query prefix(String term) {
        return new PrefixQuery(new Term(Fields.TEXT, term));
    }

    /** A compound as one term. */
    private static String whole(Asked asked) {
        if (asked.parts().size() == 1) {
            return asked.parts().getFirst().term();
        }
        return asked.wholes().stream()
                .filter(it -> it.charAt(0) == Segmenter.WHOLE)
                .findFirst()
                .orElse(asked.parts().getFirst().term());
    }

    private List<String> like(Asked asked) throws IOException {
        String term = whole(asked);
        boolean compound = term.charAt(0) == Segmenter.WHOLE;
        int point = term.codePointAt(compound ? 1 : 0);
        if (term.length() < SHORTEST || (asked.parts().size() > 1 && !compound) || Kind.of(point) != Kind.LETTER) {
            return List.of();
        }
        List<String> like = new ArrayList<>();
        // Two letters wrong only in long words, and only if no word has just one wrong.
        for (int edits = 1; edits <= (term.length() < LONG ? 1 : 2) && like.isEmpty(); edits++) {
            for (String candidate : candidates(term, edits, compound ? 2 : 1)) {
                boolean sameKind = compound == (candidate.charAt(0) == Segmenter.WHOLE);
                if (sameKind && like.size() < MOST && isVisible(candidate)) {
                    like.add(compound ? candidate.substring(1) : candidate);
                }
            }
        }
        return like;
    }

    /** Terms that differ from {@code term} by so many letters, the likest first, and of these the most frequent. */
    private List<String> candidates(String term, int edits, int same) throws IOException {
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.TEXT);
        if (terms == null) {
            return List.of();
        }
        FuzzyTermsEnum each = new FuzzyTermsEnum(terms, new Term(Fields.TEXT, term), edits, same, true);
        BoostAttribute likeness = each.attributes().getAttribute(BoostAttribute.class);
        List<Candidate> candidates = new ArrayList<>();
        while (each.next() != null && candidates.size() < CANDIDATES) {
            candidates.add(new Candidate(each.term().utf8ToString(), likeness.getBoost(), each.docFreq()));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed()
                .thenComparing(Comparator.comparingInt(Candidate::frequency).reversed()));
        return candidates.stream().map(Candidate::term).toList();
    }

    private record Candidate(String term, float likeness, int frequency) {}
}
