package org.genjin.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that pages, digest and workbook can be asked for; {@link #tag} is its BCP 47 tag. */
public enum Language {
    ZH_CN("zh-CN"),
    EN("en"),
    ES("es"),
    PT_BR("pt-BR"),
    FR("fr"),
    AR("ar"),
    DE("de"),
    RU("ru");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(it -> it.tag.equalsIgnoreCase(tag)).findFirst();
    }
}
