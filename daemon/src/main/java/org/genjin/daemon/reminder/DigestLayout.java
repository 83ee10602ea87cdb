package org.genjin.daemon.reminder;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** A digest as plain text and as HTML: tables and inline styles, as the worst mail client wants it. Thread-safe. */
final class DigestLayout {

    /** Keep a name's direction from turning the line around it. */
    private static final String ISOLATE = "\u2068";
    private static final String END_ISOLATE = "\u2069";

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
        StringBuilder text = new StringBuilder(mail.title()).append("\n");
        mail.problems().forEach(it -> text.append("\n! ").append(it).append('\n'));
        for (DigestMail.Section section : mail.sections()) {
            text.append("\n== ").append(section.title()).append(" · ").append(section.items().size()).append(" ==\n");
            section.items().forEach(it -> item(it, mail, text));
        }
        paragraph(mail.more(), text);
        text.append("\n-- \n").append(mail.yesterday()).append('\n');
        mail.sources().forEach(it -> text.append(it.bad() ? "! " : "").append(it.text()).append('\n'));
        return text.append(mail.whyThisMail()).append('\n').toString();
    }

    private static void item(DigestMail.Item it, DigestMail mail, StringBuilder text) {
        text.append(String.format("%n%2d  ", it.number()).replace("\r\n", "\n"));
        text.append(ISOLATE).append(it.name()).append(END_ISOLATE).append("  ").append(it.meta()).append('\n');
        line(it.why(), text);
        line(it.quote().isEmpty() ? "" : "“" + ISOLATE + it.quote() + END_ISOLATE + "”", text);
        line(it.note(), text);
        line(it.local(), text);
        line(it.mailto().isEmpty() ? "" : mail.write() + ": " + it.mailto().substring("mailto:".length()), text);
        line(it.page().isEmpty() ? "" : mail.open() + ": " + it.page(), text);
    }

    private static void line(String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append("    ").append(words).append('\n');
        }
    }

    private static void paragraph(String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append('\n').append(words).append('\n');
        }
    }
}
