package org.genjin.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.genjin.index.QueryTranslation.Translated;

/** One search: what matches is counted by facets, the best of it made into hits. One thread. */
final class Search {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    // People look for 'the mail where …': how often a word stands in it and how long it is say little.
    private static final float FREQUENCY = 0.4f;
    private static final float LENGTH = 0.2f;
    private static final float RECENT = 2.5f;
    private static final long RECENT_HALF = TimeUnit.DAYS.toMillis(90);
    private static final float FROM_CUSTOMER = 0.3f;

    private final IndexSearcher searcher;
    private final SearchQuery asked;
    private final CustomerTerms customers;
    private final Instant now;
    private final Stems stems;
    private final Rights rights;
    private final long begun;

    /** @param begun by the clock of {@link System#nanoTime} */
    Search(IndexReader reader, SearchQuery asked, CustomerTerms customers, Instant now, Stems stems, long begun) {
        // Of its own, for it has a deadline of its own; what it caches is shared.
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(FREQUENCY, LENGTH));
        searcher.setTimeout(() -> System.nanoTime() - begun > PATIENCE.toNanos());
        this.asked = asked;
        this.customers = customers;
        this.now = now;
        this.stems = stems;
        this.rights = new Rights(asked.viewer());
        this.begun = begun;
    }

    private record Attempt(Translated translated, Query query, Facets facets) {}

    SearchResult run() throws IOException {
        Syntax.Node typed = Syntax.parse(asked.text());
        Attempt attempt = attempt(typed, Map.of());
        List<SearchResult.Instead> instead = List.of();
        if (attempt.facets().total() == 0 && !attempt.translated().words().isEmpty()) {
            Map<String, SearchResult.Instead> others =
                    new Spelling(searcher, rights, stems).instead(attempt.translated().words());
            Attempt second = others.isEmpty() ? attempt : attempt(typed, others);
            if (second.facets().total() > 0) {
                attempt = second;
                instead = List.copyOf(others.values());
            }
        }
        List<SearchResult.Hit> hits = attempt.facets().total() == 0 ? List.of() : hits(attempt);
        List<Hint> hints = new ArrayList<>(attempt.translated().hints());
        if (Syntax.isTooLong(asked.text())) {
            hints.add(new Hint(Hint.Kind.TOO_LONG, ""));
        }
        if (searcher.timedOut()) {
            hints.add(new Hint(Hint.Kind.CUT_SHORT, ""));
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        return new SearchResult(
                attempt.translated().understood(), hints, instead, attempt.facets().total(), Math.round(millis * 100) / 100.0,
                hits, attempt.facets().counts());
    }

    private Attempt attempt(Syntax.Node typed, Map<String, SearchResult.Instead> instead) throws IOException {
        Translated translated = new QueryTranslation(stems, customers, asked.zone(), now, instead).translate(typed);
        Query query = rights.within(translated.query());
        Facets facets = searcher.search(new ConstantScoreQuery(query), Facets.counting(customers));
        return new Attempt(translated, query, facets);
    }

    private List<SearchResult.Hit> hits(Attempt attempt) throws IOException {
        if (asked.limit() == 0) {
            return List.of();
        }
        int end = Math.min(MOST, asked.offset() + asked.limit());
        ScoreDoc[] found = best(attempt, asked.byConversation() ? MOST : end);
        Map<Integer, Integer> more = new LinkedHashMap<>();
        if (asked.byConversation()) {
            more = conversations(found);
        } else {
            for (ScoreDoc it : found) {
                more.put(it.doc, 0);
            }
        }
        Hits made = new Hits(attempt.translated().wanted(), stems);
        List<SearchResult.Hit> hits = new ArrayList<>();
        int at = 0;
        for (Map.Entry<Integer, Integer> it : more.entrySet()) {
            if (at >= asked.offset() && at < end) {
                Document document = searcher.storedFields().document(it.getKey());
                hits.add(made.of(document, it.getValue()));
            }
            at++;
        }
        return hits;
    }

    private ScoreDoc[] best(Attempt attempt, int most) throws IOException {
        int wanted = Math.min(most, Math.max(1, searcher.getIndexReader().maxDoc()));
        boolean byScore = asked.order() == SearchQuery.Order.BEST && attempt.translated().hasWords();
        if (byScore) {
            return searcher.search(ranked(attempt), wanted).scoreDocs;
        }
        boolean newest = asked.order() != SearchQuery.Order.OLDEST;
        Sort byDate = new Sort(new SortField(Fields.SENT_AT, SortField.Type.LONG, newest));
        return searcher.search(attempt.query(), wanted, byDate).scoreDocs;
    }

    /** What matches, with what brings it to the front: recent, by the customer, in the subject, near each other. */
    private Query ranked(Attempt attempt) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(attempt.query(), Occur.MUST);
        attempt.translated().ranking().forEach(it -> ranked.add(it, Occur.SHOULD));
        float words = Math.min(4, attempt.translated().wanted().size());
        ranked.add(
                LongField.newDistanceFeatureQuery(Fields.SENT_AT, RECENT * (1 + (words - 1) / 3), now.toEpochMilli(), RECENT_HALF),
                Occur.SHOULD);
        ranked.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.DIRECTION, "in"))), FROM_CUSTOMER),
                Occur.SHOULD);
        return ranked.build();
    }

    /** The first document of each conversation in order, and how many more it has. */
    private Map<Integer, Integer> conversations(ScoreDoc[] found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<Integer, String> names = new LinkedHashMap<>();
        // Values are read in the order of the documents.
        int[] documents = Arrays.stream(found).mapToInt(it -> it.doc).sorted().toArray();
        SortedDocValues values = null;
        int leaf = -1;
        for (int document : documents) {
            int here = ReaderUtil.subIndex(document, leaves);
            if (here != leaf) {
                values = leaves.get(here).reader().getSortedDocValues(Fields.CONVERSATION);
                leaf = here;
            }
            boolean has = values != null && values.advanceExact(document - leaves.get(here).docBase);
            names.put(document, has && values != null ? values.lookupOrd(values.ordValue()).utf8ToString() : "doc " + document);
        }
        Map<String, Integer> firsts = new LinkedHashMap<>();
        Map<Integer, Integer> more = new LinkedHashMap<>();
        for (ScoreDoc it : found) {
            String name = names.getOrDefault(it.doc, "");
            Integer first = firsts.putIfAbsent(name, it.doc);
            more.merge(first == null ? it.doc : first, first == null ? 0 : 1, Integer::sum);
        }
        return more;
    }
}
