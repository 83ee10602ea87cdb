package org.genjin.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers and telephone numbers as they are looked for in whatever writing: {@code 1,250.00}, {@code 1.250,00} and {@code 1250}
 * are one, and {@code +86 138 0013 8000} is {@code 13800138000}.
 */
final class Numerals {

    /** What a telephone number begins with among the terms: its last digits follow. */
    static final char PHONE = '#';

    private static final int PHONE_KEPT = 8;
    private static final int PHONE_MOST = 15;
    private static final String GROUPING = ".,'’\u00a0\u202f\u066b\u066c ";
    private static final String DIALLED = " .-()/\u00a0\u2010\u2011\u2012\u2013";

    private Numerals() {}

    /** @param end where it ends in the text */
    record Found(List<String> forms, int end) {}

    /** The number that begins at {@code start}, written with signs between its digits; no form if it has none or makes no sense. */
    static Found number(CharSequence text, int start) {
        List<String> groups = new ArrayList<>();
        StringBuilder signs = new StringBuilder();
        int at = digits(text, start);
        groups.add(Folding.of(text.subSequence(start, at)));
        while (at + 1 < text.length() && GROUPING.indexOf(text.charAt(at)) >= 0 && Kind.of(text.charAt(at + 1)) == Kind.DIGIT) {
            int end = digits(text, at + 1);
            // A plain blank groups thousands only.
            if (text.charAt(at) == ' ' && (end - at != 4 || groups.getLast().length() > 3)) {
                break;
            }
            signs.append(text.charAt(at));
            groups.add(Folding.of(text.subSequence(at + 1, end)));
            at = end;
        }
        return new Found(groups.size() == 1 || groups.size() > 6 ? List.of() : forms(groups, signs), at);
    }

    /**
     * Numbers that may be dialled and begin at {@code start}, the shortest first: where one ends, another may follow it. Each
     * has one form, {@link #PHONE} and its last digits.
     */
    static List<Found> phones(CharSequence text, int start) {
        List<Found> phones = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        int signs = 0;
        for (int at = start; at < text.length() && signs <= 3 && number.length() <= PHONE_MOST; at++) {
            char c = text.charAt(at);
            if (Kind.of(c) == Kind.DIGIT) {
                Folding.append(number, text, at, at + 1);
                signs = 0;
                boolean last = at + 1 == text.length() || Kind.of(text.charAt(at + 1)) != Kind.DIGIT;
                if (last && number.length() >= PHONE_KEPT && number.length() <= PHONE_MOST) {
                    phones.add(new Found(List.of(PHONE + number.substring(number.length() - PHONE_KEPT)), at + 1));
                }
            } else if (DIALLED.indexOf(c) >= 0) {
                signs++;
            } else {
                break;
            }
        }
        return phones;
    }

    private static int digits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && Kind.of(text.charAt(at)) == Kind.DIGIT) {
            at++;
        }
        return at;
    }

    private static List<String> forms(List<String> groups, CharSequence signs) {
        char last = signs.charAt(signs.length() - 1);
        boolean oneKind = signs.chars().allMatch(sign -> sign == last);
        int count = groups.size();
        List<String> forms = new ArrayList<>();
        boolean grouped = thousands(groups.subList(1, oneKind ? count : count - 1), groups.getFirst());
        if (oneKind && grouped) {
            forms.add(form(String.join("", groups), ""));
        }
        boolean decimalSign = ".,\u066b".indexOf(last) >= 0;
        boolean once = signs.chars().filter(sign -> sign == last).count() == 1;
        boolean others = signs.chars().limit(count - 2L).distinct().count() <= 1;
        if (decimalSign && once && others && (count == 2 || grouped)) {
            forms.add(form(String.join("", groups.subList(0, count - 1)), groups.getLast()));
        }
        return forms;
    }

    /** Groups of three; of two in between as in India. */
    private static boolean thousands(List<String> groups, String first) {
        for (int i = 0; i < groups.size(); i++) {
            int length = groups.get(i).length();
            if (length != 3 && (length != 2 || i == groups.size() - 1)) {
                return false;
            }
        }
        return !groups.isEmpty() && first.length() <= 3;
    }

    private static String form(String whole, String decimals) {
        int zeros = 0;
        while (zeros < whole.length() - 1 && whole.charAt(zeros) == '0') {
            zeros++;
        }
        int kept = decimals.length();
        while (kept > 0 && decimals.charAt(kept - 1) == '0') {
            kept--;
        }
        return Segmenter.WHOLE + whole.substring(zeros) + (kept == 0 ? "" : "." + decimals.substring(0, kept));
    }
}
