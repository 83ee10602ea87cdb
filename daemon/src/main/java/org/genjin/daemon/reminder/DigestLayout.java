package org.genjin.daemon.reminder;

import java.util.List;
import org.genjin.daemon.outbox.MailTemplate;
import org.genjin.daemon.words.Text;

/** A digest as plain text and as HTML: tables and inline styles, as the worst mail client wants it. Thread-safe. */
final class DigestLayout {

    private static final String INDENT = "    ";

    private final MailTemplate html = new MailTemplate("digest");

    String html(DigestMail mail) {
        return html.fill(mail);
    }

    String text(DigestMail mail) {
        StringBuilder text = new StringBuilder(mail.subject()).append("\n");
        paragraph(mail.answerable(), text);
        mail.problems().forEach(it -> text.append("\n! ").append(it).append('\n'));
        for (DigestMail.Section section : mail.sections()) {
            text.append("\n== ").append(section.title()).append(" · ").append(section.items().size()).append(" ==\n");
            section.items().forEach(it -> item(it, text));
        }
        paragraph(mail.more(), text);
        paragraph(mail.how().text(), text);
        mail.how().examples().forEach(it -> line(it, text));
        paragraph(mail.how().more(), text);
        paragraph(mail.page(), text);
        text.append("\n-- \n").append(mail.yesterday()).append('\n');
        mail.sources().forEach(it -> text.append(it.bad() ? "! " : "").append(it.text()).append('\n'));
        return text.append(mail.whyThisMail()).append('\n').toString();
    }

    private static void item(DigestMail.Item it, StringBuilder text) {
        String number = "\n" + (it.number() < 10 ? " " : "") + it.number() + "  ";
        text.append(number).append(it.name().isEmpty() ? it.why() : it.name() + "  " + it.meta()).append('\n');
        line(it.name().isEmpty() ? "" : it.why(), text);
        line(it.quote().isEmpty() ? "" : "“" + it.quote() + "”", text);
        it.lines().forEach(line -> line(line, text));
        if (it.name().isEmpty()) {
            List<String> commands = it.actions().stream().map(DigestMail.Action::command).map(Text::isolated).toList();
            line("→ " + String.join(" · ", commands), text);
        }
    }

    private static void line(String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append(INDENT).append(words).append('\n');
        }
    }

    private static void paragraph(String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append('\n').append(words).append('\n');
        }
    }
}
