package org.genjin.daemon.report;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.report.Report.Figures;
import org.genjin.daemon.report.Report.Group;
import org.genjin.daemon.report.Section.Line;

/** Puts a report into tables of words. Immutable. */
public final class Sections {

    /** What is told of a week. */
    public static final List<Figure> WEEKLY = List.of(
            Figure.RESPONSE_RATE, Figure.REPLY_MEDIAN, Figure.REPLY_SLOW, Figure.ON_TIME, Figure.INQUIRIES, Figure.ORDERS);
    /** What is told of a week where many stand in a table. */
    public static final List<Figure> IN_A_ROW =
            List.of(Figure.RESPONSE_RATE, Figure.REPLY_MEDIAN, Figure.ON_TIME, Figure.INQUIRIES, Figure.ORDERS);
    /** The way from an inquiry to an order. */
    public static final List<Figure> STEPS =
            List.of(Figure.INQUIRIES, Figure.QUOTED, Figure.SAMPLED, Figure.INVOICED, Figure.WON, Figure.CYCLE);
    /** What is told of a group of customers. */
    public static final List<Figure> OF_GROUPS =
            List.of(Figure.INQUIRIES, Figure.ORDERS, Figure.WON, Figure.REPLY_MEDIAN, Figure.CYCLE);

    private static final String NONE = "\u2014";

    private final ReportWords words;
    private final int most;

    /** @param most so many countries and sources are listed */
    public Sections(ReportWords words, int most) {
        this.words = words;
        this.most = most;
    }

    /** All of one owner. */
    public List<Section> of(Report.Of it) {
        List<Section> sections = new ArrayList<>(List.of(last(it)));
        sections.addAll(longer(it));
        if (!it.waiting().isEmpty()) {
            sections.add(waiting(it));
        }
        return sections;
    }

    /** What is told of a longer time: week by week, step by step, group by group. */
    public List<Section> longer(Report.Of it) {
        return List.of(
                weeks(it), steps(it.year()), groups("countries", "country", it.countries()),
                groups("origins", "origin", it.origins()), groups("grades", "grade", it.grades()));
    }

    private Section last(Report.Of it) {
        Figures last = it.last().figures();
        List<Line> lines = new ArrayList<>();
        for (Figure figure : WEEKLY) {
            Value value = last.of(figure);
            String before = it.weeks().size() < 2 ? "" : shortly(figure, it.weeks().get(it.weeks().size() - 2).figures().of(figure));
            lines.add(new Line(
                    List.of(words.name(figure), words.value(figure, value), before, madeOf(figure, value)), bar(figure, value)));
        }
        return new Section(
                words.text("section.last") + " " + words.week(it.last().monday()),
                List.of(words.text("column.figure"), words.text("column.last"), words.text("column.before"), words.text("column.made-of")),
                lines, "");
    }

    /** Where it is too few, that stands there already. */
    private String madeOf(Figure figure, Value value) {
        return value instanceof Value.Known ? words.madeOf(figure, value) : "";
    }

    private Section weeks(Report.Of it) {
        List<Line> lines = new ArrayList<>();
        it.weeks().forEach(week -> lines.add(row(words.day(week.monday()), week.figures(), IN_A_ROW)));
        lines.add(row(words.text("running"), it.running().figures(), IN_A_ROW));
        boolean few = lines.stream().flatMap(line -> line.cells().stream()).anyMatch(cell -> cell.startsWith(NONE));
        return new Section(
                words.text("section.weeks", Integer.toString(it.weeks().size())), head(words.text("column.week"), IN_A_ROW), lines,
                few ? words.text("too-few") : "");
    }

    private Section steps(Figures year) {
        List<Line> lines = new ArrayList<>();
        for (Figure figure : STEPS) {
            Value value = year.of(figure);
            double bar = figure == Figure.INQUIRIES ? (value.cases() == 0 ? 0 : 1) : bar(figure, value);
            lines.add(new Line(List.of(words.name(figure), words.value(figure, value)), bar));
        }
        return new Section(words.text("section.steps"), List.of(), lines, "");
    }

    private Section groups(String section, String column, List<Group> groups) {
        List<String> head = head(words.text("column." + column), OF_GROUPS);
        head.add(1, words.text("column.customers"));
        List<Line> lines = groups.stream().limit(most).map(it -> {
            List<String> cells = new ArrayList<>(List.of(words.by(it.by()), Integer.toString(it.customers())));
            OF_GROUPS.forEach(figure -> cells.add(shortly(figure, it.year().of(figure))));
            return new Line(cells, -1);
        }).toList();
        String more = groups.size() > most ? words.text("more", Integer.toString(groups.size() - most)) : "";
        return new Section(words.text("section." + section), head, lines, more);
    }

    /** Each owner's last week, for whoever answers for all. */
    public Section team(Report report) {
        List<Line> lines = new ArrayList<>();
        report.owners().forEach(it -> lines.add(row(it.owner(), it.last().figures(), IN_A_ROW)));
        report.all().ifPresent(it -> lines.add(row(words.text("all"), it.last().figures(), IN_A_ROW)));
        String week = report.owners().isEmpty() ? "" : " " + words.week(report.owners().getFirst().last().monday());
        return new Section(words.text("section.team") + week, head(words.text("column.owner"), IN_A_ROW), lines, "");
    }

    private Section waiting(Report.Of it) {
        List<Line> lines = it.waiting().stream().map(who -> new Line(List.of(who.id() + "  " + who.name()), -1)).toList();
        int all = it.year().of(Figure.NEVER_CONTACTED).cases();
        String more = all > lines.size() ? words.text("more", Integer.toString(all - lines.size())) : "";
        return new Section(words.text("section.waiting") + " \u00b7 " + all, List.of(), lines, more);
    }

    /** How all is worked out. */
    public Section formulas() {
        List<Line> lines = new ArrayList<>();
        for (Figure it : Figure.values()) {
            lines.add(new Line(List.of(words.name(it), words.formula(it)), -1));
        }
        return new Section(words.text("section.formulas"), List.of(), lines, "");
    }

    private List<String> head(String first, List<Figure> figures) {
        List<String> head = new ArrayList<>(List.of(first));
        figures.forEach(it -> head.add(words.name(it)));
        return head;
    }

    private Line row(String first, Figures figures, List<Figure> which) {
        List<String> cells = new ArrayList<>(List.of(first));
        which.forEach(it -> cells.add(shortly(it, figures.of(it))));
        Value rate = figures.of(Figure.RESPONSE_RATE);
        return new Line(cells, bar(Figure.RESPONSE_RATE, rate));
    }

    /** Without the words that there is not enough: in a table of many cells there is no room for them. */
    public String shortly(Figure figure, Value value) {
        return value instanceof Value.Known ? words.value(figure, value) : NONE + " (" + value.cases() + ")";
    }

    private static double bar(Figure figure, Value value) {
        return figure.unit() == Figure.Unit.SHARE && value instanceof Value.Known(double number, int _) ? number : -1;
    }
}
