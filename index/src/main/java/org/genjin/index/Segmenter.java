package org.genjin.index;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text to terms, one after the other: words of scripts that write them apart; Chinese, Japanese and Korean as pairs of
 * characters, so that any two in a row are found; codes and addresses by their parts, which follow each other, letters apart
 * from digits. Beside the first part of what belongs together stand other forms of the whole: {@link #WHOLE} and {@link
 * Numerals#PHONE} say what they are. All terms are folded. One thread.
 */
final class Segmenter {

    /** What a compound begins with when its parts are written as one, such as {@code =a1312b} for A-1312/B. */
    static final char WHOLE = '=';

    private static final String JOINERS = "-\u2010\u2011\u2012\u2013\u2014\u2212/\\._+#*×\u066b\u066c";
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013";
    private static final String POINTS = ".,\u066b\u066c";
    private static final int LONGEST_WHOLE = 32;
    private static final int MOST_PARTS = 12;
    /** Longer runs without any sign are keys and hashes: they are kept as they are, as far as this. */
    private static final int LONGEST_WORD = 40;

    private static final int LONGEST_TERM = 100;

    private final boolean indexing;
    private CharSequence text = "";
    private @Nullable BreakIterator dictionary;
    private int at;
    private int carry;
    private int numberEnd;
    private int phoneEnd;

    private String[] terms = new String[64];
    private int[] steps = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] words = new boolean[64];
    private int head;
    private int tail;

    private int[] partEnds = new int[16];
    private int[] partStarts = new int[16];
    private int parts;

    /** @param indexing with single Chinese characters beside the pairs, which a question does not need */
    Segmenter(boolean indexing) {
        this.indexing = indexing;
    }

    /** Begins at the start of {@code next}. */
    void begin(CharSequence next) {
        text = next;
        at = 0;
        carry = 0;
        numberEnd = 0;
        phoneEnd = 0;
        head = 0;
        tail = 0;
        parts = 0;
    }

    /** False at the end of the text. Otherwise the methods below tell of the term. */
    boolean next() {
        head++;
        while (head >= tail) {
            head = 0;
            tail = 0;
            if (at >= text.length()) {
                return false;
            }
            scan();
        }
        return true;
    }

    String term() {
        return terms[head];
    }

    /** How far it is from the term before: 0 if it stands beside it. */
    int step() {
        return steps[head];
    }

    int start() {
        return starts[head];
    }

    int end() {
        return ends[head];
    }

    /** A word of letters that may have a stem. */
    boolean isWord() {
        return words[head];
    }

    private void scan() {
        int point = Character.codePointAt(text, at);
        switch (Kind.of(point)) {
            case CJK -> characters();
            case UNPARTED -> unparted();
            case LETTER, DIGIT -> compound();
            case OTHER, MARK -> at += Character.charCount(point);
        }
    }

    private void characters() {
        int from = at;
        while (at < text.length()) {
            int here = at;
            int after = afterCharacter(here);
            boolean more = after < text.length() && Kind.of(Character.codePointAt(text, after)) == Kind.CJK;
            if (indexing || (!more && here == from)) {
                push(folded(here, after), 1, here, after, false);
            }
            if (more) {
                int end = afterCharacter(after);
                push(folded(here, end), indexing ? 0 : 1, here, end, false);
            } else if (!indexing && here != from) {
                carry++; // the last character has its place though no pair begins with it
            }
            at = after;
            if (!more) {
                return;
            }
        }
    }

    private int afterCharacter(int start) {
        int end = start + Character.charCount(Character.codePointAt(text, start));
        while (end < text.length() && Kind.of(text.charAt(end)) == Kind.MARK) {
            end++;
        }
        return end;
    }

    private void unparted() {
        int from = at;
        while (at < text.length() && isUnparted(Kind.of(text.charAt(at)))) {
            at++;
        }
        BreakIterator words = dictionary;
        if (words == null) {
            words = BreakIterator.getWordInstance(ULocale.ROOT);
            dictionary = words;
        }
        words.setText(text.subSequence(from, at).toString());
        for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            push(folded(from + start, from + end), 1, from + start, from + end, false);
        }
    }

    private static boolean isUnparted(Kind kind) {
        return kind == Kind.UNPARTED || kind == Kind.MARK;
    }

    /** Letters and digits up to the next blank or sign that holds nothing together. */
    private void compound() {
        int from = at;
        parts = 0;
        boolean digits = false;
        boolean points = false;
        boolean hyphens = true;
        while (parts < MOST_PARTS) {
            digits |= word();
            if (at + 1 >= text.length() || JOINERS.indexOf(text.charAt(at)) < 0 && !groups(at)
                    || !isPlain(Kind.of(Character.codePointAt(text, at + 1)))) {
                break;
            }
            points |= POINTS.indexOf(text.charAt(at)) >= 0;
            hyphens &= HYPHENS.indexOf(text.charAt(at)) >= 0;
            at++;
        }
        // 12.50 is a number and no code; 8481.80 may be one.
        boolean price = points && partEnds[0] - partStarts[0] < 4 && isNumber();
        boolean joined = parts > 1 && (digits ? !price : hyphens) && at - from <= LONGEST_WHOLE;
        for (int i = 0; i < parts; i++) {
            part(i);
            if (i == 0 && joined) {
                push(WHOLE + joined(), 0, from, at, false);
            }
        }
    }

    /** A comma between digits. */
    private boolean groups(int sign) {
        return text.charAt(sign) == ',' && Kind.of(text.charAt(sign - 1)) == Kind.DIGIT && Kind.of(text.charAt(sign + 1)) == Kind.DIGIT;
    }

    private static boolean isPlain(Kind kind) {
        return kind == Kind.LETTER || kind == Kind.DIGIT;
    }

    /** Letters and digits without a sign between them, as parts. True if there are digits. */
    private boolean word() {
        int from = at;
        int first = parts;
        boolean digits = false;
        Kind before = Kind.OTHER;
        while (at < text.length()) {
            int point = Character.codePointAt(text, at);
            Kind kind = Kind.of(point);
            if (!isPlain(kind) && kind != Kind.MARK) {
                break;
            }
            if (kind != Kind.MARK && kind != before) {
                begin(at);
                before = kind;
                digits |= kind == Kind.DIGIT;
            }
            at += Character.charCount(point);
            partEnds[parts - 1] = at;
        }
        if (at - from > LONGEST_WORD) {
            parts = first + 1;
            partEnds[first] = at;
        }
        return digits;
    }

    private void begin(int start) {
        if (parts == partStarts.length) {
            partStarts = Arrays.copyOf(partStarts, parts * 2);
            partEnds = Arrays.copyOf(partEnds, parts * 2);
        }
        partStarts[parts++] = start;
    }

    private void part(int i) {
        int start = partStarts[i];
        int end = partEnds[i];
        boolean digits = Kind.of(text.charAt(start)) == Kind.DIGIT;
        boolean alone = (i == 0 || partEnds[i - 1] < start) && (i == parts - 1 || end < partStarts[i + 1]);
        push(folded(start, end), 1, start, end, !digits && alone && end - start > 2);
        if (digits && start >= numberEnd) {
            Numerals.Found number = Numerals.number(text, start);
            number.forms().forEach(form -> push(form, 0, start, number.end(), false));
            numberEnd = number.end();
        }
        if (digits && start >= phoneEnd) {
            List<Numerals.Found> phones = Numerals.phones(text, start);
            phones.forEach(phone -> push(phone.forms().getFirst(), 0, start, phone.end(), false));
            phoneEnd = phones.isEmpty() ? end : phones.getFirst().end();
        }
    }

    private boolean isNumber() {
        for (int i = 0; i < parts; i++) {
            if (Kind.of(text.charAt(partStarts[i])) != Kind.DIGIT) {
                return false;
            }
        }
        return true;
    }

    private String joined() {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            Folding.append(joined, text, partStarts[i], partEnds[i]);
        }
        return joined.toString();
    }

    private String folded(int start, int end) {
        StringBuilder folded = new StringBuilder(end - start);
        Folding.append(folded, text, start, Math.min(end, start + LONGEST_TERM));
        return folded.toString();
    }

    private void push(String term, int step, int start, int end, boolean word) {
        if (term.isEmpty()) {
            return;
        }
        if (tail == terms.length) {
            int length = tail * 2;
            terms = Arrays.copyOf(terms, length);
            steps = Arrays.copyOf(steps, length);
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
            words = Arrays.copyOf(words, length);
        }
        terms[tail] = term;
        steps[tail] = step == 0 ? 0 : step + carry;
        carry = step == 0 ? carry : 0;
        starts[tail] = start;
        ends[tail] = end;
        words[tail] = word;
        tail++;
    }
}
