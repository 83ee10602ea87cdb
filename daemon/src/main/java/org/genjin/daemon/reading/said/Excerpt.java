package org.genjin.daemon.reading.said;

import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;

/** The exact words of a part of a text, without the marks that stand around it. */
final class Excerpt {

    private Excerpt() {}

    static String of(Tokens tokens, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && bare(tokens.get(first)) && !tokens.is(first, "¿")) {
            first++;
        }
        while (end > first && bare(tokens.get(end - 1)) && !tokens.is(end - 1, "?")) {
            end--;
        }
        return tokens.words(first, end);
    }

    private static boolean bare(Token token) {
        return token.kind() == Token.Kind.MARK || token.kind() == Token.Kind.BREAK;
    }
}
