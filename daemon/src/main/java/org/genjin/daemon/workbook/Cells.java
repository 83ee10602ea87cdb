package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes values into cells. A cell that is there keeps the look that a person gave it, and one that says the same already is
 * left alone. Text is always text: nothing that a customer wrote is a formula, and links lead to this workbook or our own page
 * only. A column below 0 is one that a person deleted: nothing is written there.
 */
final class Cells {

    /** What Excel takes into one cell. */
    private static final int MOST = 32_000;
    private static final int LINES = 250;
    /** With these a spreadsheet program begins a formula where it is typed. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** What may be linked to. */
    private static final Pattern LINKED = Pattern.compile("(?:https?|mailto):", Pattern.CASE_INSENSITIVE);

    private final Workbook workbook;
    private final Styles styles;
    /** Whether the workbook counts its days from there, as those from old Excel for the Mac do. */
    private final boolean since1904;

    private final Map<Sheet, Map<String, Hyperlink>> links = new HashMap<>();

    Cells(Workbook workbook) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
        this.since1904 = workbook instanceof XSSFWorkbook known && known.isDate1904();
    }

    /** The row that is there, or a new one. */
    static Row row(Sheet sheet, int line) {
        Row row = sheet.getRow(line);
        return row == null ? sheet.createRow(line) : row;
    }

    @Nullable Cell text(Row row, int column, String text, Look look) {
        if (column < 0) {
            return null;
        }
        String clean = clean(text);
        boolean quote = startsFormula(clean);
        Cell cell = row.getCell(column);
        if (cell == null) {
            Cell made = row.createCell(column);
            made.setCellStyle(quote ? styles.quoted(look) : styles.of(look));
            if (!clean.isEmpty()) {
                made.setCellValue(clean);
            }
            return made;
        }
        if (quote && cell.getCellStyle().equals(styles.of(look))) {
            cell.setCellStyle(styles.quoted(look));
        }
        if (clean.isEmpty()) {
            if (cell.getCellType() != CellType.BLANK) {
                cell.setBlank();
            }
        } else if (cell.getCellType() != CellType.STRING || !cell.getStringCellValue().equals(clean)) {
            if (cell.getCellType() == CellType.FORMULA) {
                cell.removeFormula();
            }
            cell.setCellValue(clean);
        }
        return cell;
    }

    /** Takes away what we wrote, with its link. */
    void blank(Row row, int column) {
        Cell cell = column < 0 ? null : row.getCell(column);
        if (cell == null) {
            return;
        }
        if (cell.getCellType() != CellType.BLANK) {
            cell.setBlank();
        }
        unlink(cell);
    }

    void number(Row row, int column, double number) {
        number(row, column, number, Look.PLAIN);
    }

    void number(Row row, int column, double number, Look look) {
        Cell cell = cell(row, column, look);
        if (cell != null && (cell.getCellType() != CellType.NUMERIC || cell.getNumericCellValue() != number)) {
            cell.setCellValue(number);
        }
    }

    void day(Row row, int column, @Nullable LocalDate day) {
        date(row, column, day == null ? null : day.atStartOfDay(), Look.DATE);
    }

    void day(Row row, int column, @Nullable Instant instant, ZoneId zone) {
        day(row, column, instant == null ? null : instant.atZone(zone).toLocalDate());
    }

    void moment(Row row, int column, Instant instant, ZoneId zone) {
        date(row, column, LocalDateTime.ofInstant(instant, zone).withNano(0), Look.MOMENT);
    }

    private void date(Row row, int column, @Nullable LocalDateTime date, Look look) {
        Cell cell = cell(row, column, look);
        if (cell == null) {
            return;
        }
        if (date == null) {
            if (cell.getCellType() != CellType.BLANK) {
                cell.setBlank();
            }
            return;
        }
        double serial = DateUtil.getExcelDate(date, since1904);
        if (cell.getCellType() != CellType.NUMERIC || Math.abs(cell.getNumericCellValue() - serial) > 1e-6) {
            cell.setCellValue(serial);
        }
        if (!DateUtil.isCellDateFormatted(cell)) {
            cell.setCellStyle(styles.dated(cell.getCellStyle(), look));
        }
    }

    /** A formula of our own, with what it comes to today. */
    void formula(Row row, int column, String formula, @Nullable Long value) {
        Cell cell = cell(row, column, Look.COUNT);
        if (cell == null) {
            return;
        }
        if (cell.getCellType() != CellType.FORMULA || !cell.getCellFormula().equals(formula)) {
            cell.setCellFormula(formula);
        }
        if (value != null) {
            cell.setCellValue((double) value);
        }
    }

    /** @param value to which it comes today, a text or a number */
    void formula(Row row, int column, String formula, Object value, Look look) {
        Cell cell = cell(row, column, look);
        if (cell == null) {
            return;
        }
        if (cell.getCellType() != CellType.FORMULA || !cell.getCellFormula().equals(formula)) {
            cell.setCellFormula(formula);
        }
        if (value instanceof Double number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue(clean(value.toString()));
        }
    }

    /** @param sheet in this workbook */
    void linkToSheet(Row row, int column, String text, String sheet, int line) {
        link(text(row, column, text, Look.LINK), HyperlinkType.DOCUMENT, SheetNames.quoted(sheet) + "!A" + line);
    }

    /** @param address what is no page and no mail is not linked; "" for none */
    void linkToPage(Row row, int column, String text, String address) {
        boolean linked = LINKED.matcher(address).lookingAt();
        Cell cell = text(row, column, text, linked ? Look.LINK : Look.PLAIN);
        if (linked) {
            link(cell, HyperlinkType.URL, address);
        } else if (cell != null) {
            unlink(cell);
        }
    }

    private void unlink(Cell cell) {
        if (links.computeIfAbsent(cell.getSheet(), Cells::links).remove(cell.getAddress().formatAsString()) != null) {
            cell.removeHyperlink();
        }
    }

    private void link(@Nullable Cell cell, HyperlinkType type, String address) {
        if (cell == null) {
            return;
        }
        Map<String, Hyperlink> known = links.computeIfAbsent(cell.getSheet(), Cells::links);
        String place = cell.getAddress().formatAsString();
        Hyperlink there = known.get(place);
        if (there != null && there.getType() == type && address.equals(there.getAddress())) {
            return;
        }
        if (there != null) {
            cell.removeHyperlink();
        }
        Hyperlink link = workbook.getCreationHelper().createHyperlink(type);
        link.setAddress(address);
        cell.setHyperlink(link);
        known.put(place, link);
    }

    /** To be called when rows were moved. */
    void moved(Sheet sheet) {
        links.remove(sheet);
    }

    private static Map<String, Hyperlink> links(Sheet sheet) {
        Map<String, Hyperlink> links = new HashMap<>();
        if (sheet instanceof XSSFSheet known) {
            known.getHyperlinkList().forEach(it -> links.put(it.getCellRef(), it));
        }
        return links;
    }

    private @Nullable Cell cell(Row row, int column, Look look) {
        if (column < 0) {
            return null;
        }
        Cell cell = row.getCell(column);
        if (cell == null) {
            cell = row.createCell(column);
            cell.setCellStyle(styles.of(look));
        }
        return cell;
    }

    CellStyle style(Look look) {
        return styles.of(look);
    }

    /** Whether a spreadsheet program would take it for a formula if somebody typed it, or in a CSV file. */
    static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** The text as a cell can hold it. */
    static String clean(String text) {
        if (text.length() <= MOST && isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        int lines = 0;
        for (int point : text.codePoints().toArray()) {
            if (point == '\n') {
                lines++;
            }
            boolean kept = point == '\t' || (point == '\n' && lines <= LINES) || (point >= ' ' && point != 0xFFFE && point != 0xFFFF);
            if (kept && !(point >= 0xD800 && point <= 0xDFFF)) {
                clean.appendCodePoint(point);
            }
        }
        return Text.fit(clean.toString(), MOST);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (it < ' ' || (it >= 0xD800 && it <= 0xDFFF) || it >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }
}
