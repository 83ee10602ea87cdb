package org.genjin.daemon.reading.text;

import java.util.List;
import java.util.Optional;

/** A text with all that is known of its words: its tokens, the hits of a {@link Lexicon} and the numbers, in order. */
public record KnownText(Tokens tokens, Hits hits, List<Amount> amounts, Lexicon lexicon) {

    public KnownText {
        amounts = List.copyOf(amounts);
    }

    /** Whether a word of the family stands in the token's sentence. */
    public boolean inSentence(String family, int token) {
        int sentence = tokens.sentence(token);
        for (Hit it : hits.family(family)) {
            if (tokens.sentence(it.from()) == sentence) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of the family stands in the token's clause. */
    public boolean inClause(String family, int token) {
        return inClause(family, token, Integer.MAX_VALUE);
    }

    /** Whether a word of the family stands in the token's clause, fewer than so many tokens away. */
    public boolean inClause(String family, int token, int near) {
        int clause = tokens.clause(token);
        for (Hit it : hits.family(family)) {
            if (tokens.clause(it.from()) == clause && Math.abs(it.from() - token) < near) {
                return true;
            }
        }
        return false;
    }

    /** The number that begins at the token. */
    public Optional<Amount> amountAt(int token) {
        int low = 0;
        int high = amounts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (amounts.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < amounts.size() && amounts.get(low).from() == token ? Optional.of(amounts.get(low)) : Optional.empty();
    }

    /** @param language ISO 639-1, for the custom of writing numbers; may be empty */
    public static KnownText of(String text, Lexicon lexicon, String language) {
        Tokens tokens = Tokens.of(text, language.equals("fr") || language.equals("ru") || language.equals("es")
                || language.equals("pt"));
        Hits hits = lexicon.hits(tokens);
        return new KnownText(tokens, hits, new Amounts(tokens, hits, language).all(), lexicon);
    }
}
