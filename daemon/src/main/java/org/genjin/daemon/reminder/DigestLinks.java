package org.genjin.daemon.reminder;

import java.util.List;
import java.util.stream.Stream;
import org.genjin.daemon.outbox.AnswerLinks;
import org.genjin.daemon.words.Words;

/** What can be done by a tap: each a command of an answer, in a mail ready to be sent and, where there is a page, on it. Immutable. */
final class DigestLinks {

    private static final int FEW_DAYS = 3;

    private final Words commands;
    private final AnswerLinks answers;
    private final boolean brief;

    /**
     * @param commands the words that answers are understood by
     * @param owner to whom the mail goes, and the answer
     * @param token names the mail
     * @param page address of the page at the desk, without a slash at its end; "" if there is none
     * @param brief only in a mail, not on the page too
     */
    DigestLinks(Words commands, String owner, String token, String page, boolean brief) {
        this.commands = commands;
        this.answers = new AnswerLinks(owner, token, page);
        this.brief = brief;
    }

    /** What one does with a customer. A note is left open, for its words: it wants a keyboard, so there is no page for it. */
    List<DigestMail.Action> customer(int number) {
        Stream<String> ready = Stream.of(
                commands.text("done"), commands.text("tomorrow"), commands.text("days", FEW_DAYS), commands.text("monday"));
        String note = commands.text("note");
        DigestMail.Action open = new DigestMail.Action(note + " …", number + " " + note, mailto(number + " " + note + " "), "");
        return Stream.concat(ready.map(it -> action(it, number + " " + it)), Stream.of(open)).toList();
    }

    List<DigestMail.Action> yesOrNo(int number) {
        return Stream.of("yes", "no").map(commands::text).map(it -> action(it, number + " " + it)).toList();
    }

    /** One of several customers. */
    DigestMail.Action choice(int number, String label, String id) {
        return action(label, number + " " + id);
    }

    DigestMail.Action none(int number, String label) {
        return action(label, number + " " + commands.text("no"));
    }

    /** Its subject says it as well: some programs drop the rest of such a link in a header. */
    String stop() {
        String stop = commands.text("stop");
        return answers.mail(stop, stop);
    }

    String pageOf(String path) {
        return answers.page().isEmpty() ? "" : answers.page() + path;
    }

    private DigestMail.Action action(String label, String command) {
        return new DigestMail.Action(
                label, command, mailto(command), brief ? "" : answers.page(command));
    }

    private String mailto(String command) {
        return answers.mail("Genjin", command);
    }
}
