package org.genjin.daemon.reading.text;

import java.util.List;

/** A text with all that is known of its words: its tokens, the hits of a {@link Lexicon} and the numbers, in order. */
public record KnownText(Tokens tokens, Hits hits, List<Amount> amounts, String language) {

    public KnownText {
        amounts = List.copyOf(amounts);
    }

    /** @param language ISO 639-1, for the custom of writing numbers; may be empty */
    public static KnownText of(String text, Lexicon lexicon, String language) {
        Tokens tokens = Tokens.of(text, language.equals("fr") || language.equals("ru") || language.equals("es") || language.equals("pt"));
        Hits hits = lexicon.hits(tokens);
        return new KnownText(tokens, hits, new Amounts(tokens, hits, language).all(), language);
    }
}
