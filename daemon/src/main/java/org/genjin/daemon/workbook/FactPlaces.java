package org.genjin.daemon.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Finds the labels of facts on a customer's sheet, in any language. What stands under no label of ours is a person's. */
final class FactPlaces {

    /** Between label and value where both stand in one cell, as on older sheets. */
    private static final String INLINE = ":  ";

    static final List<String> KEYS = Stream.concat(
                    FactsBlock.PAIRS.stream().flatMap(List::stream), Stream.of("contact", "addresses", "phones", FactsBlock.INDUSTRY))
            .toList();
    private static final HeaderWords LABELS = new HeaderWords(KEYS);

    private FactPlaces() {}

    /**
     * Where a label is, from 0.
     *
     * @param inline whether the value stands in the same cell and not in the one after it
     */
    record Place(int line, int column, boolean inline) {}

    /** @param end the line before which they are */
    static Map<String, Place> in(XSSFSheet sheet, int end) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (int line = 1; line < end; line++) {
            Row row = sheet.getRow(line);
            int value = -1;
            for (Cell cell : row == null ? List.<Cell>of() : row) {
                String text = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
                int between = text.indexOf(INLINE);
                String key = cell.getColumnIndex() == value
                        ? ""
                        : LABELS.key(between < 0 ? text : text.substring(0, between)).orElse("");
                if (!key.isEmpty() && !places.containsKey(key)) {
                    places.put(key, new Place(line, cell.getColumnIndex(), between >= 0));
                    value = between < 0 ? cell.getColumnIndex() + 1 : -1;
                }
            }
        }
        return places;
    }
}
