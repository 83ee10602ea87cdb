package org.genjin.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** Puts each word's stem beside it, marked with a sign that no word begins with. */
final class Stems extends TokenFilter {

    /** What a stem begins with. */
    static final char MARK = '~';

    private static final Map<String, Supplier<SnowballStemmer>> LANGUAGES = Map.of(
            "en", EnglishStemmer::new,
            "es", SpanishStemmer::new,
            "pt", PortugueseStemmer::new,
            "fr", FrenchStemmer::new,
            "de", GermanStemmer::new,
            "ru", RussianStemmer::new,
            "ar", ArabicStemmer::new);

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Current current;
    private AttributeSource.@Nullable State waiting;
    private String stem = "";

    Stems(TokenStream input, Current current) {
        super(input);
        this.current = current;
    }

    /** The language that is being indexed. */
    static final class Current {
        private final Map<String, SnowballStemmer> stemmers = new HashMap<>();
        private @Nullable SnowballStemmer stemmer;

        void set(String language) {
            Supplier<SnowballStemmer> maker = LANGUAGES.get(language);
            stemmer = maker == null ? null : stemmers.computeIfAbsent(language, _ -> maker.get());
        }
    }

    /** Each stem that a word asked for may have, marked, in every language; without the word itself. */
    static Set<String> of(String word) {
        Set<String> stems = new LinkedHashSet<>();
        for (Supplier<SnowballStemmer> maker : LANGUAGES.values()) {
            stems.add(MARK + stem(maker.get(), word));
        }
        return stems;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (waiting != null) {
            restoreState(waiting);
            waiting = null;
            term.setEmpty().append(MARK).append(stem);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        SnowballStemmer stemmer = current.stemmer;
        if (stemmer != null && term.length() > 2 && Character.isLetter(term.charAt(0)) && !isPaired(term.charAt(0))) {
            stem = stem(stemmer, term.toString());
            waiting = captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting = null;
    }

    /** Of these scripts pairs of characters are made later; a stem between them would be taken for a part of a pair. */
    private static boolean isPaired(char letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
