package org.genjin.daemon.customerlist.file;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customerlist.file.Sheet.Merge;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Tables as web pages, which many systems hand out under the name .xls, and the XML that Excel 2003 could write. */
final class HtmlReader {

    private HtmlReader() {}

    static List<Sheet> read(String text, String name) throws ListRefused {
        List<Sheet> sheets = new ArrayList<>();
        for (Element table : Jsoup.parse(text).select("table:not(:has(table))")) {
            List<Row> rows = new ArrayList<>();
            List<Merge> merges = new ArrayList<>();
            int number = 0;
            for (Element tr : table.select("tr")) {
                number++;
                List<Cell> cells = new ArrayList<>();
                for (Element td : tr.select("> td, > th")) {
                    while (covered(merges, number, cells.size())) {
                        cells.add(Cell.EMPTY);
                    }
                    int wide = span(td, "colspan");
                    int high = span(td, "rowspan");
                    if (wide > 1 || high > 1) {
                        merges.add(new Merge(number, number + high - 1, cells.size(), cells.size() + wide - 1));
                    }
                    td.select("br").append("\n");
                    cells.add(Cell.of(td.wholeText().replace('\u00a0', ' ').strip()));
                    for (int i = 1; i < wide && cells.size() < ListReader.MOST_COLUMNS; i++) {
                        cells.add(Cell.EMPTY);
                    }
                }
                add(rows, number, cells, name);
            }
            sheets.add(new Sheet(sheets.isEmpty() ? CsvReader.plainName(name) : "" + (sheets.size() + 1), false, rows, merges));
        }
        return sheets;
    }

    static List<Sheet> readSpreadsheetXml(String text, String name) throws ListRefused {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        List<Sheet> sheets = new ArrayList<>();
        for (Element sheet : document.getElementsByTag("Worksheet")) {
            List<Row> rows = new ArrayList<>();
            int number = 0;
            for (Element row : sheet.getElementsByTag("Row")) {
                number = index(row, number + 1);
                List<Cell> cells = new ArrayList<>();
                for (Element cell : row.getElementsByTag("Cell")) {
                    int column = index(cell, cells.size() + 1) - 1;
                    while (cells.size() < Math.min(column, ListReader.MOST_COLUMNS)) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.add(cell(cell));
                }
                add(rows, number, cells, name);
            }
            sheets.add(new Sheet(sheet.attr("ss:Name"), false, rows, List.of()));
        }
        return sheets;
    }

    private static Cell cell(Element cell) {
        Element data = cell.getElementsByTag("Data").first();
        if (data == null) {
            return Cell.EMPTY;
        }
        String text = data.wholeText();
        return switch (data.attr("ss:Type")) {
            case "Number" -> {
                var number = XlsxSheet.number(text);
                yield number == null ? Cell.of(text) : new Cell(XlsxSheet.plain(number), number, null, "", "", "");
            }
            case "DateTime" -> Cell.of(text.length() > 10 ? text.substring(0, 10) : text);
            default -> Cell.of(text);
        };
    }

    private static void add(List<Row> rows, int number, List<Cell> cells, String name) throws ListRefused {
        Row row = new Row(number, false, cells);
        if (!row.isEmpty()) {
            rows.add(row);
        }
        if (rows.size() > ListReader.MOST_ROWS) {
            throw ListReader.tooMany(name);
        }
    }

    private static boolean covered(List<Merge> merges, int row, int column) {
        return merges.stream().anyMatch(it -> it.firstRow() < row && row <= it.lastRow()
                && it.firstColumn() <= column && column <= it.lastColumn());
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute);
        return value.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    private static int index(Element it, int otherwise) {
        String value = it.attr("ss:Index");
        return value.matches("\\d{1,7}") ? Integer.parseInt(value) : otherwise;
    }
}
