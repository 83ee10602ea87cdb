package org.genjin.index;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** Stems of words, folded, and marked with a sign that no word begins with. Thread-safe. */
final class Stems {

    /** What a stem begins with. */
    static final char MARK = '~';

    private static final int REMEMBERED = 50_000;

    private final Map<String, Language> languages = Map.of(
            "en", new Language(EnglishStemmer::new),
            "es", new Language(SpanishStemmer::new),
            "pt", new Language(PortugueseStemmer::new),
            "fr", new Language(FrenchStemmer::new),
            "de", new Language(GermanStemmer::new),
            "ru", new Language(RussianStemmer::new),
            "ar", new Language(ArabicStemmer::new));

    /** The stems of one language. Null for languages without. */
    @Nullable Language of(String iso639) {
        return languages.get(iso639);
    }

    /** Each stem that a word asked for may have, in any language. */
    Set<String> all(String word) {
        Set<String> stems = new LinkedHashSet<>();
        languages.values().forEach(it -> stems.add(it.stem(word)));
        return stems;
    }

    /** Thread-safe. What was worked out is remembered: few words make most of a mailbox. */
    static final class Language {

        private final Supplier<SnowballStemmer> maker;
        private final Map<String, String> known = new ConcurrentHashMap<>();

        Language(Supplier<SnowballStemmer> maker) {
            this.maker = maker;
        }

        /** @param word as written */
        String stem(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            String stem = known.get(lower);
            if (stem == null) {
                SnowballStemmer stemmer = maker.get();
                stemmer.setCurrent(lower);
                stemmer.stem();
                stem = MARK + Folding.of(stemmer.getCurrent());
                if (known.size() < REMEMBERED) {
                    known.put(lower, stem);
                }
            }
            return stem;
        }
    }
}
