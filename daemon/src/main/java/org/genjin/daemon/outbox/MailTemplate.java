package org.genjin.daemon.outbox;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The HTML of a kind of mail, from a file in {@code templates}; everything in it is escaped. Thread-safe. */
public final class MailTemplate {

    private final PebbleTemplate template;

    /** @param name of the file, without {@code .peb} */
    public MailTemplate(String name) {
        ClasspathLoader loader = new ClasspathLoader(MailTemplate.class.getClassLoader());
        loader.setPrefix("templates");
        loader.setSuffix(".peb");
        this.template = new PebbleEngine.Builder().loader(loader).strictVariables(true).build().getTemplate(name);
    }

    /** @param mail what the template calls {@code mail} */
    public String fill(Object mail) {
        StringWriter page = new StringWriter();
        try {
            template.evaluate(page, Map.of("mail", mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
