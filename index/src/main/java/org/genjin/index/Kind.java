package org.genjin.index;

import com.ibm.icu.lang.UScript;
import org.jspecify.annotations.Nullable;

/** What a character is to somebody who looks for words. */
enum Kind {
    /** Blank, sign, control: parts words. */
    OTHER,
    /** Of a script that writes words apart. */
    LETTER,
    DIGIT,
    /** Belongs to the character before it: an accent, a soft hyphen. */
    MARK,
    /** Chinese, Japanese, Korean: looked for by any characters in a row. */
    CJK,
    /** Thai and others without blanks between words: a dictionary parts them. */
    UNPARTED;

    // Worked out when first met. Threads may work out the same character at once; they come to the same.
    private static final @Nullable Kind[] KNOWN = new Kind[Character.MAX_VALUE + 1];

    static Kind of(int point) {
        if (point > Character.MAX_VALUE) {
            return work(point);
        }
        Kind known = KNOWN[point];
        if (known == null) {
            known = work(point);
            KNOWN[point] = known;
        }
        return known;
    }

    private static Kind work(int point) {
        if (point == 0x200b) {
            return OTHER; // a blank without width
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT ->
                byScript(point) == UNPARTED ? UNPARTED : MARK;
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.LETTER_NUMBER -> DIGIT;
            default -> Character.isLetter(point) ? byScript(point) : OTHER;
        };
    }

    private static Kind byScript(int point) {
        if (point == 0x30fc || point == 0xff70) {
            return CJK; // what makes a Japanese vowel long
        }
        if (point == 0xff9e || point == 0xff9f) {
            return MARK; // its half-wide voicing
        }
        return switch (UScript.getScript(point)) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL, UScript.BOPOMOFO -> CJK;
            case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> UNPARTED;
            default -> LETTER;
        };
    }
}
