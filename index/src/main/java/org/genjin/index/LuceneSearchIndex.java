package org.genjin.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index as a Lucene index in a folder. */
public final class LuceneSearchIndex implements SearchIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);
    private static final double BUFFER_MEGABYTES = 48;
    private static final Sort BY_RELEVANCE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.SENT_AT, SortField.Type.LONG, true));
    private static final Sort NEWEST_FIRST = new Sort(new SortField(Fields.SENT_AT, SortField.Type.LONG, true));

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final TextAnalysis indexing;
    private final TextAnalysis asking = new TextAnalysis(false);
    private final TextAnalysis marking = new TextAnalysis(true);
    private final Object putting = new Object();

    private LuceneSearchIndex(
            FSDirectory directory, IndexWriter writer, SearcherManager searchers, TextAnalysis indexing) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.indexing = indexing;
    }

    /**
     * Opens the index in {@code folder}, an empty one if there is none.
     *
     * @throws IndexDamaged if its files cannot be read
     * @throws IOException if another process has it open
     */
    public static LuceneSearchIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FSDirectory directory = FSDirectory.open(folder);
        TextAnalysis indexing = new TextAnalysis(true);
        IndexWriterConfig config = new IndexWriterConfig(indexing);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setCommitOnClose(false);
        try {
            IndexWriter writer = new IndexWriter(directory, config);
            return new LuceneSearchIndex(directory, writer, new SearcherManager(writer, null), indexing);
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new IOException("The index in " + folder + " is open in another process.", e);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | java.nio.file.NoSuchFileException
                | IllegalArgumentException e) {
            directory.close();
            throw new IndexDamaged("The index in " + folder + " cannot be read.", e);
        }
    }

    @Override
    public Mark mark() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        String ledger = "";
        long revision = 0;
        String key = "";
        if (data != null) {
            for (Map.Entry<String, String> it : data) {
                switch (it.getKey()) {
                    case "ledger" -> ledger = it.getValue();
                    case "revision" -> revision = Long.parseLong(it.getValue());
                    case "key" -> key = it.getValue();
                    default -> {} // a later version's
                }
            }
        }
        return new Mark(ledger, revision, key);
    }

    @Override
    public void put(Collection<IndexEntry> entries) throws IOException {
        synchronized (putting) {
            for (IndexEntry entry : entries) {
                indexing.speak(entry.language());
                put(entry);
            }
        }
    }

    /** One text that cannot be taken apart must not keep all that comes after it from being found. */
    private void put(IndexEntry entry) throws IOException {
        Term row = new Term(Fields.ROW, Long.toString(entry.row()));
        try {
            writer.updateDocument(row, Documents.of(entry));
        } catch (IllegalArgumentException e) {
            LOG.error("the words of message {} cannot be found, only what else is known of it", entry.row(), e);
            writer.updateDocument(row, Documents.withoutWords(entry));
        }
    }

    @Override
    public void delete(Collection<Long> rows) throws IOException {
        writer.deleteDocuments(rows.stream().map(row -> new Term(Fields.ROW, Long.toString(row))).toArray(Term[]::new));
    }

    @Override
    public void clear() throws IOException {
        writer.deleteAll();
    }

    @Override
    public void commit(Mark mark) throws IOException {
        writer.setLiveCommitData(
                Map.of("ledger", mark.ledger(), "revision", Long.toString(mark.revision()), "key", mark.key()).entrySet());
        writer.commit();
        refresh();
    }

    @Override
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public SearchResult search(SearchQuery asked, CustomerTerms customers, Instant now) throws IOException {
        long begun = System.nanoTime();
        QueryTranslation.Translated translated =
                new QueryTranslation(asking, customers, asked.zone(), now).translate(Syntax.parse(asked.text()));
        Query query = restricted(translated.query(), asked);
        IndexSearcher searcher = searchers.acquire();
        try {
            Facets facets = searcher.search(query, Facets.counting());
            List<SearchResult.Hit> hits = hits(searcher, query, asked, translated);
            double millis = (System.nanoTime() - begun) / 1e6;
            return new SearchResult(
                    translated.understood(), translated.hint(), facets.total(), Math.round(millis * 100) / 100.0, hits,
                    facets.counts());
        } finally {
            searchers.release(searcher);
        }
    }

    private List<SearchResult.Hit> hits(
            IndexSearcher searcher, Query query, SearchQuery asked, QueryTranslation.Translated translated)
            throws IOException {
        int wanted = Math.min(asked.offset() + asked.limit(), Math.max(1, searcher.getIndexReader().maxDoc()));
        if (asked.limit() == 0 || wanted <= asked.offset()) {
            return List.of();
        }
        ScoreDoc[] found =
                searcher.search(query, wanted, translated.hasWords() ? BY_RELEVANCE : NEWEST_FIRST).scoreDocs;
        List<SearchResult.Hit> hits = new ArrayList<>();
        synchronized (marking) {
            Hits made = new Hits(marking, translated.wanted());
            for (int i = asked.offset(); i < found.length; i++) {
                Document document = searcher.storedFields().document(found[i].doc);
                hits.add(made.of(document));
            }
        }
        return hits;
    }

    private static Query restricted(Query query, SearchQuery asked) {
        if (asked.viewer().isEmpty() && asked.customers().isEmpty()) {
            return query;
        }
        BooleanQuery.Builder restricted = new BooleanQuery.Builder().add(query, Occur.MUST);
        asked.viewer().ifPresent(owner ->
                restricted.add(new TermQuery(new Term(Fields.VISIBLE_TO, owner)), Occur.FILTER));
        asked.customers().ifPresent(ids -> restricted.add(
                new TermInSetQuery(Fields.CUSTOMER, ids.stream().map(BytesRef::new).toList()), Occur.FILTER));
        return restricted.build();
    }

    @Override
    public long documents() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public int count(long row) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.count(new TermQuery(new Term(Fields.ROW, Long.toString(row))));
        } finally {
            searchers.release(searcher);
        }
    }

    /** What has been put since the last commit is not kept: it is put again from the ledger. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
