package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.rules.Told;

/** The first line of a customer's sheet: number and name in one cell, grade, stage and turn in another. */
final class SheetTitle {

    static final int NAME = 1;
    static final int STANDING = 5;
    private static final String BETWEEN = "  ";

    private SheetTitle() {}

    static String name(CustomerRow it) {
        return it.id() + " " + it.name();
    }

    static String standing(CustomerRow it, SheetWords words) {
        return words.text("column.grade") + " " + it.grade() + BETWEEN + words.value("stage", it.stage().id()) + BETWEEN
                + words.value("turn", it.turn().id());
    }

    /** The name without the number before it; "" if there is none. */
    static String readName(String text) {
        String bare = SheetValues.bare(text);
        String[] parts = bare.split("\\s+", 2);
        return CustomerId.parse(parts[0]).isEmpty() ? bare : parts.length > 1 ? parts[1] : "";
    }

    /** Grade and stage, wherever in the cell and in whichever language they stand; what is nothing of the kind is told as it is. */
    static Map<String, Told> readStanding(String text, SheetValues values) {
        Map<String, Told> told = new HashMap<>();
        for (String part : SheetValues.bare(text).split("\\s{2,}|[·|,，;；/]", -1)) {
            String word = part.strip();
            if (word.isEmpty() || isTurn(word)) {
                continue;
            }
            Told stage = values.read("stage", Cell.of(word), LocalDate.EPOCH);
            if (stage instanceof Told.Value) {
                told.put("stage", stage);
            } else if (!told.containsKey("grade")) {
                told.put("grade", values.read("grade", Cell.of(withoutLabel(word)), LocalDate.EPOCH));
            } else {
                told.put("stage", stage);
            }
        }
        return told;
    }

    private static boolean isTurn(String word) {
        String folded = Names.folded(word);
        return SheetWords.all().anyMatch(it ->
                Stream.of(Turn.values()).anyMatch(turn -> Names.folded(it.value("turn", turn.id())).equals(folded)));
    }

    private static String withoutLabel(String word) {
        int blank = word.lastIndexOf(' ');
        return blank >= 0 && HeaderWords.is(word.substring(0, blank), "column.grade") ? word.substring(blank + 1) : word;
    }
}
