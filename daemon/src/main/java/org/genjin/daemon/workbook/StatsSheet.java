package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Sections;
import org.genjin.daemon.words.Text;

/** The figures of page and weekly mail as values, how each is worked out beside, and charts of them. */
final class StatsSheet {

    private static final int[] WIDTHS = {30, 16, 16, 16, 16, 16, 16, 30};
    private static final int LONGEST_TITLE = 44;
    private static final int LONGEST_VALUE = 24;
    /** From here to the last column is said how a figure is worked out. */
    private static final int FORMULA = 4;
    private static final List<Figure> WEEKLY = Sections.WEEKLY;

    private final SheetWords words;
    private final ReportWords figures;
    private final Cells cells;
    private final List<Integer> headers = new ArrayList<>();

    StatsSheet(SheetWords words, ReportWords figures, Cells cells) {
        this.words = words;
        this.figures = figures;
        this.cells = cells;
    }

    /** @param drawn the same sheet, where charts are put */
    void write(Sheet sheet, XSSFSheet drawn, Report.Of it) {
        cells.text(sheet.createRow(0), 0, figures.text("section.last") + " " + figures.week(it.last().monday()), Look.TITLE);
        int line = last(sheet, 1, it);
        int weeks = line + 1;
        line = weeks(sheet, weeks, it);
        line = steps(sheet, line + 1, it.year());
        line = groups(sheet, line + 1, "country", figures.text("section.countries"), it.countries());
        line = groups(sheet, line + 1, "origin", figures.text("section.origins"), it.origins());
        line = groups(sheet, line + 1, "grade", figures.text("section.grades"), it.grades());
        charts(drawn, line + 1, weeks + 2, it);
        Widths widths = Widths.of(sheet, WIDTHS).values(0, LONGEST_TITLE);
        IntStream.range(1, WIDTHS.length - 1).forEach(column -> widths.values(column, LONGEST_VALUE));
        headers.forEach(widths::header);
        widths.give();
        Frame.print(sheet, true, words.text("footer", words.text("sheet.stats")));
    }

    private int last(Sheet sheet, int from, Report.Of it) {
        int line = from;
        heads(sheet.createRow(line++), List.of(
                figures.text("column.figure"), figures.text("column.last"), figures.text("column.before"), figures.text("column.made-of")));
        Report.Figures before = it.weeks().size() < 2 ? it.last().figures() : it.weeks().get(it.weeks().size() - 2).figures();
        for (Figure figure : WEEKLY) {
            Row row = sheet.createRow(line++);
            Value value = it.last().figures().of(figure);
            cells.text(row, 0, titled(figure), Look.PLAIN);
            number(row, 1, figure, value);
            number(row, 2, figure, before.of(figure));
            cells.text(row, 3, figures.madeOf(figure, value), Look.SOFT);
            formula(row, figure);
        }
        Row row = sheet.createRow(line++);
        cells.text(row, 0, figures.name(Figure.NEVER_CONTACTED), Look.PLAIN);
        number(row, 1, Figure.NEVER_CONTACTED, it.year().of(Figure.NEVER_CONTACTED));
        formula(row, Figure.NEVER_CONTACTED);
        return line;
    }

    private void formula(Row row, Figure figure) {
        String formula = figures.formula(figure);
        cells.text(row, FORMULA, formula, Look.WRAPPED);
        row.getSheet().addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), FORMULA, WIDTHS.length - 1));
        Frame.height(row, Text.columns(formula), Arrays.stream(WIDTHS, FORMULA, WIDTHS.length).sum() - 6);
    }

    private int weeks(Sheet sheet, int from, Report.Of it) {
        int line = from;
        cells.text(sheet.createRow(line++), 0, figures.text("section.weeks", Integer.toString(it.weeks().size())), Look.BOLD);
        List<String> head = new ArrayList<>(List.of(figures.text("column.week")));
        WEEKLY.forEach(figure -> head.add(titled(figure)));
        heads(sheet.createRow(line++), head);
        for (Report.Week week : it.weeks()) {
            week(sheet.createRow(line++), figures.week(week.monday()), week.figures());
        }
        week(sheet.createRow(line++), figures.text("running"), it.running().figures());
        return line;
    }

    private void week(Row row, String title, Report.Figures week) {
        cells.text(row, 0, title, Look.PLAIN);
        int column = 1;
        for (Figure figure : WEEKLY) {
            number(row, column++, figure, week.of(figure));
        }
    }

    private int steps(Sheet sheet, int from, Report.Figures year) {
        int line = from;
        cells.text(sheet.createRow(line++), 0, figures.text("section.steps"), Look.BOLD);
        for (Figure figure : Sections.STEPS) {
            Row row = sheet.createRow(line++);
            cells.text(row, 0, titled(figure), Look.PLAIN);
            number(row, 1, figure, year.of(figure));
            cells.text(row, 2, figures.madeOf(figure, year.of(figure)), Look.SOFT);
            formula(row, figure);
        }
        return line;
    }

    private int groups(Sheet sheet, int from, String column, String title, List<Report.Group> groups) {
        int line = from;
        cells.text(sheet.createRow(line++), 0, title, Look.BOLD);
        List<String> head = new ArrayList<>(List.of(figures.text("column." + column), figures.text("column.customers")));
        Sections.OF_GROUPS.forEach(figure -> head.add(titled(figure)));
        heads(sheet.createRow(line++), head);
        for (Report.Group it : groups) {
            Row row = sheet.createRow(line++);
            cells.text(row, 0, figures.by(it.by()), Look.PLAIN);
            cells.number(row, 1, it.customers());
            int at = 2;
            for (Figure figure : Sections.OF_GROUPS) {
                number(row, at++, figure, it.year().of(figure));
            }
        }
        return line;
    }

    private void heads(Row row, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            cells.text(row, i, titles.get(i), Look.HEAD);
        }
        headers.add(row.getRowNum());
    }

    /** With its unit, as cells hold bare numbers. */
    private String titled(Figure figure) {
        boolean bare = figure.unit() == Figure.Unit.WORKING_TIME || figure.unit() == Figure.Unit.DAYS;
        return figures.name(figure) + (bare ? " (" + figures.unit(figure) + ")" : "");
    }

    private void number(Row row, int column, Figure figure, Value value) {
        switch (value) {
            case Value.TooFew _ -> cells.text(row, column, figures.value(figure, value), Look.SOFT);
            case Value.Known(double number, int _) -> {
                Look look = switch (figure.unit()) {
                    case SHARE -> Look.SHARE;
                    case WORKING_TIME -> Look.HOURS;
                    case DAYS, COUNT -> Look.WHOLE;
                };
                cells.number(row, column, number, look);
            }
        }
    }

    /** Below the tables, two beside each other. */
    private void charts(XSSFSheet sheet, int from, int firstWeek, Report.Of it) {
        StatsCharts charts = new StatsCharts(sheet);
        StatsCharts.Names weeks = new StatsCharts.Names(
                it.weeks().stream().map(week -> figures.week(week.monday())).toList(), range("A", firstWeek, it));
        int second = from + StatsCharts.ROWS + 1;
        charts.add(new StatsCharts.Place(from, 0, 3), figures.name(Figure.RESPONSE_RATE) + " \u00b7 " + figures.name(Figure.ON_TIME), weeks,
                List.of(series(it, firstWeek, Figure.RESPONSE_RATE), series(it, firstWeek, Figure.ON_TIME)), StatsCharts.Kind.LINES);
        charts.add(new StatsCharts.Place(from, 3, 7), titled(Figure.REPLY_MEDIAN), weeks,
                List.of(series(it, firstWeek, Figure.REPLY_MEDIAN)), StatsCharts.Kind.COLUMNS);
        charts.add(new StatsCharts.Place(second, 0, 3), figures.name(Figure.INQUIRIES) + " \u00b7 " + figures.name(Figure.ORDERS), weeks,
                List.of(series(it, firstWeek, Figure.INQUIRIES), series(it, firstWeek, Figure.ORDERS)), StatsCharts.Kind.COLUMNS);
        List<Figure> steps = List.of(Figure.QUOTED, Figure.SAMPLED, Figure.INVOICED, Figure.WON);
        charts.add(new StatsCharts.Place(second, 3, 7), figures.text("section.steps"), new StatsCharts.Names(steps.stream().map(figures::name).toList(), ""),
                List.of(new StatsCharts.Series(
                        figures.text("section.steps"), steps.stream().map(step -> known(it.year().of(step))).toList(), "")),
                StatsCharts.Kind.BARS);
    }

    private StatsCharts.Series series(Report.Of it, int firstWeek, Figure figure) {
        String column = CellReference.convertNumToColString(1 + WEEKLY.indexOf(figure));
        return new StatsCharts.Series(
                figures.name(figure), it.weeks().stream().map(week -> known(week.figures().of(figure))).toList(),
                range(column, firstWeek, it));
    }

    private static String range(String column, int firstWeek, Report.Of it) {
        return "$" + column + "$" + (firstWeek + 1) + ":$" + column + "$" + (firstWeek + it.weeks().size());
    }

    private static Optional<Double> known(Value value) {
        return value instanceof Value.Known(double number, int _) ? Optional.of(number) : Optional.empty();
    }
}
