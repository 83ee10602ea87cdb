package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;

/** Finds {@code local@domain} in a text that is not in angle brackets, looking at each sign a bounded number of times. */
final class BareAddresses {

    private static final int LONGEST_PART = 250;
    private static final String PARTING = "<>\"(),;:[]@";

    private BareAddresses() {}

    /** @param start where the first sign of {@code address} is */
    record Found(int start, String address) {}

    /** @param most no more than that */
    static List<Found> in(String text, int most) {
        List<Found> found = new ArrayList<>();
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0 && found.size() < most; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > free && at - start < LONGEST_PART && belongs(text.charAt(start - 1))) {
                start--;
            }
            int end = domainEnd(text, at + 1);
            if (start < at && end > at + 1) {
                found.add(new Found(start, text.substring(start, end)));
                free = end;
            }
        }
        return found;
    }

    /** Behind a name, or behind a number in square brackets (RFC 5321 section 4.1.3). */
    private static int domainEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_PART && belongs(text.charAt(end))) {
            end++;
        }
        int close = end == from && end < text.length() && text.charAt(end) == '[' ? text.indexOf(']', end) : -1;
        return close > 0 && close - from < 50 ? close + 1 : end;
    }

    private static boolean belongs(char c) {
        return !Character.isWhitespace(c) && PARTING.indexOf(c) < 0;
    }
}
