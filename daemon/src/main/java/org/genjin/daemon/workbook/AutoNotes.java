package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * What Genjin would have put into a cell in which a person's word stands, as a comment on it: a grade that it suggests, an address
 * that it knows. A comment of a person's, or another one of ours, is left alone, and the cell then has no such note.
 */
final class AutoNotes {

    private static final int ROWS = 3;
    private static final String NUMBER = "\u0001";

    private final SheetWords words;
    private final XSSFSheet sheet;
    private final Map<CellAddress, String> wanted = new TreeMap<>();

    AutoNotes(SheetWords words, XSSFSheet sheet) {
        this.words = words;
        this.sheet = sheet;
    }

    /** @param shown as it would stand in the cell */
    void add(Row row, int column, String key, String shown) {
        if (column >= 0 && wanted.size() < CellComments.MOST) {
            String sentence = words.text(key.equals("grade") ? "suggest.grade" : "comment.auto", Cells.clean(shown));
            wanted.put(new CellAddress(row.getRowNum(), column), AnswerWords.AUTHOR + ":\n" + sentence);
        }
    }

    /** To be called when each row stands where it stays. */
    void write() {
        if (sheet.hasComments()) {
            new HashMap<>(sheet.getCellComments()).forEach((place, comment) -> {
                String text = comment.getString().getString();
                if (!isOurs(text) || text.equals(wanted.get(place))) {
                    wanted.remove(place);
                } else {
                    CellComments.remove(sheet, place);
                }
            });
        }
        wanted.forEach((place, text) -> CellComments.put(sheet, place, text, ROWS));
    }

    /** One of these in whichever language, and nothing that a person added to it. */
    private static boolean isOurs(String comment) {
        String begins = AnswerWords.AUTHOR + ":\n";
        String said = comment.strip();
        return said.startsWith(begins) && !AnswerWords.isOurs(said) && said.indexOf('\n', begins.length()) < 0
                && SheetWords.all().anyMatch(it -> begins(it, "suggest.grade", said.substring(begins.length()))
                        || begins(it, "comment.auto", said.substring(begins.length())));
    }

    private static boolean begins(SheetWords words, String key, String sentence) {
        return sentence.startsWith(words.text(key, NUMBER).replaceFirst(NUMBER + ".*", ""));
    }
}
