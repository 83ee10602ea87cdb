package org.genjin.connectors.imap;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server ended a command, or what it said by itself: {@code NO [LIMIT] too many connections}.
 *
 * @param status OK, NO, BAD, BYE or PREAUTH
 * @param code the response code without brackets, such as {@code UIDVALIDITY 7}; "" if there is none
 * @param text for people, on one line
 */
record Completion(String status, String code, String text) {

    private static final Pattern LINE = Pattern.compile("\\s*(?:\\[([^\\]]*)\\])?\\s*(.*)", Pattern.DOTALL);

    /** @param bytes what follows the status, a character for each byte */
    static Completion of(String status, String bytes) {
        String rest = ServerText.read(bytes);
        Matcher parts = LINE.matcher(rest);
        if (!parts.matches()) {
            return new Completion(status.toUpperCase(Locale.ROOT), "", rest);
        }
        String code = parts.group(1) == null ? "" : parts.group(1).strip();
        return new Completion(status.toUpperCase(Locale.ROOT), code, parts.group(2).replaceAll("\\s+", " ").strip());
    }

    boolean isOk() {
        return status.equals("OK");
    }

    /** Whether the code is this one, whatever follows it. */
    boolean has(String name) {
        return code.equalsIgnoreCase(name) || code.regionMatches(true, 0, name + " ", 0, name.length() + 1);
    }

    /** What the server said, with its code: for people who look for help with it. */
    String said() {
        return code.isEmpty() ? text : ("[" + code + "] " + text).strip();
    }
}
