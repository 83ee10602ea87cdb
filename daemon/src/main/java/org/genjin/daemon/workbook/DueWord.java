package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a follow-up is, in a word: as a formula that goes on counting by the date of whoever looks at it, and as what it
 * comes to when it is written. Immutable.
 */
final class DueWord {

    /** Within so many days it is soon. */
    static final int SOON = 3;
    /** Stands in for a number while a sentence is taken apart. */
    private static final String NUMBER = "\u0001";

    private final SheetWords words;

    DueWord(SheetWords words) {
        this.words = words;
    }

    /**
     * Only functions that every spreadsheet program of the last fifteen years has.
     *
     * @param due cell with the day of the next follow-up; it may be empty
     * @param turn cell with whose turn it is, in words
     * @param silent cell with the days of silence, or with nothing
     * @param limit cell with how many of them the grade allows
     */
    String formula(String due, String turn, String silent, String limit) {
        String day = "INT(" + due + ")";
        String undated = "IF(" + turn + "=" + quoted(mine()) + "," + quoted(mine()) + ",IF(AND(ISNUMBER(" + silent + "),ISNUMBER("
                + limit + ")),IF(" + silent + ">" + limit + "," + counted("state.silent", silent) + ",\"\"),\"\"))";
        String late = "(TODAY()-" + day + ")";
        return "IF(ISNUMBER(" + due + "),IF(" + day + "<TODAY(),IF(" + late + "=1," + quoted(words.text("state.overdue-one")) + ","
                + counted("state.overdue", late) + "),IF(" + day + "=TODAY()," + quoted(words.text("state.today")) + ",IF(" + day
                + "=TODAY()+1," + quoted(words.text("state.tomorrow")) + ",IF(" + day + "<=TODAY()+" + SOON + ","
                + quoted(words.text("state.soon")) + "," + undated + ")))),"
                + undated + ")";
    }

    /** What it can come to, for the width of its column. */
    List<String> longest() {
        return List.of(words.text("state.overdue", "000"), words.text("state.overdue-one"), words.text("state.silent", "000"), words.text("state.tomorrow"),
                words.text("state.soon"), mine());
    }

    /** What the formula comes to on a day; {@code silent} is null if nobody ever wrote. */
    String on(LocalDate today, @Nullable LocalDate due, boolean mine, @Nullable Long silent, int limit) {
        long days = due == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return days == -1 ? words.text("state.overdue-one") : words.text("state.overdue", Long.toString(-days));
        }
        if (days <= SOON) {
            return words.text(days == 0 ? "state.today" : days == 1 ? "state.tomorrow" : "state.soon");
        }
        if (mine) {
            return mine();
        }
        return silent != null && silent > limit ? words.text("state.silent", Long.toString(silent)) : "";
    }

    private String mine() {
        return words.value("turn", "mine");
    }

    private String counted(String key, String number) {
        String[] parts = words.text(key, NUMBER).split(NUMBER, 2);
        String tail = parts[1].isEmpty() ? "" : "&" + quoted(parts[1]);
        return (parts[0].isEmpty() ? "" : quoted(parts[0]) + "&") + number + tail;
    }

    static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
