package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * The words of comments by which Genjin answers what was typed into a cell, in the workbook's language. Each says in its first
 * line whose it is and in its last when it goes: by these it is known again, and one to which a person added a word is the
 * person's.
 */
final class AnswerWords {

    static final String AUTHOR = "Genjin 跟进";

    /** What was written over is said for so long. */
    private static final Period SAID = Period.ofDays(14);
    private static final int QUOTED = 300;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final SheetWords words;
    private final SheetValues values;
    private final Snapshot now;
    private final LocalDate today;

    /** @param now what the ledger says of the owner's customers */
    AnswerWords(SheetWords words, SheetValues values, Snapshot now, LocalDate today) {
        this.words = words;
        this.values = values;
        this.now = now;
        this.today = today;
    }

    /** Empty for what has no cell. */
    Optional<String> of(Remark remark) {
        return switch (remark) {
            case Remark.NotValid it -> untilMended(words.text("answer.not-valid", quoted(it.text()), it.expected()));
            case Remark.WhoIsIt it -> untilMended(words.text(
                    "answer.who", it.candidates().stream().map(this::named).collect(Collectors.joining(" / ")),
                    words.text("column.id"), words.text("new")));
            case Remark.Disagree it -> untilMended(words.text(
                    "answer.disagree", quoted(values.shown(it.key(), List.of(it.code()))), quoted(values.shown(it.key(), it.others()))));
            case Remark.NotHere _ -> untilMended(words.text("answer.not-here", words.text("sheet.overview")));
            case Remark.Twice it -> untilMended(words.text("answer.twice", named(it.customer())));
            case Remark.Whose it -> untilMended(
                    words.text(it.matches() == 0 ? "answer.no-customer" : "answer.several", quoted(it.name())));
            case Remark.NoDay it -> untilMended(words.text("answer.not-valid", quoted(it.text()), it.expected()));
            case Remark.Overtyped it -> Optional.of(AUTHOR + ":\n"
                    + words.text("answer.overtyped", today.toString(), quoted(it.text()), words.text("column.notes")) + "\n"
                    + words.text("answer.end-dated"));
            case Remark.Said _, Remark.Emptied _, Remark.Differs _ -> Optional.empty();
        };
    }

    private Optional<String> untilMended(String sentence) {
        return Optional.of(AUTHOR + ":\n" + sentence + "\n" + words.text("answer.end"));
    }

    private String named(long customer) {
        Map<String, String> row = now.row(customer);
        return (new CustomerId(customer) + " " + (row == null ? "" : row.getOrDefault("name", ""))).strip();
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED ? text : Text.fit(text, QUOTED) + "…";
    }

    /** Whether a comment is one of these, in whichever language. */
    static boolean isOurs(String comment) {
        return ends(comment, "answer.end") || ends(comment, "answer.end-dated");
    }

    private static boolean ends(String comment, String key) {
        String text = comment.strip();
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return text.startsWith(AUTHOR + ":\n") && HeaderWords.is(last, key);
    }

    /** The sentence of a comment that says what was written over, as long as it is to be read. */
    static Optional<String> said(String comment, LocalDate today) {
        Matcher day = DAY.matcher(comment);
        if (!ends(comment, "answer.end-dated") || !day.find()) {
            return Optional.empty();
        }
        try {
            boolean fresh = LocalDate.parse(day.group()).plus(SAID).isAfter(today);
            String text = comment.strip();
            return fresh ? Optional.of(text.substring(AUTHOR.length() + 2, text.lastIndexOf('\n')).strip()) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // no day: then it is not one that was written here
        }
    }
}
