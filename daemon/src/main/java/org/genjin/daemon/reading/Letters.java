package org.genjin.daemon.reading;

/** Compares two forms of the same words by their letters and digits alone: how they are set differs. Pure. */
final class Letters {

    private Letters() {}

    /** Whether both have the same ones in the same order. */
    static boolean areSame(String one, String other) {
        int at = 0;
        for (int i = 0; i < one.length(); i++) {
            char it = one.charAt(i);
            if (Character.isLetterOrDigit(it)) {
                while (at < other.length() && !Character.isLetterOrDigit(other.charAt(at))) {
                    at++;
                }
                if (at >= other.length() || other.charAt(at) != it) {
                    return false;
                }
                at++;
            }
        }
        while (at < other.length() && !Character.isLetterOrDigit(other.charAt(at))) {
            at++;
        }
        return at == other.length();
    }

    /** Where in {@code longer} the words of {@code shorter} end, if it begins with all of them; -1 if not. */
    static int endOfSame(String shorter, String longer) {
        int at = 0;
        for (int i = 0; i < shorter.length(); i++) {
            char it = shorter.charAt(i);
            if (!Character.isLetterOrDigit(it)) {
                continue;
            }
            while (at < longer.length() && !Character.isLetterOrDigit(longer.charAt(at))) {
                if (longer.charAt(at) == '>' && (at == 0 || longer.charAt(at - 1) == '\n')) {
                    return -1; // marked lines are among the words
                }
                at++;
            }
            if (at >= longer.length() || longer.charAt(at) != it) {
                return -1;
            }
            at++;
        }
        int line = longer.indexOf('\n', at);
        int end = line < 0 ? longer.length() : line;
        // What follows on the same line are the sentence's last signs.
        for (int i = at; i < end; i++) {
            if (Character.isLetterOrDigit(longer.charAt(i))) {
                return -1;
            }
        }
        return at == 0 ? -1 : end;
    }
}
