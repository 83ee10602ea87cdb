package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Optional;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Charts that spreadsheet programs draw themselves. They carry their numbers along, as the sheet's cells are written elsewhere. */
final class StatsCharts {

    /** How many rows high each is. */
    static final int ROWS = 16;

    private static final List<PresetColor> COLOURS = List.of(PresetColor.STEEL_BLUE, PresetColor.DARK_ORANGE);

    private final XSSFSheet sheet;
    private final XSSFDrawing drawing;

    StatsCharts(XSSFSheet sheet) {
        this.sheet = sheet;
        this.drawing = sheet.createDrawingPatriarch();
    }

    /** What a chart is drawn with. */
    enum Kind {
        LINES,
        COLUMNS,
        /** Lying, the first on top. */
        BARS
    }

    /** Where it stands: its first row, its first column and the one after its last. */
    record Place(int row, int column, int end) {}

    /** What the numbers are of. */
    record Names(List<String> texts, String range) {}

    /** @param range where the same numbers stand in the sheet; "" if they do not stand one below the other */
    record Series(String title, List<Optional<Double>> numbers, String range) {}

    void add(Place place, String title, Names categories, List<Series> all, Kind kind) {
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, place.column(), place.row(), place.end(), place.row() + ROWS);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        boolean lying = kind == Kind.BARS;
        XDDFCategoryAxis bottom = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis left = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setMinimum(0);
        left.setCrossBetween(AxisCrossBetween.BETWEEN);
        if (kind != Kind.COLUMNS) {
            left.setMaximum(1);
            left.setNumberFormat("0%");
        }
        XDDFChartData data = chart.createData(kind == Kind.LINES ? ChartTypes.LINE : ChartTypes.BAR, bottom, left);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        }
        if (lying) {
            bottom.setOrientation(AxisOrientation.MAX_MIN);
        }
        String[] texts = categories.texts().toArray(String[]::new);
        XDDFCategoryDataSource names = categories.range().isEmpty()
                ? XDDFDataSourcesFactory.fromArray(texts)
                : XDDFDataSourcesFactory.fromArray(texts, place(categories.range()));
        for (int i = 0; i < all.size(); i++) {
            XDDFChartData.Series series = data.addSeries(names, source(all.get(i)));
            series.setTitle(all.get(i).title(), null);
            if (series instanceof XDDFLineChartData.Series line) {
                line.setSmooth(false);
            }
            colour(series, COLOURS.get(i), kind);
        }
        if (data instanceof XDDFLineChartData lines) {
            lines.setGrouping(Grouping.STANDARD); // the schema wants it said
        }
        chart.plot(data);
        if (all.size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    private XDDFNumericalDataSource<Double> source(Series it) {
        Double[] numbers = it.numbers().stream().map(number -> number.orElse(null)).toArray(Double[]::new);
        return it.range().isEmpty()
                ? XDDFDataSourcesFactory.fromArray(numbers)
                : XDDFDataSourcesFactory.fromArray(numbers, place(it.range()));
    }

    private String place(String range) {
        return "'" + sheet.getSheetName() + "'!" + range;
    }

    private static void colour(XDDFChartData.Series series, PresetColor colour, Kind kind) {
        XDDFSolidFillProperties fill = new XDDFSolidFillProperties(XDDFColor.from(colour));
        XDDFShapeProperties shape = new XDDFShapeProperties();
        if (kind == Kind.LINES) {
            XDDFLineProperties line = new XDDFLineProperties(fill);
            line.setWidth(2.0);
            shape.setLineProperties(line);
        } else {
            shape.setFillProperties(fill);
        }
        series.setShapeProperties(shape);
    }
}
