package org.genjin.connectors.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what begins a message: on Android {@code DATE TIME - }, on iOS {@code [DATE TIME] }. It knows no languages:
 * three numbers with dots, strokes or slashes between them are a date, two or three with colons, dots or an h are a time, in
 * any digits and in either order, and a short word may stand before or behind the time. Which words mean the afternoon and
 * which number is the day is settled over the whole file ({@link WhatsAppDates}).
 *
 * <p>Written by hand because each line of half a million is looked at. One thread.
 */
final class WhatsAppHeaders {

    private static final int SHORTEST = 12;
    private static final int LONGEST_WORD = 24;
    private static final int WORDS_KEPT = 8;

    private final int[] date = new int[3];
    private final int[] dateDigits = new int[3];
    private final int[] time = new int[3];
    private final List<Word> words = new ArrayList<>();

    private String text = "";
    private int end;
    private int at;
    private int digits;
    private char separator;

    /** A word as printed, and as it is compared; kept, because a file has two or three of them. */
    private record Word(String printed, String bare) {}

    /**
     * What begins a message.
     *
     * @param shape equal for lines that were printed by the same rule; a file has one
     * @param marked whether an invisible mark stands before it
     * @param body where the words begin
     */
    record Header(WhatsAppStamp stamp, boolean ios, int shape, boolean marked, int body) {}

    /** @return null if the line from {@code from} to {@code to} begins no message */
    @Nullable Header header(String line, int from, int to) {
        if (to - from < SHORTEST || !mayBegin(line.charAt(from))) {
            return null;
        }
        text = line;
        end = to;
        at = from;
        marks();
        boolean marked = at > from && text.charAt(at - 1) != '\ufeff';
        boolean ios = at < end && text.charAt(at) == '[';
        if (ios) {
            at++;
            marks();
        }
        int start = at;
        if (date()) {
            int gap = at;
            String before = word(true);
            return at > gap && time() ? ended(ios, marked, false, hasComma(gap), before, word(false)) : null;
        }
        at = start;
        if (!time()) {
            return null;
        }
        int gap = at;
        String behind = word(true);
        return at > gap && date() ? ended(ios, marked, true, hasComma(gap), word(false), behind) : null;
    }

    private @Nullable Header ended(
            boolean ios, boolean marked, boolean timeFirst, boolean comma, String before, String behind) {
        int body = body(ios);
        if (body < 0) {
            return null;
        }
        int shape = (ios ? 1 : 0) | (timeFirst ? 2 : 0) | (time[2] >= 0 ? 4 : 0) | (comma ? 8 : 0)
                | (before.isEmpty() ? 0 : 16) | (behind.isEmpty() ? 0 : 32) | (dateDigits[0] > 2 ? 64 : 0) | separator << 8;
        String word = before.isEmpty() ? behind : behind.isEmpty() ? before : before + " " + behind;
        return new Header(
                new WhatsAppStamp(
                        date[0], dateDigits[0], date[1], date[2], dateDigits[2], separator, time[0], time[1], time[2], word),
                ios, shape, marked, body);
    }

    /** Where the words begin behind the header's end; -1 if it does not end here. */
    private int body(boolean ios) {
        if (at >= end) {
            return -1;
        }
        char last = text.charAt(at);
        if (ios) {
            boolean blank = at + 1 < end && isBlank(text.charAt(at + 1));
            return last == ']' ? at + (blank ? 2 : 1) : -1;
        }
        boolean dash = (last == '-' || last == '\u2013' || last == '\u2014') && isBlank(text.charAt(at - 1));
        if (!dash) {
            return -1;
        }
        return at + 1 == end ? end : isBlank(text.charAt(at + 1)) ? at + 2 : -1;
    }

    private boolean date() {
        for (int i = 0; i < 3; i++) {
            int number = number();
            if (number < 0) {
                return false;
            }
            date[i] = number;
            dateDigits[i] = digits;
            if (i < 2) {
                marks();
                if (at >= end || !isDateSeparator(text.charAt(at))) {
                    return false;
                }
                separator = i == 0 ? text.charAt(at) : separator;
                at++;
                blanks();
            }
        }
        return date[1] <= 31 && (date[0] <= 31 || date[2] <= 31);
    }

    private boolean time() {
        marks();
        time[0] = number();
        time[2] = -1;
        if (time[0] < 0 || time[0] > 24 || digits > 2 || !timeSeparator()) {
            return false;
        }
        time[1] = number();
        if (time[1] < 0 || time[1] > 59 || digits > 2) {
            return false;
        }
        int minuteEnd = at;
        if (timeSeparator()) {
            int seconds = number();
            if (seconds >= 0 && seconds <= 60 && digits == 2) {
                time[2] = Math.min(seconds, 59);
                return true;
            }
        }
        at = minuteEnd;
        return true;
    }

    /** A colon or a dot; {@code h} or {@code min} with blanks around. */
    private boolean timeSeparator() {
        if (at + 1 >= end) {
            return false;
        }
        char c = text.charAt(at);
        if (c == ':' || c == '.' || c == '\uff1a') {
            at++;
            marks();
            return isDigit(at);
        }
        int before = at;
        blanks();
        if (text.startsWith("min", at) || text.startsWith("h", at)) {
            at += text.charAt(at) == 'h' ? 1 : 3;
            blanks();
            if (isDigit(at)) {
                return true;
            }
        }
        at = before;
        return false;
    }

    /** A number of at most four digits, of any script; -1 if there is none. */
    private int number() {
        int number = 0;
        int start = at;
        while (at < end && at - start < 5) {
            char c = text.charAt(at);
            int digit = c >= '0' && c <= '9' ? c - '0' : c < 0x80 ? -1 : Character.digit(c, 10);
            if (digit < 0) {
                break;
            }
            number = number * 10 + digit;
            at++;
        }
        digits = at - start;
        return digits == 0 || digits > 4 ? -1 : number;
    }

    /**
     * What stands between numbers, or behind the last: blanks, commas, a short word.
     *
     * @param within between two numbers, where a dash may stand too
     */
    private String word(boolean within) {
        int start = at;
        while (at < end && at - start < LONGEST_WORD && isWord(text.charAt(at), within)) {
            at++;
        }
        int length = at - start;
        for (Word it : words) {
            if (it.printed().length() == length && text.startsWith(it.printed(), start)) {
                return it.bare();
            }
        }
        Word word = new Word(text.substring(start, at), bare(text.substring(start, at)));
        if (words.size() < WORDS_KEPT) {
            words.add(word);
        }
        return word.bare();
    }

    private static boolean isWord(char c, boolean within) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ' ' || c == ',' || c == '.' || c == '\''
                    || c == '(' || c == ')' || within && c == '-';
        }
        boolean dash = c >= '\u2010' && c <= '\u2015';
        return dash ? within : !Character.isDigit(c);
    }

    private static boolean isCombining(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Letters only: {@code p. m.} is {@code pm}. */
    private static String bare(String printed) {
        StringBuilder bare = new StringBuilder();
        printed.codePoints().filter(it -> Character.isLetter(it) || it < 0x10000 && isCombining((char) it))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private boolean hasComma(int from) {
        for (int i = from; i < at; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '\u060c' || c == '\u3001' || c == '\uff0c') {
                return true;
            }
            if (isDigit(i)) {
                return false;
            }
        }
        return false;
    }

    private void marks() {
        while (at < end && isMark(text.charAt(at))) {
            at++;
        }
    }

    private void blanks() {
        while (at < end && (isMark(text.charAt(at)) || isBlank(text.charAt(at)))) {
            at++;
        }
    }

    private boolean isDigit(int index) {
        return index < end && Character.isDigit(text.charAt(index));
    }

    private static boolean mayBegin(char c) {
        return c >= '0' && c <= '9' || c == '[' || c > 0x7f && (isMark(c) || Character.isDigit(c));
    }

    private static boolean isDateSeparator(char c) {
        return switch (c) {
            case '.', '/', '-', '\u2010', '\u2011', '\u2013', '年', '月', '년', '월' -> true;
            default -> false;
        };
    }

    private static boolean isBlank(char c) {
        return ChatText.isBlank(c);
    }

    private static boolean isMark(char c) {
        return ChatText.isInvisible(c);
    }
}
