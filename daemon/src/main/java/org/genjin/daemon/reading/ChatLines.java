package org.genjin.daemon.reading;

/**
 * Recognises lines of a chat that somebody copied into a mail: {@code [01/04/2025, 17:02:11] Marcos: …} and
 * {@code 01/04/2025, 17:02 - Marcos: …}. Pure.
 */
final class ChatLines {

    private static final int LONGEST_HEAD = 90;

    private ChatLines() {}

    /** Whether a chat's entry begins with the line. */
    static boolean begins(String line) {
        int at = 0;
        int end = Math.min(line.length(), LONGEST_HEAD);
        boolean bracket = end > 0 && line.charAt(0) == '[';
        if (end == 0 || !bracket && !Character.isDigit(line.charAt(0))) {
            return false;
        }
        int digits = 0;
        boolean time = false;
        for (at = bracket ? 1 : 0; at < end; at++) {
            char it = line.charAt(at);
            if (Character.isDigit(it)) {
                digits++;
                time |= at > 2 && line.charAt(at - 1) == ':' && Character.isDigit(line.charAt(at - 2));
            } else if (bracket ? it == ']' : it == '-' && time && line.charAt(at - 1) == ' ') {
                break;
            } else if (at > 30) {
                return false;
            }
        }
        if (at >= end - 2 || !time || digits < 6) {
            return false;
        }
        int colon = line.indexOf(": ", at);
        return colon > at + 2 && colon < LONGEST_HEAD + 30;
    }
}
