package org.genjin.daemon.answer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.AnswerTable.Line;
import org.genjin.daemon.ledger.AnswerTable.Outcome;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/** Says in an owner's language what came of an answer. Immutable. */
final class AnswerWording {

    private final Words words;
    private final Words commands;
    private final Words values;
    private final DateTimeFormatter day;

    AnswerWording(Language language) {
        this.words = Words.of("receipt", language);
        this.commands = Words.of("command", language);
        this.values = Words.of("customer", language);
        this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd (EEE)", language.locale());
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    String command(String key, Object... arguments) {
        return commands.text(key, arguments);
    }

    String language() {
        return words.language().tag();
    }

    String direction() {
        return words.isRightToLeft() ? "rtl" : "ltr";
    }

    /** What is logged for a customer whose owner says no more than that it is done. */
    String dealtWith(String reason) {
        String key = "reason." + reason;
        return reason.isEmpty() || !values.has(key) ? commands.text("done") : words.text("log.done", values.text(key));
    }

    /** An example of what can be written. */
    String example() {
        String one = "1 " + commands.text("done");
        String two = "2 " + commands.text("days", "3");
        return words.text("example", "“" + one + "”, “" + two + "”");
    }

    /** @param customer what is called in the line: a customer, or the number of a question */
    String say(Line line, String customer) {
        String name = Text.isolated(customer);
        String said = Text.isolated(line.words());
        String detail = Text.isolated(line.detail());
        return switch (line.outcome()) {
            case DONE -> line.detail().isEmpty() ? words.text("done", name) : words.text("done.text", name, detail);
            case LATER -> later(line, name, detail);
            case GRADE, NOTE, LOG -> words.text(line.outcome().id(), name, line.outcome() == Outcome.GRADE ? line.detail() : detail);
            case YES, NO -> words.text(line.outcome().id(), question(line, name));
            case WHOSE -> line.customer() == null ? words.text("whose.no") : words.text("whose", name);
            case STOP -> words.text("stop", commands.text("start"));
            case START -> words.text("start");
            case PAUSE -> words.text("pause", day(line.day()));
            case UNDO -> words.text("undo", customer.isEmpty() ? commandOf(line) : name + " — " + commandOf(line));
            case WORDS, WHICH, SEVERAL, NO_SUCH_LINE, NOT_HERE, GONE, NO_UNDO -> words.text(line.outcome().id(), said, line.detail());
            case DAY_PAST -> words.text("day-past", said, past(line.detail()));
            case TOO_LATE -> words.text("too-late");
        };
    }

    private String later(Line line, String name, String text) {
        LocalDate wanted = line.wanted();
        String key = "later" + (wanted == null ? "" : ".moved") + (line.detail().isEmpty() ? "" : ".text");
        return wanted == null
                ? words.text(key, name, day(line.day()), text)
                : words.text(key, name, day(line.day()), day(wanted), text);
    }

    private String question(Line line, String name) {
        String question = words.text("question", String.valueOf(line.number()));
        return name.isEmpty() ? question : question + ", " + name;
    }

    /** What was taken back, by the word that had asked for it, or by what it was. */
    private String commandOf(Line line) {
        return switch (line.detail()) {
            case "done", "yes", "no", "stop", "start" -> commands.text(line.detail());
            case "note", "log" -> commands.text("note");
            case "grade" -> commands.text("grade", "").strip();
            case "later", "whose", "pause" -> words.text("undone." + line.detail());
            default -> text("undo.link");
        };
    }

    private String past(String date) {
        return Optional.of(date).filter(it -> !it.isEmpty()).map(it -> day(LocalDate.parse(it))).orElse("");
    }

    private String day(@Nullable LocalDate date) {
        return date == null ? "" : day.format(date);
    }
}
