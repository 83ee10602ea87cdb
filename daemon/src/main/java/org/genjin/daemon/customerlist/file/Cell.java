package org.genjin.daemon.customerlist.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a list.
 *
 * @param text what it shows, or all digits of its number; "" if it is empty
 * @param number its value where it holds a number and no date
 * @param date its value where it is formatted as a date
 * @param formula what was typed after the equals sign; "" if it holds no formula
 * @param fill the colour behind it as RRGGBB; "" if it has none
 * @param comment what somebody pinned to it; "" if nothing
 */
public record Cell(
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        String formula,
        String fill,
        String comment) {

    public static final Cell EMPTY = new Cell("", null, null, "", "", "");

    public static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, null, null, "", "", "");
    }

    public boolean isEmpty() {
        return text.isBlank();
    }

    /** The same colour and comment with another text. */
    public Cell withText(String other) {
        return new Cell(other, null, null, "", fill, comment);
    }
}
