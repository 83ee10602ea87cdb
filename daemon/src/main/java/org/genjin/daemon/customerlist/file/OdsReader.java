package org.genjin.daemon.customerlist.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genjin.daemon.customerlist.file.Sheet.Merge;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.jspecify.annotations.Nullable;

/** Workbooks of LibreOffice and its kin (OpenDocument 1.2 and later), from their {@code content.xml}. Used once. */
final class OdsReader {

    private final String file;
    private final Map<String, String> fills = new HashMap<>();
    private final Set<String> hiddenTables = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private String style = "";
    private String sheet = "";
    private boolean sheetHidden;
    private List<Row> rows = new ArrayList<>();
    private List<Merge> merges = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int number;
    private int repeated = 1;
    private boolean rowHidden;

    private OdsReader(String file) {
        this.file = file;
    }

    static List<Sheet> read(byte[] content, String file) throws IOException, ListRefused {
        OdsReader reader = new OdsReader(file);
        Xml.walk(new ByteArrayInputStream(content), file, reader::begin);
        reader.endTable();
        return reader.sheets;
    }

    private void begin(String element, XMLStreamReader xml) throws XMLStreamException, ListRefused {
        switch (element) {
            case "style" -> style = String.valueOf(Xml.attribute(xml, "name"));
            case "table-cell-properties" -> {
                String colour = Xml.attribute(xml, "background-color");
                if (colour != null && colour.startsWith("#")) {
                    fills.put(style, colour.substring(1).toUpperCase(Locale.ROOT));
                }
            }
            case "table-properties" -> {
                if ("false".equals(Xml.attribute(xml, "display"))) {
                    hiddenTables.add(style);
                }
            }
            case "table" -> {
                endTable();
                sheet = String.valueOf(Xml.attribute(xml, "name"));
                sheetHidden = hiddenTables.contains(String.valueOf(Xml.attribute(xml, "style-name")));
            }
            case "table-row" -> {
                endRow();
                repeated = Xml.number(xml, "number-rows-repeated", 1);
                String visibility = Xml.attribute(xml, "visibility");
                rowHidden = visibility != null && !visibility.equals("visible");
            }
            case "table-cell", "covered-table-cell" -> cell(xml);
            default -> {}
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException, ListRefused {
        int times = Xml.number(xml, "number-columns-repeated", 1);
        int wide = Xml.number(xml, "number-columns-spanned", 1);
        int high = Xml.number(xml, "number-rows-spanned", 1);
        String type = String.valueOf(Xml.attribute(xml, "value-type"));
        String value = Xml.attribute(xml, "value");
        String day = Xml.attribute(xml, "date-value");
        String formula = String.valueOf(Xml.attribute(xml, "formula"));
        String fill = fills.getOrDefault(String.valueOf(Xml.attribute(xml, "style-name")), "");
        String[] said = {"", ""};
        texts(xml, said);
        BigDecimal amount = value == null || !type.equals("float") ? null : XlsxSheet.number(value);
        LocalDate date = day == null ? null : date(day);
        String text = amount != null ? XlsxSheet.plain(amount) : date != null ? date.toString() : said[0];
        Cell cell = new Cell(
                text, amount, date, formula.equals("null") ? "" : formula.replaceFirst("^(of:|oooc:)?=", ""), fill, said[1]);
        if (wide > 1 || high > 1) {
            merges.add(new Merge(number + 1, number + high, cells.size(), cells.size() + wide - 1));
        }
        for (int i = 0; i < times && cells.size() < ListReader.MOST_COLUMNS; i++) {
            cells.add(cell);
        }
        if (rows.size() > ListReader.MOST_ROWS) {
            throw ListReader.tooMany(file);
        }
    }

    /** Paragraphs of the cell, and of what is pinned to it. */
    private static void texts(XMLStreamReader xml, String[] said) throws XMLStreamException {
        int depth = 1;
        int annotation = 0;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("annotation")) {
                    annotation = depth;
                } else if (xml.getLocalName().equals("p")) {
                    int to = annotation > 0 ? 1 : 0;
                    String paragraph = Xml.text(xml, "");
                    said[to] = said[to].isEmpty() ? paragraph : said[to] + "\n" + paragraph;
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == annotation) {
                    annotation = 0;
                }
                depth--;
            }
        }
    }

    private static @Nullable LocalDate date(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        } catch (DateTimeParseException e) {
            return null; // no date, then: its text counts
        }
    }

    private void endRow() {
        int first = number + 1;
        boolean holds = cells.stream().anyMatch(it -> !it.isEmpty() || !it.comment().isEmpty());
        if (holds) {
            for (int i = 0; i < Math.min(repeated, 1_000); i++) {
                rows.add(new Row(first + i, rowHidden, cells));
            }
        }
        if (!cells.isEmpty()) {
            number += repeated;
        }
        cells = new ArrayList<>();
        repeated = 1;
    }

    private void endTable() {
        endRow();
        if (!sheet.isEmpty()) {
            sheets.add(new Sheet(sheet, sheetHidden, sheetHidden ? List.of() : rows, merges));
        }
        rows = new ArrayList<>();
        merges = new ArrayList<>();
        number = 0;
    }
}
