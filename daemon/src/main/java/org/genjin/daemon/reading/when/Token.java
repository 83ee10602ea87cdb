package org.genjin.daemon.reading.when;

import java.util.List;

/**
 * A word, an ideograph, a number or a mark of a text.
 *
 * @param start in the text, inclusive
 * @param end in the text, exclusive
 * @param forms under which a phrase may name it, the fullest first: in lower case, Arabic also without what is joined to it
 * @param plain the first form without accents
 * @param number its value; -1 if it is none or has more than nine digits
 */
public record Token(Kind kind, int start, int end, List<String> forms, String plain, int number) {

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK,
        /** The end of a line that is not merely wrapped. */
        BREAK
    }

    public String form() {
        return forms.getFirst();
    }

    public boolean is(String form) {
        return forms.getFirst().equals(form);
    }
}
