package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/** How a cell of ours looks while nobody has given it another look. */
enum Look {
    PLAIN("", "", "", 11),
    WRAPPED("", "", "", 11),
    BOLD("", "", "", 11),
    TITLE("", "", "", 14),
    HEAD("", "", "E8ECF1", 11),
    LABEL("", "6B7280", "", 11),
    /** Above a block of a sheet. */
    SECTION("", "1F3864", "DCE6F4", 11),
    /** What is a person's to fill. */
    OWN("", "", "FFFBEB", 11),
    AMOUNT("#,##0.00##_)", "", "", 11),
    /** Out of a list: a text, also where what is chosen looks like a number or a day. */
    CHOICE("@", "", "", 11),
    DATE("yyyy-mm-dd", "", "", 11),
    MOMENT("yyyy-mm-dd hh:mm", "", "", 11),
    LINK("", "1F4E9E", "", 11),
    SOFT("", "6B7280", "", 11),
    /** A remark over several lines. */
    REMARK("", "6B7280", "", 11),
    /** In per cent. */
    SHARE("0%_)", "", "", 11),
    /** With one digit behind the point. */
    HOURS("0.0_)", "", "", 11),
    /** A number between columns of words. */
    COUNT("0", "", "", 11),
    WHOLE("0_)", "", "", 11);

    private final String format;
    private final String ink;
    private final String fill;
    private final int points;

    Look(String format, String ink, String fill, int points) {
        this.format = format;
        this.ink = ink;
        this.fill = fill;
        this.points = points;
    }

    /** Of numbers and dates; "" for the usual one. */
    String format() {
        return format;
    }

    /** RRGGBB; "" for the usual one. */
    String ink() {
        return ink;
    }

    /** RRGGBB; "" for none. */
    String fill() {
        return fill;
    }

    int points() {
        return points;
    }

    boolean bold() {
        return this == BOLD || this == TITLE || this == HEAD || this == SECTION;
    }

    boolean underlined() {
        return this == LINK;
    }

    boolean wrapped() {
        return this == WRAPPED || this == REMARK || this == HEAD || this == OWN;
    }

    /** Whether its cells hold amounts, shares or counts, which stand on the right in every language. */
    boolean isNumber() {
        return this == AMOUNT || format.startsWith("0");
    }

    VerticalAlignment vertical() {
        return this == HEAD ? VerticalAlignment.CENTER : VerticalAlignment.TOP;
    }

    HorizontalAlignment horizontal() {
        if (this == COUNT) {
            return HorizontalAlignment.CENTER;
        }
        return format.isEmpty() || isNumber() ? HorizontalAlignment.GENERAL : HorizontalAlignment.LEFT;
    }

    BorderStyle below() {
        return this == HEAD ? BorderStyle.THIN : BorderStyle.NONE;
    }
}
