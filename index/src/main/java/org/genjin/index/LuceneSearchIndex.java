package org.genjin.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index as a Lucene index in a folder. */
public final class LuceneSearchIndex implements SearchIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);
    private static final double BUFFER_MEGABYTES = 48;
    private static final int MERGES_WAITING = 8;
    /** What an index is like that this version writes; another one is built anew. */
    private static final String FORMAT = "2";

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Stems stems = new Stems();
    private final Documents documents = new Documents(stems);

    private LuceneSearchIndex(FSDirectory directory, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    /**
     * Opens the index in {@code folder}, an empty one if there is none.
     *
     * @throws IndexDamaged if its files cannot be read, or another version wrote them
     * @throws IOException if another process has it open
     */
    public static LuceneSearchIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig(new Words.Apart());
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setMergeScheduler(oneByOne());
        config.setCommitOnClose(false);
        try {
            IndexWriter writer = new IndexWriter(directory, config);
            if (writer.getDocStats().maxDoc > 0 && !FORMAT.equals(committed(writer).get("format"))) {
                writer.rollback();
                throw new IllegalArgumentException("written by another version");
            }
            return new LuceneSearchIndex(directory, writer, new SearcherManager(writer, null));
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

    /** Merging is never urgent: taking mail in and answering are. */
    private static ConcurrentMergeScheduler oneByOne() {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(MERGES_WAITING, 1);
        return merges;
    }

    @Override
    public Mark mark() {
        Map<String, String> data = committed(writer);
        return new Mark(
                data.getOrDefault("ledger", ""), Long.parseLong(data.getOrDefault("revision", "0")), data.getOrDefault("key", ""));
    }

    private static Map<String, String> committed(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(it -> data.put(it.getKey(), it.getValue()));
        }
        return data;
    }

    @Override
    public void put(Collection<IndexEntry> entries) throws IOException {
        for (IndexEntry entry : entries) {
            put(entry);
        }
    }

    /** One text that cannot be taken apart must not keep all that comes after it from being found. */
    private void put(IndexEntry entry) throws IOException {
        Term row = new Term(Fields.ROW, Long.toString(entry.row()));
        try {
            writer.updateDocument(row, documents.of(entry));
        } catch (IllegalArgumentException e) {
            LOG.error("the words of message {} cannot be found, only what else is known of it", entry.row(), e);
            writer.updateDocument(row, documents.withoutWords(entry));
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
                Map.of("format", FORMAT, "ledger", mark.ledger(), "revision", Long.toString(mark.revision()), "key", mark.key())
                        .entrySet());
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
        IndexSearcher shared = searchers.acquire();
        try {
            Search search = new Search(shared.getIndexReader(), asked, customers, now, stems, begun);
            return search.run();
        } finally {
            searchers.release(shared);
        }
    }

    @Override
    public List<Suggestion> suggest(String typed, Optional<String> viewer, int limit) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return new Suggesting(searcher, new Rights(viewer)).suggest(typed, limit);
        } finally {
            searchers.release(searcher);
        }
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
