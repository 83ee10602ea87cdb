package org.genjin.daemon.reminder;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.words.Text;

/** A digest as plain text and as HTML: tables and inline styles, as the worst mail client wants it. Thread-safe. */
final class DigestLayout {

    private static final String INDENT = "    ";

    private final PebbleTemplate html;

    DigestLayout() {
        ClasspathLoader loader = new ClasspathLoader(DigestLayout.class.getClassLoader());
        loader.setPrefix("templates");
        loader.setSuffix(".peb");
        this.html = new PebbleEngine.Builder().loader(loader).strictVariables(true).build().getTemplate("digest");
    }

    String html(DigestMail mail) {
        StringWriter page = new StringWriter();
        try {
            html.evaluate(page, Map.of("mail", mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
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
