package org.genjin.daemon.reminder;

import org.genjin.daemon.outbox.MailTemplate;
import org.genjin.daemon.words.Text;

/** An alert as plain text and as HTML. Thread-safe. */
final class AlertLayout {

    private final MailTemplate html = new MailTemplate("alert");

    String html(AlertMail mail) {
        return html.fill(mail);
    }

    String text(AlertMail mail) {
        StringBuilder text = new StringBuilder(mail.title()).append('\n');
        mail.paragraphs().forEach(it -> text.append('\n').append(it).append('\n'));
        for (AlertMail.Item it : mail.items()) {
            text.append('\n').append(it.number()).append("  ").append(Text.isolated(it.name())).append("  ").append(it.meta()).append('\n');
            line(it.why(), text);
            line(it.quote().isEmpty() ? "" : "“" + Text.isolated(it.quote()) + "”", text);
            line(it.local(), text);
        }
        mail.open().forEach(it -> text.append('\n').append(it.words()).append(": ").append(it.address()).append('\n'));
        text.append("\n-- \n");
        if (!mail.hint().isEmpty()) {
            text.append(mail.hint()).append('\n');
        }
        return text.append(mail.why()).append('\n').toString();
    }

    private static void line(String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append("   ").append(words).append('\n');
        }
    }
}
