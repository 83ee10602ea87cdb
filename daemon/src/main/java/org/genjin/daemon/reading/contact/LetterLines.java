package org.genjin.daemon.reading.contact;

import java.util.List;
import java.util.Set;
import org.genjin.daemon.reading.contact.Closings.Closing;
import org.genjin.daemon.reading.contact.Footers.Footer;

/** The lines of a letter, of each of which it is found out once, and only if somebody asks, what it is. Not thread-safe. */
final class LetterLines {

    /** Beyond that nobody's signature goes, with the longest disclaimer. */
    private static final int MOST_LINES = 120;

    private final List<String> lines;
    private final SignatureSplit rules;
    private final LineTraits[] traits;
    private final Closings.Found[] closing;
    private final Footer[] footer;
    /** Words of the sender's name. */
    final Set<String> writer;

    /** The first line with words. */
    final int first;

    /** The first one that is looked at. */
    final int from;

    /** Behind the last one with words; 0 if there are none. */
    final int end;

    LetterLines(List<String> lines, Set<String> writer, SignatureSplit rules) {
        this.lines = lines;
        this.writer = writer;
        this.rules = rules;
        int last = lines.size();
        while (last > 0 && lines.get(last - 1).isBlank()) {
            last--;
        }
        int begin = 0;
        while (begin < last && lines.get(begin).isBlank()) {
            begin++;
        }
        this.end = last;
        this.first = begin;
        this.from = Math.max(begin, last - MOST_LINES);
        this.traits = new LineTraits[last - from];
        this.closing = new Closings.Found[last - from];
        this.footer = new Footer[last - from];
    }

    int size() {
        return lines.size();
    }

    String line(int line) {
        return lines.get(line);
    }

    LineTraits at(int line) {
        LineTraits known = traits[line - from];
        if (known == null) {
            known = rules.reader.of(lines.get(line), writer, closingAt(line));
            traits[line - from] = known;
        }
        return known;
    }

    /** Cheaper than all traits of a line: most lines of the words are looked at for it. */
    Closings.Found closingAt(int line) {
        Closings.Found known = closing[line - from];
        if (known == null) {
            known = rules.closings.of(lines.get(line));
            closing[line - from] = known;
        }
        return known;
    }

    Footer footerAt(int line) {
        Footer known = footer[line - from];
        if (known == null) {
            known = rules.footers.of(lines.get(line));
            footer[line - from] = known;
        }
        return known;
    }

    /** The next line with words; {@code top} if none comes before it. */
    int next(int line, int top) {
        int next = line + 1;
        while (next < top && (at(next).blank() || at(next).ornament())) {
            next++;
        }
        return next;
    }

    /** Whether a letter begins with the line. */
    boolean isGreeting(int line) {
        String text = lines.get(line).strip();
        char last = text.charAt(text.length() - 1);
        return rules.greets(text) || ",，:：!！،".indexOf(last) >= 0 && line == first && at(line).closing() != Closing.CLOSING;
    }
}
