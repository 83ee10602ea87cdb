package org.genjin.daemon.report;

import org.genjin.daemon.outbox.MailTemplate;

/** The mail about a week as plain text and as HTML that any mail client shows. Thread-safe. */
final class WeeklyLayout {

    private final MailTemplate html = new MailTemplate("weekly");
    private final TextSections text = new TextSections();

    String html(WeeklyMail mail) {
        return html.fill(mail);
    }

    String text(WeeklyMail mail) {
        StringBuilder all = new StringBuilder(mail.title()).append('\n');
        if (!mail.nothing().isEmpty()) {
            all.append('\n').append(mail.nothing()).append('\n');
        }
        for (Section it : mail.sections()) {
            all.append('\n');
            text.lines(it).forEach(line -> all.append(line).append('\n'));
        }
        if (!mail.page().isEmpty()) {
            all.append('\n').append(mail.open()).append(": ").append(mail.page()).append('\n');
        }
        return all.append("\n-- \n").append(mail.whyThisMail()).append('\n').toString();
    }
}
