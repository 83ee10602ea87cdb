package org.genjin.daemon.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;

/**
 * A figure over some weeks as bars, measured in the units of a drawing {@link #WIDTH} wide and {@link #HEIGHT} high: a template
 * makes SVG of it, a bar a week with its number above. Immutable.
 *
 * @param spoken all in words, for whoever hears the page
 */
public record BarChart(String title, String spoken, List<Bar> bars) {

    public static final int WIDTH = 360;
    public static final int HEIGHT = 132;

    private static final int TOP = 22;
    private static final int FOOT = 18;
    private static final double GAP = 0.25;
    private static final int HUNDRED = 100;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * @param x its left side
     * @param middle where its words stand
     * @param label the number in short; a dash where there is none
     * @param week written below; "" where there is no room
     */
    public record Bar(String x, String y, String width, String height, String middle, String label, String week, boolean known) {
        public String labelY() {
            return known ? Double.toString(Double.parseDouble(y) - 4) : Integer.toString(HEIGHT - FOOT - 4);
        }
    }

    static BarChart of(Figure figure, List<Report.Week> weeks, ReportWords words) {
        double most = figure.unit() == Figure.Unit.SHARE
                ? 1
                : weeks.stream().mapToDouble(it -> number(it.figures().of(figure))).max().orElse(0);
        double step = (double) WIDTH / weeks.size();
        int every = Math.max(1, weeks.size() / 4);
        List<Bar> bars = new ArrayList<>();
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            Value value = weeks.get(i).figures().of(figure);
            LocalDate monday = weeks.get(i).monday();
            boolean known = value instanceof Value.Known;
            double height = most == 0 ? 0 : number(value) / most * (HEIGHT - TOP - FOOT);
            boolean told = (weeks.size() - 1 - i) % every == 0;
            bars.add(new Bar(
                    round(i * step + step * GAP / 2), round(HEIGHT - FOOT - height), round(step * (1 - GAP)), round(height),
                    round(i * step + step / 2), known ? words.bare(figure.unit() == Figure.Unit.SHARE ? number(value) * HUNDRED : number(value)) : "\u2014", told ? words.day(monday) : "",
                    known));
            spoken.add(words.day(monday) + ": " + words.value(figure, value));
        }
        String unit = words.unit(figure);
        return new BarChart(words.name(figure) + (unit.isEmpty() ? "" : " (" + unit + ")"), String.join("; ", spoken), bars);
    }

    private static double number(Value value) {
        return value instanceof Value.Known(double number, int _) ? number : 0;
    }

    private static String round(double length) {
        return Double.toString(Math.round(length * 10) / 10.0);
    }
}
