package org.genjin.daemon.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;

/** The styles of one workbook: each look once, however often the file is written. One thread. */
final class Styles {

    private final Workbook workbook;
    private final Map<Look, CellStyle> plain = new EnumMap<>(Look.class);
    private final Map<Look, CellStyle> quoted = new EnumMap<>(Look.class);
    private final Map<String, CellStyle> dated = new HashMap<>();

    Styles(Workbook workbook) {
        this.workbook = workbook;
    }

    CellStyle of(Look look) {
        return plain.computeIfAbsent(look, it -> find(it, false));
    }

    /** The same for a text that would be a formula if somebody typed it: it stays text also when somebody edits it. */
    CellStyle quoted(Look look) {
        return quoted.computeIfAbsent(look, it -> find(it, true));
    }

    /** A style that a person gave a cell, with the date shown as one. */
    CellStyle dated(CellStyle style, Look look) {
        return dated.computeIfAbsent(style.getIndex() + " " + look, _ -> {
            CellStyle copy = workbook.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
            return copy;
        });
    }

    private CellStyle find(Look look, boolean quote) {
        for (int i = 0; i < workbook.getNumCellStyles(); i++) {
            if (workbook.getCellStyleAt(i) instanceof XSSFCellStyle style && is(style, look, quote)) {
                return style;
            }
        }
        return made(look, quote);
    }

    private boolean is(XSSFCellStyle style, Look look, boolean quote) {
        XSSFFont font = style.getFont();
        String format = look.format().isEmpty() ? "General" : look.format();
        return style.getDataFormatString().equals(format)
                && style.getQuotePrefixed() == quote
                && style.getWrapText() == look.wrapped()
                && style.getVerticalAlignment() == look.vertical()
                && style.getAlignment() == side(look)
                && style.getBorderBottom() == look.below()
                && (style.getFillPattern() == FillPatternType.SOLID_FOREGROUND) != look.fill().isEmpty()
                && (look.fill().isEmpty() || is(style.getFillForegroundXSSFColor(), look.fill()))
                && font.getBold() == look.bold()
                && (font.getUnderline() == Font.U_SINGLE) == look.underlined()
                && font.getFontHeightInPoints() == look.points()
                && (look.ink().isEmpty() ? isUsual(font.getXSSFColor()) : is(font.getXSSFColor(), look.ink()));
    }

    /**
     * Texts stand at the side where their sheet begins. Left to themselves they go by their script: Latin names in an Arabic sheet
     * run into the label beside them.
     */
    private HorizontalAlignment side(Look look) {
        boolean rightToLeft = workbook.getNumberOfSheets() > 0 && workbook.getSheetAt(0).isRightToLeft();
        HorizontalAlignment usual = look.horizontal();
        if (usual == HorizontalAlignment.CENTER || look.isNumber()) {
            return usual;
        }
        return rightToLeft ? HorizontalAlignment.RIGHT : look == Look.LINK || look == Look.WRAPPED ? HorizontalAlignment.LEFT : usual;
    }

    private static boolean is(@Nullable XSSFColor colour, String hex) {
        return colour != null && ("FF" + hex).equals(colour.getARGBHex());
    }

    /** Black, or the theme's first, or none at all. */
    private static boolean isUsual(@Nullable XSSFColor colour) {
        return colour == null || colour.isThemed() || "FF000000".equals(colour.getARGBHex());
    }

    private CellStyle made(Look look, boolean quote) {
        XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
        style.setVerticalAlignment(look.vertical());
        style.setAlignment(side(look));
        style.setWrapText(look.wrapped());
        style.setBorderBottom(look.below());
        style.setQuotePrefixed(quote);
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        if (!look.fill().isEmpty()) {
            style.setFillForegroundColor(colour(look.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        XSSFFont font = (XSSFFont) workbook.createFont();
        font.setFontHeightInPoints((short) look.points());
        font.setBold(look.bold());
        font.setUnderline(look.underlined() ? Font.U_SINGLE : Font.U_NONE);
        if (!look.ink().isEmpty()) {
            font.setColor(colour(look.ink()));
            opaque(font.getCTFont().getColorArray(0));
        }
        style.setFont(font);
        return style;
    }

    static XSSFColor colour(String hex) {
        XSSFColor colour = new XSSFColor();
        colour.setARGBHex("FF" + hex);
        return colour;
    }

    /** POI leaves out of the colours of fonts how opaque they are, which the schema wants said. */
    static void opaque(CTColor colour) {
        byte[] bytes = colour.getRgb();
        if (bytes.length == 3) {
            colour.setRgb(new byte[] {(byte) 0xFF, bytes[0], bytes[1], bytes[2]});
        }
    }
}
