package org.genjin.daemon.web;

import java.util.Arrays;
import org.genjin.config.Language;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.decision.RefusalWords;
import org.genjin.daemon.words.Words;

/** The page's words, as templates ask for them. Immutable. */
public final class Ui {

    private final Words words;
    private final Words values;
    private final RefusalWords refusals;

    Ui(Language language) {
        this.words = Words.of("ui", language);
        this.values = Words.of("customer", language);
        this.refusals = new RefusalWords(language);
    }

    public String text(String key) {
        return words.text(key);
    }

    public String text(String key, Object argument) {
        return text(key, new Object[] {argument});
    }

    /** Names and dates among {@code arguments} keep their own direction. */
    String text(String key, Object... arguments) {
        return words.text(key, Arrays.stream(arguments).map(it -> it instanceof String text ? words.bare(text) : it).toArray());
    }

    /** A value's name, such as of {@code stage.quoted}; the bare value where there is none. */
    String value(String kind, String id) {
        String key = kind + "." + id;
        return values.has(key) ? values.text(key) : id;
    }

    String refusal(Refusal it) {
        return refusals.say(it);
    }

    public String language() {
        return words.language().tag();
    }

    /** In which direction the language is written, as HTML says it. */
    public String direction() {
        return words.isRightToLeft() ? "rtl" : "ltr";
    }
}
