package org.genjin.daemon.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Section;
import org.genjin.daemon.report.Sections;
import org.genjin.daemon.report.WeeklyWriter;
import org.genjin.daemon.words.DayWords;

/** The figures as numbers and charts: an owner's own; everybody's for the operator and for managers, but no names of customers. */
final class ReportPage {

    private static final int LISTED = 12;
    private static final String ALL = "*";

    private final Desk desk;
    private final ReportWords words;
    private final DayWords days;
    private final Sections sections;

    ReportPage(Desk desk) {
        this.desk = desk;
        this.words = new ReportWords(desk.config().language());
        this.days = new DayWords(desk.config().language());
        this.sections = new Sections(words, LISTED);
    }

    /** A figure of last week in large. */
    public record Head(String name, String value, boolean known, String before, String formula) {}

    /** A customer to whom nobody has written. */
    public record Unwritten(String id, String name) {}

    /** @param asked whose figures; what the viewer may not see is not told apart from what is not there */
    Map<String, Object> model(Optional<String> viewer, String asked, Instant at) {
        List<String> seen = viewer.filter(it -> !desk.config().report().managers().contains(it)).map(List::of).orElse(desk.config().owners());
        Map<String, Object> model = new HashMap<>();
        model.put("active", "report");
        model.put("heading", words.text("title"));
        if (seen.isEmpty()) {
            model.put("nothing", words.text("nobody"));
            return model;
        }
        Report report = desk.reports().of(seen, WeeklyWriter.WEEKS, at);
        String usual = seen.size() > 1 ? ALL : seen.getFirst();
        String whose = seen.contains(asked) ? asked : usual;
        Report.Of it = report.owners().stream().filter(of -> of.owner().equals(whose)).findFirst().or(report::all).orElseThrow();
        model.put("tabs", seen.size() > 1 ? tabs(seen, whose) : List.of());
        model.put("asOf", words.text("as-of", days.minute(report.at().atZone(desk.board().zone()))));
        model.put("nothing", it.customers() == 0 ? words.text("nobody") : "");
        model.put("lastTitle", words.text("section.last") + " " + words.week(it.last().monday()));
        model.put("beforeTitle", words.text("column.before"));
        model.put("heads", Sections.WEEKLY.stream().map(figure -> head(figure, it)).toList());
        model.put("charts", Sections.WEEKLY.stream().map(figure -> BarChart.of(figure, it.weeks(), words)).toList());
        model.put("chartsTitle", words.text("section.weeks", Integer.toString(it.weeks().size())));
        List<Section> longer = sections.longer(it);
        model.put("rows", longer.getFirst());
        model.put("sections", longer.subList(1, longer.size()));
        model.put("team", seen.size() > 1 ? List.of(sections.team(report)) : List.of());
        model.put("formulas", sections.formulas());
        boolean own = viewer.isEmpty() || viewer.get().equals(it.owner());
        model.put("unwritten", own ? it.waiting().stream().map(who -> new Unwritten(who.id().toString(), who.name())).toList() : List.of());
        model.put("unwrittenTitle", words.name(Figure.NEVER_CONTACTED) + " \u00b7 " + it.year().of(Figure.NEVER_CONTACTED).cases());
        return model;
    }

    private List<Views.Tab> tabs(List<String> owners, String active) {
        List<Views.Tab> tabs = new ArrayList<>(List.of(new Views.Tab(words.text("all"), "/report", 1, active.equals(ALL))));
        owners.forEach(it -> tabs.add(new Views.Tab(
                it, "/report?owner=" + URLEncoder.encode(it, StandardCharsets.UTF_8), 1, it.equals(active))));
        return tabs;
    }

    private Head head(Figure figure, Report.Of it) {
        String before = it.weeks().size() < 2
                ? ""
                : sections.shortly(figure, it.weeks().get(it.weeks().size() - 2).figures().of(figure));
        Value value = it.last().figures().of(figure);
        return new Head(words.name(figure), words.value(figure, value), value instanceof Value.Known, before, words.formula(figure));
    }
}
