package org.genjin.daemon.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.AnswerTable.Line;
import org.genjin.daemon.ledger.AnswerTable.Outcome;
import org.genjin.daemon.outbox.AnswerLinks;
import org.genjin.daemon.outbox.MailTemplate;
import org.genjin.daemon.outbox.OwnMail;

/** Writes the receipt of an answer: what was done, line by line, what was not and why, and how to take it back. Thread-safe. */
final class ReceiptWriter {

    private static final int LONGEST_ID = 900;

    private final MailTemplate html = new MailTemplate("receipt");
    private final String page;

    /** @param page address of the page at the desk, without a slash at its end; "" if there is none */
    ReceiptWriter(String page) {
        this.page = page;
    }

    /**
     * A receipt to be sent.
     *
     * @param names what each line is about, in the order of {@code lines}
     * @param messageId of the receipt itself, so that its links name it
     * @param answers the Message-ID of the answer; "" if it has none
     */
    OwnMail.Letter letter(
            String owner, Language language, List<Line> lines, List<String> names, String messageId, String answers) {
        Receipt receipt = receipt(owner, language, lines, names, OwnMail.token(messageId));
        Map<String, String> headers = new HashMap<>();
        if (!answers.isEmpty() && answers.length() < LONGEST_ID) {
            headers.put("In-Reply-To", answers);
            headers.put("References", answers);
        }
        return new OwnMail.Letter(receipt.subject(), text(receipt), html.fill(receipt), headers);
    }

    private Receipt receipt(String owner, Language language, List<Line> lines, List<String> names, String token) {
        AnswerWording wording = new AnswerWording(language);
        List<String> done = new ArrayList<>();
        List<String> unclear = new ArrayList<>();
        boolean undoable = false;
        for (int i = 0; i < lines.size(); i++) {
            Line it = lines.get(i);
            String said = wording.say(it, names.get(i));
            if (it.outcome().isObeyed()) {
                done.add(it.line() + "  " + said);
            } else {
                unclear.add(said);
            }
            undoable |= isUndoable(it);
        }
        boolean doubts = lines.stream().anyMatch(it -> !it.outcome().isObeyed() && it.outcome() != Outcome.TOO_LATE);
        String subject = done.isEmpty()
                ? wording.text("subject.unclear")
                : wording.text(unclear.isEmpty() ? "subject.done" : "subject.both", String.valueOf(done.size()), String.valueOf(unclear.size()));
        String undo = wording.command("undo");
        AnswerLinks links = new AnswerLinks(owner, token, page);
        return new Receipt(
                wording.language(), wording.direction(), subject, wording.text("title"), wording.text("section.done"), done,
                wording.text("section.unclear"), unclear, doubts ? wording.example() : "",
                undoable ? wording.text("undo.how", undo, undo + " 1") : "", wording.text("undo.link"),
                undoable ? links.mail(undo, undo) : "", undoable ? links.page(undo) : "", wording.text("why"));
    }

    static boolean isUndoable(Line it) {
        return it.decision() != null || it.outcome() == Outcome.STOP || it.outcome() == Outcome.PAUSE || it.outcome() == Outcome.YES
                || it.outcome() == Outcome.NO;
    }

    private static String text(Receipt it) {
        StringBuilder text = new StringBuilder(it.title()).append('\n');
        section(it.doneTitle(), it.done(), text);
        section(it.unclearTitle(), it.unclear(), text);
        for (String paragraph : List.of(it.example(), it.undo())) {
            text.append(paragraph.isEmpty() ? "" : "\n" + paragraph + "\n");
        }
        text.append(it.undoPage().isEmpty() ? "" : it.undoLink() + ": " + it.undoPage() + "\n");
        return text.append("\n-- \n").append(it.why()).append('\n').toString();
    }

    private static void section(String title, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append("\n== ").append(title).append(" · ").append(lines.size()).append(" ==\n\n");
            lines.forEach(it -> text.append("  ").append(it).append('\n'));
        }
    }
}
