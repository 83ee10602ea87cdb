package org.genjin.daemon.reading.text;

import java.util.List;

/** A text with all that is known of its words: its tokens, the marks of a {@link Lexicon} and the numbers, in order. */
public record MarkedText(Tokens tokens, Marks marks, List<Amount> amounts, String language) {

    public MarkedText {
        amounts = List.copyOf(amounts);
    }

    /** @param language ISO 639-1, for the custom of writing numbers; may be empty */
    public static MarkedText of(String text, Lexicon lexicon, String language) {
        Tokens tokens = Tokens.of(text, language.equals("fr") || language.equals("ru") || language.equals("es") || language.equals("pt"));
        Marks marks = lexicon.marks(tokens);
        return new MarkedText(tokens, marks, new Amounts(tokens, marks, language).all(), language);
    }
}
