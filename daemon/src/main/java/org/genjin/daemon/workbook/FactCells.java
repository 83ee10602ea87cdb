package org.genjin.daemon.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellAddress;

/** The cells of a customer's sheet in which facts stand, by key. */
final class FactCells {

    /** The key of a row of business; its number follows. */
    private static final String BUSINESS = "business.";
    private static final String BETWEEN = " · ";

    private FactCells() {}

    /**
     * One of them, from 0.
     *
     * @param inline whether the label stands before the value in the same cell
     */
    record Place(int line, int column, boolean inline) {

        /** The value in what the cell says, without a label before it. */
        String value(String text) {
            int between = inline ? text.indexOf(FactPlaces.INLINE) : -1;
            return between < 0 ? text : text.substring(between + FactPlaces.INLINE.length()).strip();
        }
    }

    /** Whether it is the key of a row of business. */
    static boolean isBusiness(String key) {
        return key.startsWith(BUSINESS);
    }

    /**
     * Key → what a row of business says, all its cells together.
     *
     * @param cells line → column → what stands there, both from 0
     */
    static Map<String, String> business(BusinessBlock.Header header, IntFunction<IntFunction<String>> cells) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (int i = 1; i <= CustomerGrid.BUSINESS_ROWS; i++) {
            IntFunction<String> row = cells.apply(header.line() + i);
            rows.put(BUSINESS + i, header.columns().values().stream()
                    .sorted()
                    .map(row::apply)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(BETWEEN)));
        }
        return rows;
    }

    /** The cell of such a row on which it is answered. */
    static CellAddress business(BusinessBlock.Header header, String key) {
        int row = Integer.parseInt(key.substring(BUSINESS.length()));
        return new CellAddress(header.line() + row, header.columns().getOrDefault("content", header.columns().getOrDefault("amount", 0)));
    }

    /** @param end the line before which they are; contacts have several lines: contact, contact.1 and so on */
    static Map<String, Place> of(SheetTexts sheet, int end) {
        Map<String, Place> cells = new LinkedHashMap<>();
        FactPlaces.in(sheet, end).forEach((key, it) -> {
            cells.put(key, new Place(it.line(), it.inline() ? it.column() : it.column() + 1, it.inline()));
            for (int i = 1; key.equals("contact") && !it.inline() && i < CustomerGrid.CONTACTS; i++) {
                if (sheet.line(it.line() + i).containsKey(it.column())) {
                    break; // somebody wrote there
                }
                cells.put(key + "." + i, new Place(it.line() + i, it.column() + 1, false));
            }
        });
        return cells;
    }
}
