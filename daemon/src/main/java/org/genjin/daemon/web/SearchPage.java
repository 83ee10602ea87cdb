package org.genjin.daemon.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.SavedSearchTable.Saved;
import org.genjin.index.SearchQuery;
import org.genjin.index.SearchResult.FacetCount;

/** Hits with their words marked, and what they can be narrowed to. The address is the whole state. */
final class SearchPage {

    private static final int HITS = 20;
    private static final int VALUES = 8;
    private static final int DEEPEST = 2000;
    private static final List<String> FACETS =
            List.of("customer", "country", "grade", "stage", "channel", "direction", "says", "type", "language", "month");

    private final Desk desk;
    private final Ui ui;
    private final Show show;

    SearchPage(Desk desk, Ui ui, Show show) {
        this.desk = desk;
        this.ui = ui;
        this.show = show;
    }

    /** @param sort {@code newest} or {@code oldest}; anything else is the best first */
    Map<String, Object> model(Optional<String> viewer, String query, int from, String sort, boolean grouped, Instant at)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("active", "search");
        model.put("heading", ui.text("nav.search"));
        model.put("q", query);
        List<Saved> saved = desk.finder().saved().of(viewer);
        model.put("saved", saved.stream()
                .map(it -> new Views.Kept(it.name(), link("@" + it.name(), "", false), it.query()))
                .toList());
        if (query.isBlank()) {
            return model;
        }
        int offset = Math.clamp(from, 0, DEEPEST);
        Finder.Found found = desk.finder().find(query, viewer, new Finder.Wish(HITS, offset, order(sort), grouped), at);
        boolean more = offset + found.hits().size() < found.total() && offset < DEEPEST;
        model.put(
                "count",
                ui.text("search.found", found.total(), String.format(Locale.ROOT, "%.1f", found.tookMillis())));
        model.put("understood", ui.text("search.understood", found.understood()));
        model.put("hints", found.hints());
        model.put("kept", saved.stream().anyMatch(it -> query.strip().equalsIgnoreCase("@" + it.name())) ? query.strip() : "");
        model.put("hits", found.hits().stream().map(this::hit).toList());
        model.put("facets", facets(query, found, sort, grouped));
        model.put("sorts", List.of(
                new Views.Tab(ui.text("search.best"), link(query, "", grouped), 0, order(sort) == SearchQuery.Order.BEST),
                new Views.Tab(ui.text("search.newest"), link(query, "newest", grouped), 0, order(sort) == SearchQuery.Order.NEWEST),
                new Views.Tab(ui.text("search.by-conversation"), link(query, sort, !grouped), 0, grouped)));
        model.put("more", more ? link(query, sort, grouped) + "&from=" + (offset + HITS) : "");
        return model;
    }

    private Views.Hit hit(Finding it) {
        String whose = switch (it.match().state()) {
            case "one" -> it.customerName();
            case "several" -> ui.text("search.several", String.join(", ", it.match().candidates()));
            case "set-aside" -> ui.text("search.set-aside") + " (" + show.reasons().say(it.match().why()) + ")";
            default -> ui.text("search.nobody");
        };
        boolean attachment = it.foundIn().startsWith("attachment:");
        return new Views.Hit(
                it.customer() == null ? "" : "/customers/" + it.customer() + "?before="
                        + URLEncoder.encode(it.sentAt().plusMillis(1).toString(), StandardCharsets.UTF_8),
                show.arrow(it.direction()), show.minute(it.sentAt()), ui.value("channel", it.channel().id()), whose,
                it.from(), it.foundIn().equals("subject") ? "" : it.subject(),
                it.snippet().pieces().stream().map(piece -> new Views.Piece(piece.text(), piece.hit())).toList(),
                attachment
                        ? ui.text("search.in", place(it.foundIn().substring("attachment:".length()))) + problem(it)
                        : it.foundIn().equals("quoted") ? ui.text("search.in-quoted")
                        : it.foundIn().equals("signature") ? ui.text("search.in-signature") : "",
                it.more() == 0 ? "" : ui.text("search.conversation", it.more()));
    }

    /** {@code offer.pdf#page=3} as people say it. */
    private String place(String foundIn) {
        int hash = foundIn.lastIndexOf('#');
        if (hash < 0) {
            return foundIn;
        }
        String place = foundIn.substring(hash + 1);
        int equals = place.indexOf('=');
        String said = switch (place.substring(0, Math.max(0, equals))) {
            case "page" -> ui.text("place.page", place.substring(equals + 1));
            case "slide" -> ui.text("place.slide", place.substring(equals + 1));
            case "row" -> ui.text("place.row", place.substring(equals + 1));
            default -> sheet(place);
        };
        return foundIn.substring(0, hash) + ", " + said;
    }

    private String sheet(String place) {
        int sign = place.lastIndexOf('!');
        return sign < 0
                ? ui.text("place.sheet", place)
                : ui.text("place.cell", place.substring(0, sign), place.substring(sign + 1));
    }

    private String problem(Finding it) {
        return it.problem().isEmpty() ? "" : " (" + show.documents().say(it.problem()) + ")";
    }

    private static SearchQuery.Order order(String sort) {
        return switch (sort) {
            case "newest" -> SearchQuery.Order.NEWEST;
            case "oldest" -> SearchQuery.Order.OLDEST;
            default -> SearchQuery.Order.BEST;
        };
    }

    /** What goes on from what was typed so far. */
    List<Views.OfferView> offers(Optional<String> viewer, String typed) throws IOException {
        if (typed.isBlank()) {
            return List.of();
        }
        return desk.finder().offers(typed, viewer).stream()
                .map(it -> new Views.OfferView(ui.text("offer." + it.kind()), it.text(), it.query(), it.kind().equals("operator") ? "" : link(it.query(), "", false)))
                .toList();
    }

    private List<Views.Facet> facets(String query, Finder.Found found, String sort, boolean grouped) {
        List<Views.Facet> facets = new ArrayList<>();
        for (String name : FACETS) {
            List<FacetCount> counts = found.facets().getOrDefault(name, List.of());
            if (!counts.isEmpty()) {
                facets.add(new Views.Facet(
                        ui.text("facet." + name),
                        counts.stream().limit(VALUES).map(it -> value(query, name, it, found, sort, grouped)).toList()));
            }
        }
        return facets;
    }

    private Views.FacetValue value(String query, String facet, FacetCount it, Finder.Found found, String sort, boolean grouped) {
        String operator = switch (facet) {
            case "direction" -> "dir";
            case "language" -> "lang";
            case "says" -> "type";
            case "month" -> "date";
            default -> facet;
        };
        String title = switch (facet) {
            case "country" -> show.countryName(it.value());
            case "channel", "direction", "stage", "says" -> ui.value(facet, it.value());
            case "language" -> show.languageName(it.value());
            case "customer" -> found.customerNames().getOrDefault(it.value(), it.value());
            default -> it.value();
        };
        return new Views.FacetValue(title, link(query + " " + operator + ":" + it.value(), sort, grouped), it.count());
    }

    private static String link(String query, String sort, boolean grouped) {
        String link = "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return link + (sort.isEmpty() ? "" : "&sort=" + URLEncoder.encode(sort, StandardCharsets.UTF_8)) + (grouped ? "&grouped=yes" : "");
    }
}
