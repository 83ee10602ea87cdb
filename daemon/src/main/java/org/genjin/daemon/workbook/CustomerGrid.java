package org.genjin.daemon.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.genjin.daemon.workbook.rules.Business;

/**
 * Where what stands on a customer's sheet that is made new, in lines from 0: facts, business, a person's own zone, history. The zone
 * is above the history, which grows, so that what is pasted there stays where it is. On a sheet that is there, people may have
 * moved all of it: it is found by its words.
 */
final class CustomerGrid {

    /** The history's columns give the widths; all above keeps to them. */
    static final List<String> HISTORY = List.of("at", "channel", "direction", "kind", "summary", "files", "action", "link", "_id");
    /** Those of the history of older sheets. */
    static final List<String> EARLIER = List.of("who");
    static final List<String> BUSINESS = List.of("day", "kind", "amount", "currency", "content", "terms", "payment", "link");

    static final int[] WIDTHS = {17, 11, 20, 13, 46, 22, 20, 8};
    static final int COLUMNS = WIDTHS.length;

    static final int FACTS = 1;
    static final int CONTACTS = 3;
    static final int BUSINESS_ROWS = 5;
    static final int BUSINESS_TITLE = FACTS + 1 + FactsBlock.PAIRS.size() + CONTACTS + 1;
    static final int NOTES_TITLE = BUSINESS_TITLE + 1 + 1 + BUSINESS_ROWS + 1;
    static final int NOTES_ROWS = 7;
    static final int HISTORY_TITLE = NOTES_TITLE + 1 + NOTES_ROWS + 1;
    static final int HISTORY_HEAD = HISTORY_TITLE + 1;

    private CustomerGrid() {}

    /** As wide as the labels, headers and kinds of business of the language need. */
    static void widths(Sheet sheet, SheetWords words) {
        Widths widths = Widths.of(sheet, WIDTHS);
        for (List<String> pair : FactsBlock.PAIRS) {
            widths.fitting(0, List.of(words.text("column." + pair.getFirst())));
            widths.fitting(FactsBlock.RIGHT, List.of(words.text("column." + pair.getLast())));
        }
        for (List<String> heads : List.of(HISTORY, BUSINESS)) {
            for (int i = 0; i < COLUMNS; i++) {
                widths.fitting(i, List.of(words.text("column." + heads.get(i)).split(" ", -1)));
            }
        }
        widths.fitting(
                BUSINESS.indexOf("kind"), Stream.of(Business.Kind.values()).map(it -> words.value("says", it.id())).toList());
        widths.give();
    }
}
