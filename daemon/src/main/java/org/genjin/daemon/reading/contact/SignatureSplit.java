package org.genjin.daemon.reading.contact;

import java.util.List;
import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.reading.Phrases;
import org.genjin.daemon.reading.contact.Closings.Closing;

/**
 * Parts what somebody wrote into words and signature. A signature begins with {@code "-- "}, with a closing phrase, with the
 * writer's name, or, where there is none of them, with a block that has a firm or numbers; below it there may be a
 * disclaimer or what a telephone adds. Immutable, thread-safe.
 */
public final class SignatureSplit {

    private static final int MOST_SIGNATURE = 30;

    final LineTraits.Reader reader;
    final Closings closings = new Closings();
    final Footers footers = new Footers();
    private final PhraseTree<Boolean> greetings = new PhraseTree<>();

    public SignatureSplit() {
        this.reader = new LineTraits.Reader(new Countries());
        Phrases.each("signature/greetings.txt", (_, it) -> greetings.put(it, true));
    }

    /** Where the signature begins: the number of its first line; the number of lines if there is none. */
    public int start(List<String> lines, Writer writer) {
        LetterLines letter = new LetterLines(lines, writer.words(), this);
        return letter.end == 0 ? lines.size() : start(letter);
    }

    boolean greets(String line) {
        return greetings.begins(line, 0);
    }

    private static int start(LetterLines letter) {
        FooterSearch footers = new FooterSearch(letter);
        int footer = footers.footer();
        int delimiter = delimiter(letter, footer);
        int top = Math.min(footer, delimiter);
        int block = block(letter, top);
        int start = Math.min(top, block);
        if (start == footer && footer < letter.end && !footers.surely(footer)) {
            start = letter.end;
        }
        if (start == letter.first && !standsAlone(letter)) {
            return letter.size();
        }
        return start >= letter.end ? letter.size() : ruled(letter, start);
    }

    /** Whether a letter may consist of a signature alone. */
    private static boolean standsAlone(LetterLines letter) {
        boolean told = false;
        int written = 0;
        for (int i = letter.first; i < letter.end; i++) {
            told |= letter.at(i).closing() == Closing.CLOSING || letter.at(i).strong();
            written += letter.at(i).blank() ? 0 : 1;
        }
        return told && written > 1 && letter.from == letter.first;
    }

    private static int delimiter(LetterLines letter, int footer) {
        for (int i = letter.from; i < footer; i++) {
            String line = letter.line(i);
            if ((line.startsWith("--") || line.startsWith("—")) && line.strip().length() <= 2 && footer - i <= MOST_SIGNATURE && i > letter.first) {
                return i;
            }
        }
        return footer;
    }

    /** The begin of the signature proper above what is known to belong to it; there itself if there is none. */
    private static int block(LetterLines letter, int top) {
        ClosingSearch closings = new ClosingSearch(letter);
        NameSearch names = new NameSearch(letter);
        int closing = Math.min(closings.closing(top), closings.signed());
        int lowest = top;
        int i = top - 1;
        for (int count = 0; i >= letter.from && count < MOST_SIGNATURE; i--, count++) {
            if (i == letter.first && letter.isGreeting(i) || !letter.at(i).blank() && !letter.at(i).fits()) {
                break;
            }
            if (!letter.at(i).blank()) {
                lowest = i;
            }
        }
        int named = names.named(lowest, top);
        int start = Math.min(closing, named);
        int found = start == top && lowest < top ? names.firm(lowest, top) : start;
        return closings.withThanks(found < top ? closings.withWish(found) : names.attached(top), top);
    }

    /** A rule of dashes right above a signature belongs to it. */
    private static int ruled(LetterLines letter, int start) {
        int before = start - 1;
        while (before >= letter.from && letter.at(before).blank()) {
            before--;
        }
        boolean rule = before > letter.first && before >= letter.from && letter.at(before).ornament();
        return rule && letter.line(before).strip().length() >= 2 ? before : start;
    }
}
