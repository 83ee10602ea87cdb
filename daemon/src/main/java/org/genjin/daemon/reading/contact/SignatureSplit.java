package org.genjin.daemon.reading.contact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.reading.Phrases;
import org.genjin.daemon.reading.contact.Closings.Closing;
import org.genjin.daemon.reading.contact.Footers.Footer;

/**
 * Parts what somebody wrote into words and signature. A signature begins with {@code "-- "}, with a closing phrase, with the
 * writer's name, or, where there is none of them, with a block that has a firm or numbers; below it there may be a
 * disclaimer or what a telephone adds. Immutable, thread-safe.
 */
public final class SignatureSplit {

    /** Beyond that nobody's signature goes, with the longest disclaimer. */
    private static final int MOST_LINES = 120;

    private static final int MOST_SIGNATURE = 30;
    private static final int MOST_SENTENCES = 2;
    /** How many lines below its first one a disclaimer may go on, and how many of it may be of no known kind in a row. */
    private static final int MOST_BELOW = 30;

    private static final int MOST_UNKNOWN = 4;
    private static final int LONGEST_COMMA = 60;
    private static final int LONGEST_WISH = 34;
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2}");
    /** The small words of all languages. */
    private static final Set<String> ORDINARY = Phrases.lines("stop-words.txt").stream()
            .filter(it -> it.indexOf('.') < 0)
            .flatMap(it -> Stream.of(it.substring(it.indexOf(':') + 1).split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern WISH = Pattern.compile(
            "(?iu)(?:with|mit|con|com|avec|с|со|met|med|cu|voller|viel|vol|beste[nr]?|best|warm(?:est)?|kind(?:est)?|mes|nos|nossos|meus|votos|mis|nuestros)"
                    + "(?: \\p{L}[\\p{L}'’-]*){1,4}[,!]?|مع(?: \\p{L}+){1,4}[،!]?|[祝敬此顺順颂頌即].{0,6}[!！。]?");
    private static final Pattern POSTSCRIPT = Pattern.compile("(?iu)\\s*(?:p\\.? ?s\\.?|p\\.? ?d\\.?|n\\.? ?b\\.?|ps|附言?|另|又及|补充|ملاحظة|постскриптум|з\\.ы\\.)\\s*[:：.,]?\\s+\\S.*");
    private static final int LONG_SENTENCE = 100;
    private static final int SHORT_SENTENCE = 40;

    private final LineTraits.Reader reader;
    private final Closings closings = new Closings();
    private final Footers footers = new Footers();
    private final PhraseTree<Boolean> greetings = new PhraseTree<>();

    public SignatureSplit() {
        this(new Countries());
    }

    SignatureSplit(Countries countries) {
        this.reader = new LineTraits.Reader(countries);
        Phrases.each("signature/greetings.txt", (_, it) -> greetings.put(it, true));
    }

    /** Where the signature begins: the number of its first line; the number of lines if there is none. */
    public int start(List<String> lines, Writer writer) {
        return new Search(lines, writer.words()).start();
    }

    private final class Search {

        private final List<String> lines;
        private final Set<String> writer;
        private final LineTraits[] traits;
        private final Closings.Found[] closing;
        private final Footer[] footer;
        private final int first;
        private final int from;
        private final int end;

        Search(List<String> lines, Set<String> writer) {
            this.lines = lines;
            this.writer = writer;
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

        private LineTraits at(int line) {
            LineTraits known = traits[line - from];
            if (known == null) {
                known = reader.of(lines.get(line), writer, closingAt(line));
                traits[line - from] = known;
            }
            return known;
        }

        int start() {
            if (end == 0) {
                return lines.size();
            }
            int footer = footer();
            int delimiter = delimiter(footer);
            int top = Math.min(footer, delimiter);
            int block = block(top);
            int start = Math.min(top, block);
            if (start == footer && footer < end && !surely(footer)) {
                start = end;
            }
            if (start == first && !standsAlone()) {
                return lines.size();
            }
            return start >= end ? lines.size() : ruled(start);
        }

        /** Whether a letter may consist of a signature alone. */
        private boolean standsAlone() {
            boolean told = false;
            int written = 0;
            for (int i = first; i < end; i++) {
                told |= at(i).closing() == Closing.CLOSING || at(i).strong();
                written += at(i).blank() ? 0 : 1;
            }
            return told && written > 1 && from == first;
        }

        /** Below which everything is added by programs; the end if nothing is. */
        private int footer() {
            int found = end;
            for (int i = end - 1; i >= from; i--) {
                Footer it = footerAt(i);
                if (it == Footer.SURE || it == Footer.LIKELY && mayBegin(i)) {
                    found = i;
                } else if (found < end ? found - i > MOST_UNKNOWN : end - i > MOST_BELOW) {
                    break;
                }
            }
            return found;
        }

        /** Cheaper than all traits of a line: most lines of the words are looked at for it. */
        private Closings.Found closingAt(int line) {
            Closings.Found known = closing[line - from];
            if (known == null) {
                known = closings.of(lines.get(line));
                closing[line - from] = known;
            }
            return known;
        }

        private Footer footerAt(int line) {
            Footer known = footer[line - from];
            if (known == null) {
                known = footers.of(lines.get(line));
                footer[line - from] = known;
            }
            return known;
        }

        private boolean mayBegin(int line) {
            return line == from || at(line - 1).blank() || at(line - 1).ornament() || at(line - 1).fits();
        }

        /** Whether a footer is none but by its own words. */
        private boolean surely(int footer) {
            for (int i = footer; i < end; i++) {
                if (footerAt(i) == Footer.SURE) {
                    return true;
                }
            }
            return false;
        }

        private int delimiter(int footer) {
            for (int i = from; i < footer; i++) {
                String line = lines.get(i);
                if ((line.startsWith("--") || line.startsWith("—")) && line.strip().length() <= 2 && footer - i <= MOST_SIGNATURE && i > first) {
                    return i;
                }
            }
            return footer;
        }

        /** The begin of the signature proper above what is known to belong to it; there itself if there is none. */
        private int block(int top) {
            int closing = Math.min(closing(top), signed());
            int lowest = top;
            int i = top - 1;
            for (int count = 0; i >= from && count < MOST_SIGNATURE; i--, count++) {
                if (i == first && isGreeting(i) || !at(i).blank() && !at(i).fits()) {
                    break;
                }
                if (!at(i).blank()) {
                    lowest = i;
                }
            }
            int named = named(lowest, top);
            int start = Math.min(closing, named);
            int found = start == top && lowest < top ? firm(lowest, top) : start;
            return withThanks(found < top ? withWish(found) : attached(top), top);
        }

        /** A closing phrase with a name and a firm or a number below it: what else comes, sentences too, is added to it. */
        private int signed() {
            for (int i = Math.max(first + 1, end - MOST_SIGNATURE); i < end; i++) {
                if (closingAt(i).closing() != Closing.CLOSING) {
                    continue;
                }
                int name = next(i, end);
                int more = name < end ? next(name, end) : end;
                boolean block = more < end && (at(name).name() || at(i).name()) && (at(more).strong() || at(name).strong() || at(more).place());
                if (block && noPostscript(more)) {
                    return i;
                }
            }
            return end;
        }

        private boolean noPostscript(int from) {
            for (int i = from; i < end; i++) {
                if (POSTSCRIPT.matcher(lines.get(i)).lookingAt()) {
                    return false;
                }
            }
            return true;
        }

        /** The first closing phrase below which there is nothing but a signature. */
        private int closing(int top) {
            int sentences = 0;
            int found = top;
            boolean named = false;
            for (int i = top - 1; i >= Math.max(from, top - MOST_SIGNATURE); i--) {
                LineTraits it = at(i);
                if (it.blank()) {
                    continue;
                }
                if (i == first && isGreeting(i)) {
                    break;
                }
                if (it.closing() == Closing.CLOSING || isComma(i, top)) {
                    int next = next(i, top);
                    if (next == top || it.name() || at(next).name() || at(next).strong() || at(next).closing() != Closing.NONE || at(next).neutral()) {
                        found = i;
                        sentences = 0;
                        continue;
                    }
                }
                named |= it.name() || it.strong();
                if (it.sentence()) {
                    sentences += lines.get(i).length() > (named ? LONG_SENTENCE : SHORT_SENTENCE) ? MOST_SENTENCES + 1 : 1;
                    if (sentences > MOST_SENTENCES || found < top) {
                        break;
                    }
                } else if (found < top && !it.fits()) {
                    break;
                }
            }
            return found;
        }

        /** "Nga mihi": a short line right above the name, which no list has; the signature's paragraph begins with it. */
        private int withWish(int start) {
            if (!at(start).name() || at(start).closing() != Closing.NONE || start <= first + 1) {
                return start;
            }
            int before = start - 1;
            boolean gap = at(before).blank();
            while (before > first && at(before).blank()) {
                before--;
            }
            boolean paragraph = before > first && (at(before - 1).blank() || at(before - 1).sentence());
            String text = lines.get(before).strip();
            if (!paragraph || isGreeting(before) || !at(before).neutral() || at(before).strong() || at(before).place() || at(before).ornament()
                    || text.length() > LONGEST_WISH || text.chars().anyMatch(Character::isDigit)) {
                return start;
            }
            if (WISH.matcher(text).matches() && !ACRONYM.matcher(text).find()) {
                return before;
            }
            // A short answer is made of words that everybody uses, and is all that is said.
            return !gap && saysMore(before) && !isOrdinary(text) ? before : start;
        }

        private boolean saysMore(int line) {
            for (int i = line - 1; i >= from; i--) {
                if (at(i).sentence()) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isOrdinary(String text) {
            for (String it : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                if (ORDINARY.contains(it)) {
                    return true;
                }
            }
            return false;
        }

        /** "L'équipe" right above what a mailing adds. */
        private int attached(int top) {
            int line = top;
            while (line > first + 1 && top < end && !at(line - 1).blank() && at(line - 1).neutral() && !at(line - 1).sentence()
                    && lines.get(line - 1).strip().length() <= LONGEST_WISH && top - line < 3) {
                line--;
            }
            return line < top && line > first && at(line - 1).blank() ? line : top;
        }

        /** "Merci d'avance et belle fin de journée," above a name. */
        private boolean isComma(int line, int top) {
            String text = lines.get(line).strip();
            char last = text.charAt(text.length() - 1);
            if (last != ',' && last != '，' && last != '،' || text.length() > LONGEST_COMMA || line == first || isGreeting(line)) {
                return false;
            }
            int next = next(line, top);
            boolean paragraph = line == from || at(line - 1).blank() || at(line - 1).sentence();
            return paragraph && next < top && at(next).name() && text.chars().noneMatch(Character::isDigit) && !at(line).strong();
        }

        private int next(int line, int top) {
            int next = line + 1;
            while (next < top && (at(next).blank() || at(next).ornament())) {
                next++;
            }
            return next;
        }

        /** The first line with the writer's name, or with a name that a firm, a title or numbers follow. */
        private int named(int lowest, int top) {
            for (int i = lowest; i < top; i++) {
                LineTraits it = at(i);
                if (!it.name() || it.closing() != Closing.NONE) {
                    continue;
                }
                int next = next(i, top);
                boolean alone = next == top && (i == from || at(i - 1).blank() || at(i - 1).sentence() || it.known()
                        || at(i - 1).closing() != Closing.NONE)
                        && (it.known() || it.strong() || PersonName.of(lines.get(i), writer).isPresent());
                boolean headed = next < top && (at(next).strong() || at(next).place());
                if (it.known() && followed(i, top) || headed && followed(i, top) || alone && i > first) {
                    return i;
                }
            }
            return top;
        }

        /** Nothing stands below a name that would not stand in a signature: no long run of lines that may be a list. */
        private boolean followed(int line, int top) {
            int neutral = 0;
            for (int i = line + 1; i < top; i++) {
                LineTraits it = at(i);
                neutral += it.blank() || it.ornament() || it.strong() || it.place() || it.name() || it.closing() != Closing.NONE ? 0 : 1;
            }
            return neutral <= 4 && line > first || next(line, top) == top;
        }

        /** The paragraphs of a firm that signs without a person. */
        private int firm(int lowest, int top) {
            int strong = 0;
            int all = 0;
            int start = top;
            for (int i = top - 1; i >= lowest; i--) {
                LineTraits it = at(i);
                if (it.blank()) {
                    continue;
                }
                if (it.closing() == Closing.THANKS || i == first) {
                    break;
                }
                all++;
                strong += it.strong() ? 1 : 0;
                boolean paragraph = i == lowest || at(i - 1).blank() || at(i - 1).closing() != Closing.NONE;
                if (paragraph && strong > 0 && (all >= 2 || top < end) && strong * 3 >= all) {
                    start = i;
                }
            }
            return start;
        }

        /** "Thanks," right above a signature is a part of it. */
        private int withThanks(int start, int top) {
            int before = start - 1;
            boolean gap = false;
            while (before >= from && (at(before).blank() || at(before).ornament() && !isDelimiter(before))) {
                gap |= at(before).blank();
                before--;
            }
            if (before < from || start >= end || at(before).closing() != Closing.THANKS) {
                return start;
            }
            if (before == first) {
                return at(start).closing() == Closing.CLOSING || start == top ? start : before == first && first + 1 >= end ? start : before;
            }
            boolean closed = start < top && at(start).closing() == Closing.CLOSING;
            String text = lines.get(before).strip();
            return closed && gap && !text.endsWith(",") ? start : before;
        }

        private boolean isDelimiter(int line) {
            return lines.get(line).startsWith("--") && lines.get(line).strip().length() == 2;
        }

        /** A rule of dashes right above a signature belongs to it. */
        private int ruled(int start) {
            int before = start - 1;
            while (before >= from && at(before).blank()) {
                before--;
            }
            return before >= from && before > first && at(before).ornament() && lines.get(before).strip().length() >= 2 ? before : start;
        }

        private boolean isGreeting(int line) {
            String text = lines.get(line).strip();
            char last = text.charAt(text.length() - 1);
            boolean[] found = new boolean[1];
            greetings.at(text, 0, (_, _) -> found[0] = true);
            return found[0] || ",，:：!！،".indexOf(last) >= 0 && line == first && at(line).closing() != Closing.CLOSING;
        }
    }
}
