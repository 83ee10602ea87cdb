package org.genjin.daemon.words;

import java.util.Locale;
import org.genjin.config.Language;

/** What holidays and countries are called in a language. Immutable. */
public final class HolidayWords {

    private static final String ANY = "public-holiday";

    private final Words words;

    public HolidayWords(Language language) {
        this.words = Words.of("holiday", language);
    }

    /**
     * @param name a key, such as {@code spring-festival}
     * @param english what it is called where there are no words for the key, in English
     */
    public String holiday(String name, String english) {
        if (words.has(name)) {
            return words.text(name);
        }
        return words.language() == Language.EN ? english : words.text(ANY);
    }

    /** @param code ISO 3166 alpha-2; "" where it is not known */
    public String country(String code) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(words.language().locale());
    }
}
