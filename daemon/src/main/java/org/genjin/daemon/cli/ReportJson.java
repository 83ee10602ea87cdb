package org.genjin.daemon.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.Report.By;
import org.genjin.daemon.report.Report.Figures;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Sections;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON: names and shapes are a contract with other programs. */
final class ReportJson {

    private final ReportWords words;

    ReportJson(ReportWords words) {
        this.words = words;
    }

    ObjectNode document(Report report) {
        ObjectNode json = Json.object().put("at", report.at().toString());
        ArrayNode owners = json.putArray("owners");
        report.owners().forEach(it -> owners.add(of(it)));
        json.set("all", report.all().map(this::of).orElse(null));
        ArrayNode definitions = json.putArray("definitions");
        for (Figure it : Figure.values()) {
            definitions.addObject().put("id", it.id()).put("name", words.name(it)).put("formula", words.formula(it))
                    .put("unit", it.unit().id()).put("of", it.of().id());
        }
        return json;
    }

    private ObjectNode of(Report.Of it) {
        ObjectNode json = Json.object().put("owner", it.owner().isEmpty() ? null : it.owner()).put("customers", it.customers());
        ArrayNode weeks = json.putArray("weeks");
        it.weeks().forEach(week -> weeks.add(week(week)));
        json.set("running", week(it.running()));
        json.set("year", figures(it.year(), List.of(Figure.values())));
        json.set("countries", groups(it.countries()));
        json.set("sources", groups(it.origins()));
        json.set("grades", groups(it.grades()));
        ArrayNode waiting = json.putArray("neverContacted");
        it.waiting().forEach(who -> waiting.addObject().put("id", who.id().toString()).put("name", who.name()));
        return json;
    }

    private ObjectNode week(Report.Week it) {
        LocalDate monday = it.monday();
        ObjectNode json = Json.object().put("from", monday.toString()).put("to", monday.plusDays(6).toString());
        json.set("figures", figures(it.figures(), Sections.WEEKLY));
        return json;
    }

    private ObjectNode figures(Figures figures, Collection<Figure> which) {
        ObjectNode json = Json.object();
        for (Figure it : which) {
            Value value = figures.of(it);
            ObjectNode one = json.putObject(it.id());
            switch (value) {
                case Value.Known(double number, int _) -> one.put("value", Math.round(number * 10_000) / 10_000.0);
                case Value.TooFew _ -> one.putNull("value");
            }
            one.put("cases", value.cases()).put("text", words.value(it, value));
        }
        return json;
    }

    private ArrayNode groups(List<Report.Group> groups) {
        ArrayNode json = Json.object().putArray("groups");
        for (Report.Group it : groups) {
            String key = it.by() instanceof By.Country(String code) ? code : words.by(it.by());
            json.addObject().put("key", key).put("name", words.by(it.by())).put("customers", it.customers())
                    .set("figures", figures(it.year(), Sections.OF_GROUPS));
        }
        return json;
    }
}
