package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/**
 * Letters, figures and what joins them, written without a blank: codes, numbers of documents, sizes.
 *
 * @param written as it stands in the text
 * @param from its first token
 * @param to the token after its last
 */
record Chunk(String written, int from, int to) {

    private static final String JOINING = "-/._+#&–";

    static List<Chunk> all(KnownText text) {
        Tokens tokens = text.tokens();
        List<Chunk> all = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            if (!isPart(tokens, at)) {
                at++;
                continue;
            }
            int to = end(tokens, at);
            all.add(new Chunk(tokens.words(at, to), at, to));
            at = to;
        }
        return all;
    }

    private static int end(Tokens tokens, int from) {
        int to = from + 1;
        while (to < tokens.size() && tokens.glued(to)) {
            if (isPart(tokens, to)) {
                to++;
            } else if (JOINING.contains(tokens.words(to, to + 1)) && tokens.glued(to + 1) && isPart(tokens, to + 1)) {
                to += 2;
            } else {
                break;
            }
        }
        // HK859+
        boolean plus = to < tokens.size() && tokens.is(to, "+") && tokens.glued(to)
                && tokens.kind(from) == Tokens.Kind.WORD && to - from > 1;
        return plus ? to + 1 : to;
    }

    private static boolean isPart(Tokens tokens, int token) {
        if (token >= tokens.size()) {
            return false;
        }
        return switch (tokens.kind(token)) {
            case NUMBER -> true;
            // Codes are written in Latin or Cyrillic letters.
            case WORD -> tokens.words(token, token + 1).charAt(0) < 0x530;
            case HAN, SIGN -> false;
        };
    }

    boolean hasDigit() {
        return digits() > 0;
    }

    boolean hasLetter() {
        return letters() > 0;
    }

    boolean isUpper() {
        for (int i = 0; i < written.length(); i++) {
            if (Character.isLowerCase(written.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    int digits() {
        int digits = 0;
        for (int i = 0; i < written.length(); i++) {
            digits += Character.isDigit(written.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    int letters() {
        int letters = 0;
        for (int i = 0; i < written.length(); i++) {
            letters += Character.isLetter(written.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    /** Letters first as A, figures as 9, the rest as it is: {@code CSNU6123450} is {@code AAAA9999999}. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            shape.append(Character.isDigit(c) ? '9' : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c);
        }
        return shape.toString();
    }
}
