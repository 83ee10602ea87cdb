package org.genjin.daemon.find;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.SavedSearchTable.Saved;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.index.SearchIndex;
import org.genjin.index.SearchQuery;
import org.genjin.index.SearchResult;
import org.genjin.index.SearchResult.FacetCount;

/** Finds messages with what the ledger knows of them, within what the asker may see. Thread-safe. */
public final class Finder {

    private static final String ATTACHMENT = "attachment:";

    private final Ledger ledger;
    private final SearchIndex index;
    private final FollowUpBoard board;
    private final CustomerBook book;
    private final QueryWording wording;
    private final SavedSearches saved;

    /** @param language in which queries are said to have been understood */
    public Finder(Ledger ledger, SearchIndex index, FollowUpBoard board, Language language) {
        this.ledger = ledger;
        this.index = index;
        this.board = board;
        this.book = new CustomerBook(ledger);
        this.wording = new QueryWording(language);
        this.saved = new SavedSearches(ledger);
    }

    /**
     * What is asked for beside the words.
     *
     * @param byConversation only the best hit of each conversation
     */
    public record Wish(int limit, int offset, SearchQuery.Order order, boolean byConversation) {

        public static Wish best(int limit) {
            return new Wish(limit, 0, SearchQuery.Order.BEST, false);
        }
    }

    /**
     * @param understood how the query was read, in words
     * @param hints what of it was not read as an operator, or not looked for as it was asked; in words
     * @param facets by name, most frequent first
     * @param customerNames of the customers that the facets count, by id
     */
    public record Found(
            String understood,
            List<String> hints,
            long total,
            double tookMillis,
            List<Finding> hits,
            Map<String, List<FacetCount>> facets,
            Map<String, String> customerNames) {

        public Found {
            hints = List.copyOf(hints);
            hits = List.copyOf(hits);
        }
    }

    public Found find(String query, Optional<String> viewer, int limit, int offset, Instant now) throws IOException {
        return find(query, viewer, new Wish(limit, offset, SearchQuery.Order.BEST, false), now);
    }

    /** @param viewer the owner whose rights count; empty: the operator's */
    public Found find(String query, Optional<String> viewer, Wish wish, Instant now) throws IOException {
        long begun = System.nanoTime();
        CustomerBook.Pages pages = book.of(viewer);
        CustomersMeant customers = new CustomersMeant(pages, () -> board.dueInBrief(viewer, now), () -> board.turns(viewer, now));
        SavedSearches.Expanded whole = saved.expanded(viewer, query);
        SearchQuery asked = new SearchQuery(
                whole.query(), viewer, board.zone(), wish.limit(), wish.offset(), wish.order(), wish.byConversation());
        SearchResult result = index.search(asked, customers, now);
        List<Finding> findings = findings(result.hits());
        List<String> hints = new ArrayList<>();
        // A name with a dot in it may be the end of an address, which is found as words.
        whole.unknown().stream()
                .filter(it -> result.total() == 0 || it.indexOf('.') < 0)
                .forEach(it -> hints.add(wording.notKept(it, saved.of(viewer).stream().map(Saved::name).toList())));
        result.instead().forEach(it -> hints.add(wording.instead(it)));
        result.hints().forEach(it -> hints.add(wording.hint(it)));
        double millis = Math.round((System.nanoTime() - begun) / 1e4) / 100.0;
        return new Found(
                wording.understood(result.understood()), hints, result.total(), millis, findings, result.facets(),
                customerNames(result.facets(), pages));
    }

    public SavedSearches saved() {
        return saved;
    }

    /** What somebody who has typed so far may go on with, within what {@code viewer} may see. */
    public List<Offer> offers(String typed, Optional<String> viewer) throws IOException {
        return new Offers(book.of(viewer)).with(typed, index.suggest(typed, viewer, Offers.MOST_OF_A_KIND));
    }

    private static Map<String, String> customerNames(Map<String, List<FacetCount>> counted, CustomerBook.Pages pages) {
        Map<String, String> names = new HashMap<>();
        for (FacetCount it : counted.getOrDefault("customer", List.of())) {
            CustomerTable.Row row = pages.byId().get(it.value());
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
            Map<Long, String> problems = problems(tx, hits);
            List<Finding> findings = new ArrayList<>();
            for (SearchResult.Hit hit : hits) {
                MessageRow row = rows.get(hit.row());
                if (row != null) {
                    findings.add(finding(hit, row, names, sightings, candidates, problems.getOrDefault(hit.row(), "")));
                }
            }
            return findings;
        });
    }

    /** Why the attachments that hits are in by their names alone were not read, by message. */
    private static Map<Long, String> problems(Transaction tx, List<SearchResult.Hit> hits) {
        Map<Long, String> files = new HashMap<>();
        hits.stream()
                .filter(it -> it.foundIn().startsWith(ATTACHMENT) && it.foundIn().indexOf('#') < 0)
                .forEach(it -> files.put(it.row(), it.foundIn().substring(ATTACHMENT.length())));
        Map<String, Long> contents = new HashMap<>();
        tx.attachments().of(files.keySet()).forEach((message, attachments) -> attachments.forEach(it -> {
            if (it.contentHash() != null && it.name().equals(files.get(message))) {
                contents.put(it.contentHash(), message);
            }
        }));
        Map<Long, String> problems = new HashMap<>();
        tx.attachments().extractions(contents.keySet()).values().forEach(it -> problems.put(contents.get(it.contentHash()), it.problem()));
        return problems;
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
            Map<Long, List<String>> candidates,
            String problem) {
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
                problem,
                hit.more(),
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
}
