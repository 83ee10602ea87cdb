package org.genjin.daemon.find;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.index.SearchIndex;
import org.genjin.index.SearchQuery;
import org.genjin.index.SearchResult.FacetCount;
import org.genjin.index.SearchResult;

/** Finds messages with what the ledger knows of them, within what the asker may see. Thread-safe. */
public final class Finder {

    private final Ledger ledger;
    private final SearchIndex index;
    private final FollowUpBoard board;

    public Finder(Ledger ledger, SearchIndex index, FollowUpBoard board) {
        this.ledger = ledger;
        this.index = index;
        this.board = board;
    }

    /**
     * @param facets by name, most frequent first
     * @param customerNames of the customers that the facets count, by id
     */
    public record Found(
            String understood,
            String hint,
            long total,
            double tookMillis,
            List<Finding> hits,
            Map<String, List<FacetCount>> facets,
            Map<String, String> customerNames) {}

    /** @param viewer the owner whose rights count; empty: the operator's */
    public Found find(String query, Optional<String> viewer, int limit, int offset, Instant now) throws IOException {
        // Customers are asked for only by the queries and facets that name them.
        CustomersMeant customers = new CustomersMeant(() -> board.customers(viewer, now));
        SearchQuery asked = SearchQuery.of(query, board.zone(), limit);
        SearchQuery paged =
                new SearchQuery(asked.text(), viewer, Optional.empty(), asked.zone(), asked.limit(), offset);
        SearchResult result = index.search(paged, customers, now);
        return new Found(
                result.understood(), result.hint(), result.total(), result.tookMillis(), findings(result.hits()),
                facets(result.facets(), customers), customerNames(result.facets(), customers));
    }

    private static Map<String, String> customerNames(Map<String, List<FacetCount>> counted, CustomersMeant customers) {
        Map<String, String> names = new HashMap<>();
        for (FacetCount it : counted.getOrDefault("customer", List.of())) {
            CustomerRow row = customers.byId().get(it.value());
            if (row != null) {
                names.put(it.value(), row.name());
            }
        }
        return names;
    }

    private List<Finding> findings(List<SearchResult.Hit> hits) {
        List<Long> ids = hits.stream().map(SearchResult.Hit::row).toList();
        return ledger.read(tx -> {
            Map<Long, MessageRow> rows = new HashMap<>();
            tx.messages().find(ids).forEach(row -> rows.put(row.id(), row));
            Map<Long, List<Sighting>> sightings = tx.sightings().of(ids);
            Map<Long, List<String>> candidates = tx.undecided().candidateNames(ids);
            Map<Long, String> names = names(tx, rows);
            List<Finding> findings = new ArrayList<>();
            for (SearchResult.Hit hit : hits) {
                MessageRow row = rows.get(hit.row());
                if (row != null) {
                    findings.add(finding(hit, row, names, sightings, candidates));
                }
            }
            return findings;
        });
    }

    private static Map<Long, String> names(Transaction tx, Map<Long, MessageRow> rows) {
        List<Long> customers = new ArrayList<>();
        rows.values().forEach(row -> {
            CustomerId customer = row.customer();
            if (customer != null) {
                customers.add(customer.number());
            }
        });
        return tx.customers().names(customers);
    }

    private static Finding finding(
            SearchResult.Hit hit,
            MessageRow row,
            Map<Long, String> names,
            Map<Long, List<Sighting>> sightings,
            Map<Long, List<String>> candidates) {
        CustomerId customer = row.customer();
        return new Finding(
                row.id(),
                row.key(),
                row.messageId(),
                customer,
                customer == null ? "" : names.getOrDefault(customer.number(), ""),
                row.channel(),
                row.direction(),
                row.sentAt(),
                row.sender(),
                row.subject(),
                hit.snippet(),
                hit.foundIn(),
                new Finding.MatchNote(
                        row.matchState().id(), row.matchWhy(), candidates.getOrDefault(row.id(), List.of())),
                sightings.getOrDefault(row.id(), List.of()).stream().map(Finder::place).toList());
    }

    private static String place(Sighting it) {
        if (it.locator().startsWith("file ")) {
            return it.mailbox() + "/" + it.locator().substring("file ".length());
        }
        boolean file = it.source().equals("import") || it.mailbox().startsWith(it.source());
        return (file ? "" : it.source() + " ") + it.mailbox() + (it.locator().equals("byte 0") ? "" : " " + it.locator());
    }

    /** Country and grade follow from the customer, so they are counted from the customers' counts. */
    private static Map<String, List<FacetCount>> facets(
            Map<String, List<FacetCount>> counted, CustomersMeant customers) {
        Map<String, List<FacetCount>> facets = new HashMap<>(counted);
        Map<String, Long> countries = new HashMap<>();
        Map<String, Long> grades = new HashMap<>();
        Map<String, CustomerRow> rows = customers.byId();
        for (FacetCount it : counted.getOrDefault("customer", List.of())) {
            CustomerRow row = rows.get(it.value());
            if (row != null) {
                grades.merge(row.grade().name(), it.count(), Long::sum);
                if (row.country() != null) {
                    countries.merge(row.country(), it.count(), Long::sum);
                }
            }
        }
        facets.put("country", sorted(countries));
        facets.put("grade", sorted(grades));
        return facets;
    }

    private static List<FacetCount> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(it -> new FacetCount(it.getKey(), it.getValue()))
                .sorted(java.util.Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .toList();
    }
}
