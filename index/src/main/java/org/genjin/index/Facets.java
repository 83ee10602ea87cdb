package org.genjin.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.genjin.index.SearchResult.FacetCount;

/** Counts all matches of a query by customer, channel, direction, year and type, and how many there are. One search. */
final class Facets extends SimpleCollector {

    private static final List<String> NAMES =
            List.of(Fields.CUSTOMER, Fields.CHANNEL, Fields.DIRECTION, Fields.YEAR, Fields.TYPE);
    private static final int MOST = 50;

    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private final SortedSetDocValues[] values = new SortedSetDocValues[NAMES.size()];
    private final int[][] segment = new int[NAMES.size()][];
    private long total;

    /** For a search by one thread, as those of {@link LuceneSearchIndex} are. */
    static CollectorManager<Facets, Facets> counting() {
        return new CollectorManager<>() {
            @Override
            public Facets newCollector() {
                return new Facets();
            }

            @Override
            public Facets reduce(Collection<Facets> all) {
                return all.iterator().next();
            }
        };
    }

    long total() {
        return total;
    }

    /** The most frequent of each. To be asked once the search is over. */
    Map<String, List<FacetCount>> counts() throws IOException {
        flush();
        Map<String, List<FacetCount>> facets = new HashMap<>();
        for (String name : NAMES) {
            List<FacetCount> all = new ArrayList<>();
            counts.getOrDefault(name, Map.of()).forEach((value, count) -> all.add(new FacetCount(value, count)));
            all.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
            facets.put(name, List.copyOf(all.subList(0, Math.min(MOST, all.size()))));
        }
        return facets;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        flush();
        for (int i = 0; i < NAMES.size(); i++) {
            values[i] = DocValues.getSortedSet(context.reader(), NAMES.get(i));
            segment[i] = new int[(int) values[i].getValueCount()];
        }
    }

    @Override
    public void collect(int doc) throws IOException {
        total++;
        for (int i = 0; i < values.length; i++) {
            if (values[i].advanceExact(doc)) {
                for (int n = values[i].docValueCount(); n > 0; n--) {
                    segment[i][(int) values[i].nextOrd()]++;
                }
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private void flush() throws IOException {
        for (int i = 0; i < NAMES.size(); i++) {
            int[] counted = segment[i];
            for (int ord = 0; counted != null && ord < counted.length; ord++) {
                if (counted[ord] > 0) {
                    String value = values[i].lookupOrd(ord).utf8ToString();
                    counts.computeIfAbsent(NAMES.get(i), _ -> new HashMap<>()).merge(value, (long) counted[ord], Long::sum);
                }
            }
            segment[i] = new int[0];
        }
    }
}
