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
import org.genjin.index.SearchResult.FacetCount;

/** Hits with their words marked, and what they can be narrowed to. The address is the whole state. */
final class SearchPage {

    private static final int HITS = 20;
    private static final int VALUES = 8;
    private static final int DEEPEST = 2000;

    private final Desk desk;
    private final Ui ui;
    private final Show show;

    SearchPage(Desk desk, Ui ui, Show show) {
        this.desk = desk;
        this.ui = ui;
        this.show = show;
    }

    Map<String, Object> model(Optional<String> viewer, String query, int from, Instant at) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("active", "search");
        model.put("heading", ui.text("nav.search"));
        model.put("q", query);
        if (query.isBlank()) {
            return model;
        }
        int offset = Math.clamp(from, 0, DEEPEST);
        Finder.Found found = desk.finder().find(query, viewer, HITS, offset, at);
        boolean more = offset + found.hits().size() < found.total() && offset < DEEPEST;
        model.put(
                "count",
                ui.text("search.found", found.total(), String.format(Locale.ROOT, "%.1f", found.tookMillis())));
        model.put("understood", ui.text("search.understood", found.understood()));
        model.put("hints", found.hints());
        model.put("hits", found.hits().stream().map(this::hit).toList());
        model.put("facets", facets(query, found));
        model.put("more", more ? link(query) + "&from=" + (offset + HITS) : "");
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
                attachment ? ui.text("search.in", it.foundIn().substring("attachment:".length())) : "");
    }

    private List<Views.Facet> facets(String query, Finder.Found found) {
        List<Views.Facet> facets = new ArrayList<>();
        for (String name : List.of("customer", "year", "channel", "direction", "country", "grade", "type")) {
            List<FacetCount> counts = found.facets().getOrDefault(name, List.of());
            if (!counts.isEmpty()) {
                facets.add(new Views.Facet(
                        ui.text("facet." + name),
                        counts.stream().limit(VALUES).map(it -> value(query, name, it, found)).toList()));
            }
        }
        return facets;
    }

    private Views.FacetValue value(String query, String facet, FacetCount it, Finder.Found found) {
        String operator = facet.equals("direction") ? "dir" : facet;
        String title = switch (facet) {
            case "country" -> show.countryName(it.value());
            case "channel", "direction" -> ui.value(facet, it.value());
            case "customer" -> found.customerNames().getOrDefault(it.value(), it.value());
            default -> it.value();
        };
        return new Views.FacetValue(title, link(query + " " + operator + ":" + it.value()), it.count());
    }

    private static String link(String query) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
