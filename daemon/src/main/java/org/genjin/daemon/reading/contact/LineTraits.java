package org.genjin.daemon.reading.contact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.genjin.daemon.reading.contact.Closings.Closing;

/**
 * What a line is, seen as a part of a signature.
 *
 * @param sentence whether it is said to the reader: words to a full stop, a question, an item of a list
 * @param contact a number, an address, a site or a handle
 * @param strong whether it is a firm, a title or a contact: what texts rarely have as a line of their own
 * @param name whether it is, or begins with, a person's name
 * @param known whether a word of the sender's name is in that name
 * @param neutral short and no sentence, so it may belong to either
 */
record LineTraits(
        boolean blank,
        boolean ornament,
        Closing closing,
        boolean sentence,
        boolean contact,
        boolean strong,
        boolean place,
        boolean name,
        boolean known,
        boolean neutral) {

    static final LineTraits BLANK =
            new LineTraits(true, false, Closing.NONE, false, false, false, false, false, false, false);

    /** Whether it can stand in a signature. */
    boolean fits() {
        return ornament || closing != Closing.NONE || !sentence && (strong || place || name || neutral);
    }

    /** Reads lines. Thread-safe. */
    static final class Reader {

        private static final int LONGEST = 160;
        private static final int LONGEST_NEUTRAL = 48;
        private static final int LONGEST_NEUTRAL_HAN = 18;
        private static final int MOST_WORDS = 7;

        private final Countries countries;
        private final SignatureWords words = SignatureWords.all();

        Reader(Countries countries) {
            this.countries = countries;
        }

        /** @param closing what the line is as the end of a letter */
        LineTraits of(String raw, Set<String> writer, Closings.Found closing) {
            String line = raw.strip();
            if (line.isEmpty()) {
                return BLANK;
            }
            if (isOrnament(line)) {
                return new LineTraits(false, true, Closing.NONE, false, false, false, false, false, false, true);
            }
            if (closing.closing() != Closing.NONE) {
                boolean known = !closing.rest().isEmpty() && PersonName.of(closing.rest(), writer).isPresent();
                return new LineTraits(false, false, closing.closing(), false, false, false, false, known, known, true);
            }
            if (line.length() > LONGEST) {
                return new LineTraits(false, false, Closing.NONE, true, false, false, false, false, false, false);
            }
            boolean[] firm = new boolean[1];
            int[] firmEnd = new int[1];
            words.firms.each(line, (start, end, it) -> {
                boolean form = it == Firm.LEGAL && end - start > 3 || it == Firm.LEGAL && Character.isUpperCase(line.charAt(start)) && start > 0
                        || it == Firm.BEFORE && start == 0 && end < line.length() || it == Firm.LEGAL && Character.isIdeographic(line.charAt(start));
                firm[0] |= form;
                firmEnd[0] = form && it == Firm.LEGAL ? end : firmEnd[0];
            });
            boolean ends = endsSentence(line) && firmEnd[0] < line.length() - 1;
            boolean listed = isItem(line);
            boolean contact = isContact(line);
            int spaces = count(line, ' ');
            boolean sentence = listed || ends && (spaces >= 3 || hasHan(line) && line.length() > 6) || line.indexOf('?') >= 0 && !contact
                    || isProse(line, contact);
            if (sentence) {
                return new LineTraits(false, false, Closing.NONE, true, contact, false, false, false, false, false);
            }
            boolean title = words.titles.isIn(line);
            List<Piece> pieces = Piece.of(line);
            String first = pieces.isEmpty() ? "" : pieces.getFirst().text();
            boolean place = isPlace(line, pieces);
            boolean isName = first.length() <= 50 && PersonName.of(first, writer).isPresent();
            boolean known = isName && PersonName.matches(first, writer);
            boolean name = isName && (known || !place && !ends);
            boolean neutral = !ends && (hasHan(line) ? line.length() <= LONGEST_NEUTRAL_HAN : line.length() <= LONGEST_NEUTRAL && spaces < MOST_WORDS)
                    && line.charAt(line.length() - 1) != ':' && line.charAt(line.length() - 1) != '：';
            boolean strong = contact || firm[0] || title && !ends || words.units.contains(line.toLowerCase(Locale.ROOT));
            return new LineTraits(
                    false, false, Closing.NONE, false, contact, strong, place, name, known, neutral);
        }

        private boolean isPlace(String line, List<Piece> pieces) {
            for (Piece it : pieces) {
                if (countries.of(it.text()) != null) {
                    return true;
                }
            }
            if (!Chars.hasDigit(line)) {
                return false;
            }
            return words.streets.isIn(line);
        }

        private boolean isContact(String line) {
            if (line.indexOf('@') >= 0 && !WebNames.addresses(line).isEmpty()) {
                return true;
            }
            for (Written it : Phones.runs(line)) {
                if (it.text().startsWith("+") || it.start() == 0 && it.end() == line.length()) {
                    return true;
                }
            }
            boolean[] found = new boolean[1];
            words.labels.each(line, (start, end, label) -> {
                boolean colon = end < line.length() && (":：. +(".indexOf(line.charAt(end)) >= 0 || line.charAt(end - 1) == '.');
                if (label != Label.EXTENSION && colon && (start == 0 || !Character.isLetter(line.charAt(start - 1)))
                        && (end - start > 1 || start == 0 || line.charAt(start - 1) == ' ')) {
                    found[0] |= follows(line, end, label);
                }
            });
            return found[0] || line.indexOf('.') > 0 && line.indexOf(' ') < 0 && !WebNames.sites(line).isEmpty();
        }

        /** Whether a value comes behind a label. */
        private static boolean follows(String line, int end, Label label) {
            int at = end;
            boolean colon = false;
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == ':' || line.charAt(at) == '：' || line.charAt(at) == '.')) {
                colon |= line.charAt(at) == ':' || line.charAt(at) == '：';
                at++;
            }
            if (at >= line.length()) {
                return false;
            }
            char it = line.charAt(at);
            return colon && (label != Label.ADDRESS || end < 12) || it == '+' || it == '(' || Character.isDigit(it) && label != Label.ADDRESS;
        }

        private static boolean isOrnament(String line) {
            for (int i = 0; i < line.length(); i++) {
                if (Character.isLetterOrDigit(line.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean endsSentence(String line) {
            char last = line.charAt(line.length() - 1);
            if (last == '.') {
                int word = line.lastIndexOf(' ') + 1;
                return line.length() - word > 3 && !(line.length() - word <= 6 && line.indexOf('.', word) < line.length() - 1);
            }
            return "!?。！？؟…;；".indexOf(last) >= 0;
        }

        private static boolean isItem(String line) {
            char first = line.charAt(0);
            if ((first == '-' || first == '*' || first == '•' || first == '–' || first == '—' || first == '·') && line.length() > 1) {
                return line.charAt(1) == ' ' && line.length() > 3 && count(line, ' ') > 1;
            }
            int i = 0;
            while (i < line.length() && Character.isDigit(line.charAt(i))) {
                i++;
            }
            return i > 0 && i <= 2 && i + 1 < line.length() && (line.charAt(i) == ')' || line.charAt(i) == '.' || line.charAt(i) == '、')
                    && !Character.isDigit(line.charAt(i + 1));
        }

        /** Small words one after another, as sentences have them; lines of signatures are written in capitals and numbers. */
        private static boolean isProse(String line, boolean contact) {
            if (hasHan(line)) {
                return line.length() > 24 && (line.indexOf('，') >= 0 || line.indexOf('。') >= 0) && !contact;
            }
            int small = 0;
            int all = 0;
            int start = 0;
            for (int i = 0; i <= line.length(); i++) {
                char it = i < line.length() ? line.charAt(i) : ' ';
                if (it == ' ' || it == '/' || it == '|' || it == '\t') {
                    all += i > start ? 1 : 0;
                    small += i > start + 1 && Character.isLowerCase(line.charAt(start)) && !isCode(line, start, i) ? 1 : 0;
                    start = i + 1;
                }
            }
            boolean begins = Character.isLowerCase(line.charAt(0));
            return small >= 5 || small >= 4 && small * 2 > all + 1 || begins && small >= 3 && !contact && small == all && all > 4;
        }

        /** An address or a site. */
        private static boolean isCode(String line, int from, int to) {
            for (int i = from; i < to; i++) {
                if (line.charAt(i) == '@' || line.charAt(i) == '.') {
                    return true;
                }
            }
            return false;
        }

        private static boolean hasHan(String line) {
            int signs = 0;
            for (int i = 0; i < line.length(); i++) {
                signs += Character.isIdeographic(line.charAt(i)) ? 1 : 0;
            }
            return signs * 3 > line.length();
        }

        private static int count(String line, char it) {
            int count = 0;
            for (int i = 0; i < line.length(); i++) {
                count += line.charAt(i) == it ? 1 : 0;
            }
            return count;
        }
    }
}
