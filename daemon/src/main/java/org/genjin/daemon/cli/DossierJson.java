package org.genjin.daemon.cli;

import java.util.List;
import org.genjin.daemon.ledger.Dossier;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.words.WhyWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Why what is known of a customer is what it is, as JSON. */
final class DossierJson {

    private DossierJson() {}

    static void add(ObjectNode json, Dossier dossier, WhyWords words) {
        ArrayNode why = json.putArray("why");
        dossier.values().forEach(it -> {
            ObjectNode value = why.addObject()
                    .put("field", it.field())
                    .put("value", it.value().isEmpty() ? null : it.value())
                    .put("by", it.person() == null ? "daemon" : it.person())
                    .put("setAt", Json.text(it.setAt()))
                    .put("why", it.person() == null ? words.why(it.field(), it.why()) : null);
            value.set("source", source(it.source()));
        });
        ArrayNode known = json.putArray("knownBy");
        dossier.known().forEach(it -> {
            ObjectNode node = known.addObject()
                    .put("kind", it.identity().kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("value", it.identity().knownAs())
                    .put("person", it.identity().person().isEmpty() ? null : it.identity().person())
                    .put("title", it.identity().title().isEmpty() ? null : it.identity().title())
                    .put("firstSeen", Json.text(it.identity().firstSeen()))
                    .put("lastSeen", Json.text(it.identity().lastSeen()))
                    .put("by", it.identity().by().name().toLowerCase(java.util.Locale.ROOT));
            node.set("source", source(it.source()));
        });
        ArrayNode facts = json.putArray("facts");
        dossier.facts().forEach(it -> {
            ObjectNode node = SaidJson.fact(it.fact());
            node.put("foundIn", it.foundIn().isEmpty() ? null : it.foundIn()).put("key", it.key())
                    .put("sentAt", Json.text(it.at())).put("direction", it.direction().id());
            facts.add(node);
        });
        ArrayNode promises = json.putArray("promises");
        dossier.promises().forEach(it -> promises.add(SaidJson.promise(it.promise()).put("key", it.key())
                .put("sentAt", Json.text(it.at())).put("direction", it.direction().id())));
        OwnJson.add(json, dossier.own());
        ArrayNode deals = json.putArray("deals");
        dossier.deals().forEach(it -> deals.addObject()
                .put("name", it.name()).put("stage", it.stage().id()).put("amount", it.amount()).put("currency", it.currency().isEmpty() ? null : it.currency())
                .put("date", it.day() == null ? null : it.day().toString()).put("close", it.close() == null ? null : it.close().toString())
                .put("words", it.words().isEmpty() ? null : it.words()));
        ArrayNode decisions = json.putArray("decisions");
        dossier.decisions().forEach(it -> decisions.addObject()
                .put("number", it.id()).put("at", Json.text(it.at())).put("by", it.by()).put("kind", it.kind().id())
                .put("words", it.words()).put("undoneAt", Json.text(it.undoneAt())));
    }

    /** What the columns of their line of trade hold, by the columns' ids. */
    static void add(ObjectNode json, List<IndustryBoard.Cell> cells) {
        ObjectNode industry = json.putObject("industry");
        cells.forEach(it -> {
            ObjectNode cell = industry.putObject(it.column().id())
                    .put("value", it.value().isEmpty() ? null : it.value())
                    .put("by", it.byHand() ? "person" : "daemon");
            ArrayNode said = cell.putArray("said");
            it.said().forEach(one -> said.addObject()
                    .put("value", one.value().value()).put("quote", one.value().said())
                    .put("foundIn", one.value().foundIn().isEmpty() ? null : one.value().foundIn()).put("key", one.key())
                    .put("sentAt", Json.text(one.at())).put("direction", one.direction().id()));
        });
    }

    private static @Nullable ObjectNode source(Dossier.@Nullable Source it) {
        return it == null
                ? null
                : Json.object().put("key", it.key()).put("sentAt", Json.text(it.at())).put("direction", it.direction().id())
                        .put("quote", it.quote());
    }
}
