package org.genjin.daemon.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the labels of facts on a customer's sheet, in any language. What stands under no label of ours is a person's. */
final class FactPlaces {

    /** Between label and value where both stand in one cell, as on older sheets. */
    static final String INLINE = ":  ";

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
    static Map<String, Place> in(SheetTexts sheet, int end) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (int line = 1; line < end; line++) {
            int here = line;
            int[] value = {-1};
            sheet.line(line).forEach((column, text) -> {
                int between = text.indexOf(INLINE);
                String key = column == value[0] ? "" : LABELS.key(between < 0 ? text : text.substring(0, between)).orElse("");
                if (!key.isEmpty() && !places.containsKey(key)) {
                    places.put(key, new Place(here, column, between >= 0));
                    value[0] = between < 0 ? column + 1 : -1;
                }
            });
        }
        return places;
    }
}
