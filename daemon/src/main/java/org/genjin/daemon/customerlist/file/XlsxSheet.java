package org.genjin.daemon.customerlist.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genjin.daemon.customerlist.file.Sheet.Merge;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.jspecify.annotations.Nullable;

/** One sheet of an {@link XlsxReader}, row by row. Used once. */
final class XlsxSheet {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final String sheet;
    private final String file;
    private final List<String> strings;
    private final XlsxStyles styles;
    private final Map<String, String> comments;
    private final int[] budget;
    private final List<Row> rows = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int number;
    /** Where a cell stands that does not say where. */
    private int next;
    private boolean hidden;

    /** @param budget how many cells may still be read in this file */
    XlsxSheet(
            String sheet, String file, List<String> strings, XlsxStyles styles, Map<String, String> comments, int[] budget) {
        this.sheet = sheet;
        this.file = file;
        this.strings = strings;
        this.styles = styles;
        this.comments = new HashMap<>(comments);
        this.budget = budget;
    }

    Sheet read(InputStream in) throws IOException, ListRefused {
        Xml.walk(in, file, (element, xml) -> {
            switch (element) {
                case "row" -> {
                    flush();
                    number = Xml.number(xml, "r", number + 1);
                    hidden = Xml.flag(xml, "hidden");
                }
                case "c" -> cell(xml);
                case "mergeCell" -> merge(String.valueOf(Xml.attribute(xml, "ref")));
                default -> {}
            }
        });
        flush();
        return new Sheet(sheet, false, rows, merges);
    }

    private void flush() throws ListRefused {
        if (cells.stream().anyMatch(it -> !it.isEmpty() || !it.comment().isEmpty() || !it.formula().isEmpty())) {
            rows.add(new Row(number, hidden, cells));
            if (rows.size() > ListReader.MOST_ROWS) {
                throw ListReader.tooMany(file);
            }
        }
        cells = new ArrayList<>();
        next = 0;
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException, ListRefused {
        String ref = Xml.attribute(xml, "r");
        String type = Xml.attribute(xml, "t");
        int style = Xml.number(xml, "s", 0);
        int column = ref == null || column(ref) < 0 ? next : column(ref);
        next = column + 1;
        String value = null;
        String formula = "";
        String inline = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = Xml.text(xml, "");
                    case "f" -> formula = unescaped(Xml.text(xml, ""));
                    case "is" -> inline = unescaped(Xml.text(xml, "rPh"));
                    default -> {}
                }
            } else if (xml.getEventType() == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        if (column >= ListReader.MOST_COLUMNS) {
            return; // notes far out on the right, or colours down to the last column
        }
        Cell cell = cell(type, style, value, formula, inline, ref == null ? "" : comments.getOrDefault(ref, ""));
        if (cell.isEmpty() && cell.comment().isEmpty() && cell.formula().isEmpty() && cell.fill().isEmpty()) {
            return;
        }
        if (--budget[0] < 0) {
            throw ListReader.tooMany(file);
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    private Cell cell(
            @Nullable String type, int style, @Nullable String value, String formula, String inline, String comment) {
        String fill = styles.fill(style);
        String kind = type == null ? "n" : type;
        String text = switch (kind) {
            case "s" -> shared(value);
            case "inlineStr" -> inline;
            case "str", "d" -> value == null ? "" : unescaped(value);
            case "b" -> "1".equals(value) ? "TRUE" : "FALSE";
            default -> "";
        };
        if (kind.equals("e") && formula.isEmpty() && value != null) {
            formula = unescaped(value); // an error alone, such as #REF!, is what a formula left
        }
        LocalDate day = kind.equals("d") ? day(text) : null;
        if (day != null) {
            return new Cell(day.toString(), null, day, formula, fill, comment);
        }
        if (kind.equals("n") && value != null && !value.isBlank()) {
            BigDecimal number = number(value);
            if (number == null) {
                return new Cell(value, null, null, formula, fill, comment);
            }
            LocalDate date = styles.date(style, number);
            return date != null
                    ? new Cell(date.toString(), null, date, formula, fill, comment)
                    : new Cell(plain(number), number, null, formula, fill, comment);
        }
        return new Cell(text, null, null, formula, fill, comment);
    }

    /** Of a date as ISO 8601 writes it, with its time or without. */
    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
        } catch (DateTimeParseException e) {
            return null; // none, then: it stays text
        }
    }

    private String shared(@Nullable String value) {
        int index = value == null || !value.matches("\\d{1,9}") ? -1 : Integer.parseInt(value);
        return index >= 0 && index < strings.size() ? strings.get(index) : "";
    }

    static @Nullable BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            return null; // no number, then: it stays text
        }
    }

    /** All digits, whatever the cell shows. */
    static String plain(BigDecimal number) {
        boolean sane = Math.abs(number.scale()) < 400 && number.precision() < 400;
        return !sane ? number.toString() : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void merge(String ref) {
        int colon = ref.indexOf(':');
        if (colon > 0 && merges.size() < 50_000) {
            String from = ref.substring(0, colon);
            String to = ref.substring(colon + 1);
            merges.add(new Merge(row(from), row(to), column(from), column(to)));
        }
    }

    private static int row(String ref) {
        String digits = ref.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
    }

    /** {@code AB12} is column 27. */
    private static int column(String ref) {
        int column = 0;
        for (int i = 0; i < ref.length() && Character.isLetter(ref.charAt(i)) && i < 4; i++) {
            column = column * 26 + Character.toUpperCase(ref.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    /** What XML cannot hold is written as {@code _x000D_}. */
    static String unescaped(String text) {
        String plain = text;
        if (text.contains("_x")) {
            Matcher escape = ESCAPE.matcher(text);
            plain = escape.replaceAll(it -> Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(it.group(1), 16))));
        }
        return plain.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }
}
