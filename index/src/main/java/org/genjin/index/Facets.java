package org.genjin.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.genjin.index.SearchResult.FacetCount;
import org.jspecify.annotations.Nullable;

/** Counts all matches of a query by what they can be narrowed to, and how many there are. One search, one thread. */
final class Facets extends SimpleCollector {

    private static final List<String> SINGLE = List.of(Fields.CHANNEL, Fields.DIRECTION, Fields.LANGUAGE, Fields.MONTH);
    private static final List<String> SEVERAL = List.of(Fields.TYPE, Fields.SAYS);
    private static final List<String> OF_CUSTOMER = List.of("country", "grade", "stage");
    private static final int MOST = 50;

    private final CustomerTerms customers;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private final @Nullable SortedDocValues[] single = new SortedDocValues[SINGLE.size()];
    private final int[][] singleCounts = new int[SINGLE.size()][];
    private final @Nullable SortedSetDocValues[] several = new SortedSetDocValues[SEVERAL.size()];
    private final int[][] severalCounts = new int[SEVERAL.size()][];
    private SortedSetDocValues customer = DocValues.emptySortedSet();
    private int[] customerCounts = new int[0];
    /** Of those that are about one customer alone: what is counted by customers' values. */
    private int[] aloneCounts = new int[0];
    private long total;

    Facets(CustomerTerms customers) {
        this.customers = customers;
    }

    /** For a search by one thread, as those of {@link LuceneSearchIndex} are. */
    static CollectorManager<Facets, Facets> counting(CustomerTerms customers) {
        return new CollectorManager<>() {
            @Override
            public Facets newCollector() {
                return new Facets(customers);
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
        Map<String, Long> years = new HashMap<>();
        counts.getOrDefault(Fields.MONTH, Map.of()).forEach((month, count) -> years.merge(month.substring(0, 4), count, Long::sum));
        counts.put("year", years);
        Map<String, List<FacetCount>> facets = new HashMap<>();
        counts.forEach((name, values) -> facets.put(name, sorted(values)));
        return facets;
    }

    private static List<FacetCount> sorted(Map<String, Long> values) {
        List<FacetCount> all = new ArrayList<>();
        values.forEach((value, count) -> all.add(new FacetCount(value, count)));
        all.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        flush();
        for (int i = 0; i < single.length; i++) {
            SortedDocValues values = DocValues.getSorted(context.reader(), SINGLE.get(i));
            single[i] = values.getValueCount() == 0 ? null : values;
            singleCounts[i] = new int[values.getValueCount()];
        }
        for (int i = 0; i < several.length; i++) {
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), SEVERAL.get(i));
            several[i] = values.getValueCount() == 0 ? null : values;
            severalCounts[i] = new int[(int) values.getValueCount()];
        }
        customer = DocValues.getSortedSet(context.reader(), Fields.CUSTOMER);
        customerCounts = new int[(int) customer.getValueCount()];
        aloneCounts = new int[customerCounts.length];
    }

    @Override
    public void collect(int doc) throws IOException {
        total++;
        for (int i = 0; i < single.length; i++) {
            SortedDocValues values = single[i];
            if (values != null && values.advanceExact(doc)) {
                singleCounts[i][values.ordValue()]++;
            }
        }
        for (int i = 0; i < several.length; i++) {
            SortedSetDocValues values = several[i];
            if (values != null && values.advanceExact(doc)) {
                for (int n = values.docValueCount(); n > 0; n--) {
                    severalCounts[i][(int) values.nextOrd()]++;
                }
            }
        }
        if (customerCounts.length > 0 && customer.advanceExact(doc)) {
            customers();
        }
    }

    private void customers() throws IOException {
        int count = customer.docValueCount();
        if (count == 1) {
            int ord = (int) customer.nextOrd();
            customerCounts[ord]++;
            aloneCounts[ord]++;
            return;
        }
        // A message about two customers of one country is one message of that country.
        List<Set<String>> seen = new ArrayList<>();
        OF_CUSTOMER.forEach(_ -> seen.add(new HashSet<>()));
        for (int n = count; n > 0; n--) {
            int ord = (int) customer.nextOrd();
            customerCounts[ord]++;
            String id = customer.lookupOrd(ord).utf8ToString();
            for (int i = 0; i < OF_CUSTOMER.size(); i++) {
                seen.get(i).add(customers.value(OF_CUSTOMER.get(i), id));
            }
        }
        for (int i = 0; i < OF_CUSTOMER.size(); i++) {
            for (String value : seen.get(i)) {
                count(OF_CUSTOMER.get(i), value, 1);
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private void count(String facet, String value, long count) {
        if (!value.isEmpty() && count > 0) {
            counts.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, count, Long::sum);
        }
    }

    private void flush() throws IOException {
        for (int i = 0; i < single.length; i++) {
            SortedDocValues values = single[i];
            for (int ord = 0; values != null && ord < singleCounts[i].length; ord++) {
                if (singleCounts[i][ord] > 0) {
                    count(SINGLE.get(i), values.lookupOrd(ord).utf8ToString(), singleCounts[i][ord]);
                }
            }
            single[i] = null;
        }
        for (int i = 0; i < several.length; i++) {
            SortedSetDocValues values = several[i];
            for (int ord = 0; values != null && ord < severalCounts[i].length; ord++) {
                if (severalCounts[i][ord] > 0) {
                    count(SEVERAL.get(i), values.lookupOrd(ord).utf8ToString(), severalCounts[i][ord]);
                }
            }
            several[i] = null;
        }
        for (int ord = 0; ord < customerCounts.length; ord++) {
            if (customerCounts[ord] > 0) {
                String id = customer.lookupOrd(ord).utf8ToString();
                count(Fields.CUSTOMER, id, customerCounts[ord]);
                for (String facet : OF_CUSTOMER) {
                    count(facet, customers.value(facet, id), aloneCounts[ord]);
                }
            }
        }
        customerCounts = new int[0];
    }
}
