package org.genjin.daemon.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The mail about a week as plain text and as HTML that any mail client shows. Thread-safe. */
final class WeeklyLayout {

    private final PebbleTemplate html;
    private final TextSections text = new TextSections();

    WeeklyLayout() {
        ClasspathLoader loader = new ClasspathLoader(WeeklyLayout.class.getClassLoader());
        loader.setPrefix("templates");
        loader.setSuffix(".peb");
        this.html = new PebbleEngine.Builder().loader(loader).strictVariables(true).build().getTemplate("weekly");
    }

    String html(WeeklyMail mail) {
        StringWriter page = new StringWriter();
        try {
            html.evaluate(page, Map.of("mail", mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
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
