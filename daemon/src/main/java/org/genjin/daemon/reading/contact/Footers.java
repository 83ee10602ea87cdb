package org.genjin.daemon.reading.contact;

import java.util.Locale;
import java.util.regex.Pattern;
import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.reading.Phrases;

/** Recognises what nobody wrote by hand below a letter: disclaimers, the foot of a mailing, what a telephone adds. Immutable. */
final class Footers {

    private static final int LONGEST_SENT = 100;
    private static final int LONG = 60;

    private enum Kind {
        START,
        WITHIN,
        SENT,
        /** What a mailing list puts below, wherever it stands. */
        LIST
    }

    /** How sure it is. */
    enum Footer {
        NONE,
        /** Only below a signature: somebody may have begun a sentence so. */
        LIKELY,
        SURE
    }

    /** A link by which one leaves a mailing. */
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)https?://\\S{0,200}?(?:unsub|opt-?out|abmeld|desinscri|desabon|/baja|descadastr|/sair|/stop|cancelar|preferences|subscription|rassylk|otpis|tuiding)");

    private final PhraseTree<Kind> starts = new PhraseTree<>();
    private final PhraseTree<Kind> within = new PhraseTree<>();

    Footers() {
        Phrases.each("signature/footers.txt", (kind, it) ->
                (kind.equals("within") || kind.equals("list") ? within : starts).put(it, Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
    }

    Footer of(String line) {
        String text = line.strip();
        int from = 0;
        while (from < text.length() && !Character.isLetter(text.charAt(from)) && "©[【/".indexOf(text.charAt(from)) < 0) {
            from++;
        }
        if (from > 5 || from == text.length()) {
            return Footer.NONE;
        }
        Kind[] kind = new Kind[1];
        int[] marks = new int[1];
        starts.at(text, from, (it, _) -> kind[0] = it);
        if (kind[0] == Kind.SENT) {
            return text.length() <= LONGEST_SENT && isShort(text) ? Footer.SURE : Footer.NONE;
        }
        within.each(text, (_, _, it) -> marks[0] += it == Kind.LIST ? 2 : 1);
        if (text.length() < LONG && kind[0] == null && marks[0] < 2) {
            return Footer.NONE;
        }
        if (text.indexOf("http") >= 0 && LEAVING.matcher(text).find()) {
            return Footer.SURE;
        }
        if (kind[0] == null) {
            return marks[0] >= 2 ? Footer.SURE : marks[0] == 1 ? Footer.LIKELY : Footer.NONE;
        }
        return marks[0] > 0 || begins(text, from) ? Footer.SURE : Footer.LIKELY;
    }

    /** Whether a second sentence of the line begins like a footer as well. */
    private boolean begins(String text, int from) {
        for (int i = from + 1; i + 1 < text.length(); i++) {
            char before = text.charAt(i);
            if (before == '。' || (before == '.' || before == '!') && text.charAt(i + 1) == ' ') {
                int next = before == '。' ? i + 1 : i + 2;
                if (starts.begins(text, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Sent from my desk, is much easier then my mobile phone." is a sentence. */
    private static boolean isShort(String text) {
        int words = text.split("\\s+", -1).length;
        return words <= 12 && !(text.endsWith(".") && text.indexOf(", ") > 0);
    }
}
