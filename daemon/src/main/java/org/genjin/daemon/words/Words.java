package org.genjin.daemon.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.genjin.config.Language;

/**
 * The sentences of one area in one language, from {@code i18n/AREA/TAG.properties} (UTF-8, {@link MessageFormat}
 * patterns; with plurals where a language has them). What a language has no sentence for yet is said in English. Immutable.
 */
public final class Words {

    /** Only ICU knows the plurals of each language. */
    private static final String PLURAL = ", plural,";

    private final Language language;
    private final Locale locale;
    private final Properties patterns;

    private Words(Language language, Properties patterns) {
        this.language = language;
        // Dates, codes and what one answers are in these digits everywhere, so that Arabic does not mix two kinds.
        this.locale = Locale.forLanguageTag(language.tag() + "-u-nu-latn");
        this.patterns = patterns;
    }

    /** @param area {@code ui}, {@code digest}, {@code workbook} or {@code cli} */
    public static Words of(String area, Language language) {
        String folder = "/i18n/" + area + "/";
        Language found = Words.class.getResource(folder + language.tag() + ".properties") == null ? Language.EN : language;
        Properties english = read(folder + Language.EN.tag() + ".properties", new Properties());
        return new Words(
                found, found == Language.EN ? english : read(folder + found.tag() + ".properties", new Properties(english)));
    }

    private static Properties read(String path, Properties patterns) {
        try (InputStream file = Words.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no words at " + path);
            }
            patterns.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language that the sentences are in. */
    public Language language() {
        return language;
    }

    /** Whether the language is written from right to left. */
    public boolean isRightToLeft() {
        return language == Language.AR;
    }

    /** A date, number, address or name as it is to stand in a sentence: kept from turning round in one that is written from the right. */
    public String bare(String value) {
        return isRightToLeft() ? Text.isolated(value) : value;
    }

    /** Numbers among {@code arguments} are written in the language's own way; pass them as text to keep them bare. */
    public String text(String key, Object... arguments) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return pattern.contains(PLURAL)
                ? new com.ibm.icu.text.MessageFormat(pattern, locale).format(arguments)
                : new MessageFormat(pattern, locale).format(arguments);
    }

    Set<String> keys() {
        return patterns.stringPropertyNames();
    }

    /** As it stands in the file. */
    String pattern(String key) {
        return patterns.getProperty(key, "");
    }

    public boolean has(String key) {
        return patterns.getProperty(key) != null;
    }
}
