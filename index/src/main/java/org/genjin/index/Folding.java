package org.genjin.index;

import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Characters as they are looked for: without case, accents and width, Arabic letters and digits in one form, traditional
 * Chinese as simplified. The rules are Unicode's (UTR 30 as ICU has it); each character is worked out when it is first met.
 */
final class Folding {

    /** Stands for 'nothing is left of it', as of an accent that stands alone. */
    static final char NOTHING = '\uffff';
    /** Stands for 'more than one character', which is worked out each time: it is rare. */
    static final char SEVERAL = '\ufffe';

    // Threads may work out the same character at once; they come to the same.
    private static final char[] KNOWN = new char[Character.MAX_VALUE + 1];

    private Folding() {}

    static String of(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        append(folded, text, 0, text.length());
        return folded.toString();
    }

    /** Appends what {@code text} is from {@code start} to {@code end}. */
    static void append(StringBuilder to, CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                to.append(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                to.append(worked(text.subSequence(i, i + 2)));
                i++;
            } else {
                append(to, c);
            }
        }
    }

    /** What {@code c} is; {@link #NOTHING} or {@link #SEVERAL} if it is not one character. */
    static char one(char c) {
        char known = KNOWN[c];
        if (known == 0) {
            known = Chinese.simplified(c);
            if (known == 0) {
                String worked = Character.isSurrogate(c) ? "" : worked(String.valueOf(c));
                known = worked.isEmpty() ? NOTHING : worked.length() > 1 ? SEVERAL : worked.charAt(0);
            }
            KNOWN[c] = known;
        }
        return known;
    }

    private static void append(StringBuilder to, char c) {
        char known = one(c);
        if (known == SEVERAL) {
            to.append(worked(String.valueOf(c)));
        } else if (known != NOTHING) {
            to.append(known);
        }
    }

    private static String worked(CharSequence character) {
        return ICUFoldingFilter.NORMALIZER.normalize(character);
    }
}
