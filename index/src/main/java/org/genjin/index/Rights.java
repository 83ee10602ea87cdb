package org.genjin.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Keeps what a viewer may not see out of every query. */
record Rights(Optional<String> viewer) {

    Query within(Query query) {
        if (viewer.isEmpty()) {
            return query;
        }
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(visible(viewer.get()), Occur.FILTER).build();
    }

    /** Whether the viewer may see a message that {@code query} finds. */
    boolean finds(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(within(new ConstantScoreQuery(query)), 1).scoreDocs.length > 0;
    }

    private static Query visible(String owner) {
        return new TermQuery(new Term(Fields.VISIBLE_TO, owner));
    }
}
