package org.genjin.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The searchable copy of the ledger. Thread-safe.
 *
 * <p>No thread that may be in here is ever interrupted: Lucene closes its files on interruption.
 */
public interface SearchIndex extends Closeable {

    /** How far the last commit went; after a crash everything behind it is put again. */
    Mark mark();

    /** Adds or replaces entries by row. Searchable after {@link #refresh} or {@link #commit}, durable after commit. */
    void put(Collection<IndexEntry> entries) throws IOException;

    void delete(Collection<Long> rows) throws IOException;

    /** Removes everything, for a rebuild; durable with the next commit. */
    void clear() throws IOException;

    /** Makes all that was put durable, together with {@code mark}, and searchable. */
    void commit(Mark mark) throws IOException;

    /** Makes all that was put searchable. */
    void refresh() throws IOException;

    /**
     * Never throws for what a person typed: what is no operator is taken as words, and a hint says so. Takes a few seconds at
     * most; what was found until then is said to be cut short. If nothing at all is found, words that are nowhere are taken for
     * those that are like them, and the result says which.
     *
     * @param customers whom {@code customer:}, {@code country:}, {@code is:mine} and the like mean
     * @param now what {@code newer_than:} counts from; the nearer to it, the further in front
     */
    SearchResult search(SearchQuery query, CustomerTerms customers, Instant now) throws IOException;

    /**
     * How words that are being typed may go on: product codes and subjects of messages that {@code viewer} may see.
     *
     * @param typed the words; the last one may be a beginning
     */
    List<Suggestion> suggest(String typed, Optional<String> viewer, int limit) throws IOException;

    /** How many messages the index holds now. */
    long documents();

    /** How many entries have that row; for {@code verify}: anything but 1 is damage. */
    int count(long row) throws IOException;
}
