package org.genjin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.index.SearchResult.FacetCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody looks for who looks for 'the mail where …'. */
class RankingTest extends InAnIndex {

    @BeforeEach
    void fill() throws IOException {
        for (long row = 100; row < 140; row++) {
            index.put(List.of(new Entry(row).body("nothing of that kind in here " + row).made()));
        }
    }

    @Test
    void theRecentComesBeforeTheOld() throws IOException {
        put(new Entry(1).sentAt("2022-01-01T00:00:00Z").body("gasket"), new Entry(2).sentAt("2026-11-20T00:00:00Z").body("gasket"));
        assertThat(rows("gasket")).containsExactly(2L, 1L);
    }

    @Test
    void theSubjectComesBeforeTheBodyAndTheBodyBeforeWhatIsQuoted() throws IOException {
        put(new Entry(1).quoted("gasket"), new Entry(2).body("gasket"), new Entry(3).subject("gasket").body("see above"));
        assertThat(rows("gasket")).containsExactly(3L, 2L, 1L);
        assertThat(search("gasket").hits()).extracting(SearchResult.Hit::foundIn).containsExactly("subject", "body", "quoted");
    }

    @Test
    void wordsNearEachOtherComeFirst() throws IOException {
        put(
                new Entry(1).body("a gasket was ordered " + "and much more was said of it ".repeat(9) + " in red rubber"),
                new Entry(2).body("the gasket in rubber " + "and much more was said of it ".repeat(9)));
        assertThat(rows("gasket rubber")).containsExactly(2L, 1L);
    }

    @Test
    void theCustomersWordsComeBeforeOurs() throws IOException {
        put(new Entry(1).direction("out").body("gasket"), new Entry(2).direction("in").body("gasket"));
        assertThat(rows("gasket")).containsExactly(2L, 1L);
    }

    @Test
    void byDateOnRequestAndOnceAConversation() throws IOException {
        put(
                new Entry(1).sentAt("2026-11-01T00:00:00Z").subject("gasket").conversation("a"),
                new Entry(2).sentAt("2026-11-03T00:00:00Z").body("gasket").conversation("a"),
                new Entry(3).sentAt("2026-11-02T00:00:00Z").body("gasket"));
        SearchQuery query = SearchQuery.of("gasket", ZoneOffset.UTC, 10);
        assertThat(search(query.in(SearchQuery.Order.NEWEST)).hits()).extracting(SearchResult.Hit::row).containsExactly(2L, 3L, 1L);
        assertThat(search(query.in(SearchQuery.Order.OLDEST)).hits()).extracting(SearchResult.Hit::row).containsExactly(1L, 3L, 2L);
        SearchResult grouped = search(query.byConversation(true));
        assertThat(grouped.hits()).extracting(SearchResult.Hit::row).containsExactly(1L, 3L);
        assertThat(grouped.hits().getFirst().more()).isEqualTo(1);
        assertThat(grouped.total()).isEqualTo(3);
    }

    @Test
    void countsAreOfAllThatMatchesAndOfMessages() throws IOException {
        put(
                new Entry(1).body("gasket").customers("C0001").sentAt("2026-10-01T00:00:00Z"),
                new Entry(2).body("gasket").customers("C0001", "C0002"),
                new Entry(3).body("gasket").customers("C0003").language("de").said(Set.of("sample"), List.of()));
        CustomerTerms terms = new CustomerTerms() {
            @Override
            public Optional<Set<String>> ids(String operator, String value) {
                return Optional.empty();
            }

            @Override
            public String value(String facet, String customer) {
                return facet.equals("country") ? customer.equals("C0003") ? "DE" : "CO" : "";
            }
        };
        Map<String, List<FacetCount>> facets = index.search(SearchQuery.of("gasket", ZoneOffset.UTC, 1), terms, NOW).facets();
        assertThat(facets.get("customer")).containsExactly(
                new FacetCount("C0001", 2), new FacetCount("C0002", 1), new FacetCount("C0003", 1));
        assertThat(facets.get("country")).containsExactly(new FacetCount("CO", 2), new FacetCount("DE", 1));
        assertThat(facets.get("language")).containsExactly(new FacetCount("en", 2), new FacetCount("de", 1));
        assertThat(facets.get("month")).containsExactly(new FacetCount("2026-11", 2), new FacetCount("2026-10", 1));
        assertThat(facets.get("year")).containsExactly(new FacetCount("2026", 3));
        assertThat(facets.get("says")).containsExactly(new FacetCount("sample", 1));
    }

    @Test
    void whatIsSuggestedStandsInWhatTheViewerMaySee() throws IOException {
        put(
                new Entry(1).subject("Re: Gasket offer").said(Set.of(), List.of("GX-100/A")),
                new Entry(2).subject("Gasket secret").visibleTo("wang@factory.example").said(Set.of(), List.of("GX-200")));
        Optional<String> li = Optional.of("li@factory.example");
        assertThat(index.suggest("gask", li, 5)).containsExactly(new Suggestion(Suggestion.Kind.SUBJECT, "Gasket offer"));
        assertThat(index.suggest("gx1", li, 5)).containsExactly(new Suggestion(Suggestion.Kind.CODE, "GX-100/A"));
        assertThat(index.suggest("GX-", li, 5)).extracting(Suggestion::text).contains("GX-100/A").doesNotContain("GX-200");
        assertThat(index.suggest("last week", li, 5)).contains(new Suggestion(Suggestion.Kind.DATE, "last week"));
        assertThat(index.suggest("附", li, 5)).contains(new Suggestion(Suggestion.Kind.OPERATOR, "附件:"));
        assertThat(search(SearchQuery.of("secrt", ZoneOffset.UTC, 5).as(li)).instead()).isEmpty();
        assertThat(search(SearchQuery.of("secrt", ZoneOffset.UTC, 5)).instead()).isNotEmpty();
    }

    private void put(Entry... entries) throws IOException {
        for (Entry it : entries) {
            index.put(List.of(it.made()));
        }
        index.refresh();
    }

    private List<Long> rows(String text) throws IOException {
        return search(text).hits().stream().map(SearchResult.Hit::row).toList();
    }
}
