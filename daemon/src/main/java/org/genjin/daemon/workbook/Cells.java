package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/** Writes values into cells with a handful of shared styles. Text is always text: nothing a customer wrote is a formula. */
final class Cells {

    /** What Excel takes into one cell. */
    private static final int MOST = 32_000;
    private static final int LINES = 250;

    private final Workbook workbook;
    private final Map<Look, CellStyle> styles = new EnumMap<>(Look.class);

    /** How a cell looks. */
    enum Look {
        PLAIN,
        WRAPPED,
        BOLD,
        TITLE,
        HEAD,
        LABEL,
        DATE,
        MOMENT,
        LINK,
        SOFT,
        /** In per cent. */
        SHARE,
        /** With one digit behind the point. */
        HOURS,
        WHOLE
    }

    Cells(Workbook workbook) {
        this.workbook = workbook;
        for (Look look : Look.values()) {
            styles.put(look, style(look));
        }
    }

    Cell text(Row row, int column, String text, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.get(look));
        if (!text.isEmpty()) {
            cell.setCellValue(clean(text));
        }
        return cell;
    }

    void number(Row row, int column, double number) {
        number(row, column, number, Look.PLAIN);
    }

    void number(Row row, int column, double number, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.get(look));
        cell.setCellValue(number);
    }

    void day(Row row, int column, @Nullable LocalDate day) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.get(Look.DATE));
        if (day != null) {
            cell.setCellValue(day);
        }
    }

    void day(Row row, int column, @Nullable Instant instant, ZoneId zone) {
        day(row, column, instant == null ? null : instant.atZone(zone).toLocalDate());
    }

    void moment(Row row, int column, Instant instant, ZoneId zone) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.get(Look.MOMENT));
        cell.setCellValue(LocalDateTime.ofInstant(instant, zone).withNano(0));
    }

    /** @param sheet in this workbook */
    void linkToSheet(Row row, int column, String text, String sheet, int line) {
        link(text(row, column, text, Look.LINK), HyperlinkType.DOCUMENT, "'" + sheet.replace("'", "''") + "'!A" + line);
    }

    /** @param address what is no page and no mail is not linked; "" for none */
    void linkToPage(Row row, int column, String text, String address) {
        if (!address.matches("(?i)(?:https?|mailto):.*")) {
            text(row, column, text, Look.PLAIN);
        } else {
            link(text(row, column, text, Look.LINK), HyperlinkType.URL, address);
        }
    }

    CellStyle style(Row row, Look look) {
        return styles.getOrDefault(look, row.getSheet().getWorkbook().getCellStyleAt(0));
    }

    private void link(Cell cell, HyperlinkType type, String address) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(type);
        link.setAddress(address);
        cell.setHyperlink(link);
    }

    private static String clean(String text) {
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

    private CellStyle style(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        Font font = workbook.createFont();
        font.setFontHeightInPoints((short) 11);
        switch (look) {
            case PLAIN -> {}
            case WRAPPED -> style.setWrapText(true);
            case BOLD -> font.setBold(true);
            case TITLE -> {
                font.setBold(true);
                font.setFontHeightInPoints((short) 14);
            }
            case HEAD -> {
                font.setBold(true);
                style.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 0xE8, (byte) 0xEC, (byte) 0xF1}, null));
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setBorderBottom(BorderStyle.THIN);
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
            }
            case LABEL, SOFT -> font.setColor(org.apache.poi.ss.usermodel.IndexedColors.GREY_50_PERCENT.getIndex());
            case DATE -> {
                style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
                style.setAlignment(HorizontalAlignment.LEFT);
            }
            case MOMENT -> {
                style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
                style.setAlignment(HorizontalAlignment.LEFT);
            }
            case SHARE -> style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            case HOURS -> style.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
            case WHOLE -> style.setDataFormat(workbook.createDataFormat().getFormat("0"));
            case LINK -> {
                font.setUnderline(Font.U_SINGLE);
                font.setColor(org.apache.poi.ss.usermodel.IndexedColors.DARK_BLUE.getIndex());
            }
        }
        style.setFont(font);
        return style;
    }
}
