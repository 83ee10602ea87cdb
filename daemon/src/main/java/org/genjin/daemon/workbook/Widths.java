package org.genjin.daemon.workbook;

import java.util.Collection;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.genjin.daemon.words.Text;

/**
 * How wide the columns of a new table are: as drawn, and wider where a language's words or the values need it. A day that does not
 * fit with its word is shown as {@code ###}, a word that does not fit in its header is broken. One thread.
 */
final class Widths {

    /** What a cell keeps free beside its text, and bold letters take more. */
    private static final int AROUND = 2;
    private static final float LEAST_HEADER_POINTS = 30;

    private final Sheet sheet;
    private final int[] characters;

    private Widths(Sheet sheet, int[] characters) {
        this.sheet = sheet;
        this.characters = characters;
    }

    static Widths of(Sheet sheet, int... least) {
        return new Widths(sheet, least.clone());
    }

    /** Each of these texts fits into the column whole. */
    Widths fitting(int column, Collection<String> texts) {
        texts.forEach(it -> widen(column, Text.columns(it) + AROUND));
        return this;
    }

    /** The words for whose turn it is, what is due and how long nobody wrote fit into the columns of a table of reminders. */
    Widths reminders(List<String> columns, SheetWords words) {
        return fitting(columns.indexOf("turn"), words.turns())
                .fitting(columns.indexOf("state"), new DueWord(words).longest())
                .fitting(columns.indexOf("silent"), UrgencyColours.longestSilence(words));
    }

    /** What stands in the column fits into it, up to so many characters. */
    Widths values(int column, int most) {
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null && cell.getCellType() == CellType.STRING) {
                widen(column, Math.min(most, Text.columns(cell.getStringCellValue()) + AROUND));
            }
        }
        return this;
    }

    /** Each word of the header fits, and its row is as high as the header that takes most lines. */
    Widths header(int line) {
        Row row = Cells.row(sheet, line);
        int lines = 1;
        for (int i = 0; i < characters.length; i++) {
            Cell cell = row.getCell(i);
            String text = cell == null ? "" : cell.getStringCellValue();
            for (String word : words(text)) {
                widen(i, Text.columns(word.strip()) + AROUND);
            }
            lines = Math.max(lines, lines(text, characters[i] - AROUND));
        }
        row.setHeightInPoints(Math.max(LEAST_HEADER_POINTS, lines * Frame.LINE_POINTS));
        return this;
    }

    void give() {
        Frame.widths(sheet, characters);
    }

    private void widen(int column, int to) {
        characters[column] = Math.max(characters[column], to);
    }

    private static String[] words(String text) {
        return text.split("(?<=[\\s/-])", -1);
    }

    /** How many lines a text takes that is broken between its words only. */
    private static int lines(String text, int width) {
        int lines = 1;
        int taken = 0;
        for (String word : words(text)) {
            int columns = Text.columns(word.strip());
            if (taken > 0 && taken + columns > width) {
                lines++;
                taken = 0;
            }
            lines += Math.max(0, columns - 1) / Math.max(1, width);
            taken += Text.columns(word);
        }
        return lines;
    }
}
