package org.genjin.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests that search: an index in a folder of its own, empty at first. */
abstract class InAnIndex {

    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    SearchIndex index;

    @BeforeEach
    final void openIndex() throws IOException {
        index = LuceneSearchIndex.open(folder);
    }

    @AfterEach
    final void closeIndex() throws IOException {
        index.close();
    }

    final SearchResult search(String text) throws IOException {
        return search(SearchQuery.of(text, ZoneOffset.UTC, 10));
    }

    final SearchResult search(SearchQuery query) throws IOException {
        return index.search(query, CustomerTerms.NONE, NOW);
    }
}
