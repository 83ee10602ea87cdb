package org.genjin.daemon.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Renders templates; everything in them is escaped. Thread-safe. */
final class Pages {

    private final PebbleEngine engine;
    private final Ui ui;

    Pages(Ui ui) {
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("templates/web");
        loader.setSuffix(".peb");
        this.engine = new PebbleEngine.Builder().loader(loader).build();
        this.ui = ui;
    }

    String render(String template, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("ui", ui);
        all.putIfAbsent("heading", "");
        all.putIfAbsent("active", "");
        all.putIfAbsent("viewer", "");
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
