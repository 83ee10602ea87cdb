package org.genjin.daemon.reading.contact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.reading.Phrases;
import org.genjin.daemon.reading.contact.Closings.Closing;

/** Finds the words with which a letter is closed, of a list or above a name. */
record ClosingSearch(LetterLines letter) {

    private static final int MOST_SIGNATURE = 30;
    private static final int MOST_SENTENCES = 2;
    private static final int LONGEST_COMMA = 60;
    private static final int LONGEST_WISH = 34;
    private static final int LONG_SENTENCE = 100;
    private static final int SHORT_SENTENCE = 40;
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2}");
    /** The small words of all languages. */
    private static final Set<String> ORDINARY = Phrases.lines("stop-words.txt").stream()
            .filter(it -> it.indexOf('.') < 0)
            .flatMap(it -> Stream.of(it.substring(it.indexOf(':') + 1).split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern WISH = Pattern.compile(
            "(?iu)(?:with|mit|con|com|avec|с|со|met|med|cu|voller|viel|vol|beste[nr]?|best|warm(?:est)?|kind(?:est)?"
                    + "|mes|nos|nossos|meus|votos|mis|nuestros)"
                    + "(?: \\p{L}[\\p{L}'’-]*){1,4}[,!]?|مع(?: \\p{L}+){1,4}[،!]?|[祝敬此顺順颂頌即].{0,6}[!！。]?");
    private static final Pattern POSTSCRIPT = Pattern.compile(
            "(?iu)\\s*(?:p\\.? ?s\\.?|p\\.? ?d\\.?|n\\.? ?b\\.?|ps|附言?|另|又及|补充|ملاحظة|постскриптум|з\\.ы\\.)\\s*[:：.,]?\\s+\\S.*");

    /** A closing phrase with a name and a firm or a number below it: what else comes, sentences too, is added to it. */
    int signed() {
        for (int i = Math.max(letter.first + 1, letter.end - MOST_SIGNATURE); i < letter.end; i++) {
            if (letter.closingAt(i).closing() != Closing.CLOSING) {
                continue;
            }
            int name = letter.next(i, letter.end);
            int more = name < letter.end ? letter.next(name, letter.end) : letter.end;
            boolean block = more < letter.end && (letter.at(name).name() || letter.at(i).name());
            boolean told = block && (letter.at(more).strong() || letter.at(name).strong() || letter.at(more).place());
            if (told && noPostscript(more)) {
                return i;
            }
        }
        return letter.end;
    }

    private boolean noPostscript(int top) {
        for (int i = top; i < letter.end; i++) {
            if (POSTSCRIPT.matcher(letter.line(i)).lookingAt()) {
                return false;
            }
        }
        return true;
    }

    /** The first closing phrase below which there is nothing but a signature. */
    int closing(int top) {
        int sentences = 0;
        int found = top;
        boolean named = false;
        for (int i = top - 1; i >= Math.max(letter.from, top - MOST_SIGNATURE); i--) {
            LineTraits it = letter.at(i);
            if (it.blank()) {
                continue;
            }
            if (i == letter.first && letter.isGreeting(i)) {
                break;
            }
            if (it.closing() == Closing.CLOSING || isComma(i, top)) {
                int next = letter.next(i, top);
                if (next == top || it.name() || letter.at(next).closing() != Closing.NONE || !letter.at(next).sentence() && letter.at(next).fits()) {
                    found = i;
                    sentences = 0;
                    continue;
                }
            }
            named |= it.name() || it.strong();
            if (it.sentence()) {
                sentences += letter.line(i).length() > (named ? LONG_SENTENCE : SHORT_SENTENCE) ? MOST_SENTENCES + 1 : 1;
                if (sentences > MOST_SENTENCES || found < top) {
                    break;
                }
            } else if (found < top && !it.fits()) {
                break;
            }
        }
        return found;
    }

    /** "Merci d'avance et belle fin de journée," above a name. */
    private boolean isComma(int line, int top) {
        String text = letter.line(line).strip();
        char last = text.charAt(text.length() - 1);
        if (last != ',' && last != '，' && last != '،' || text.length() > LONGEST_COMMA || line == letter.first || letter.isGreeting(line)) {
            return false;
        }
        int next = letter.next(line, top);
        boolean paragraph = line == letter.from || letter.at(line - 1).blank() || letter.at(line - 1).sentence();
        return paragraph && next < top && letter.at(next).name() && !Chars.hasDigit(text) && !letter.at(line).strong();
    }

    /** "Nga mihi": a short line right above the name, which no list has; the signature's paragraph begins with it. */
    int withWish(int start) {
        if (!letter.at(start).name() || letter.at(start).closing() != Closing.NONE || start <= letter.first + 1) {
            return start;
        }
        int before = start - 1;
        boolean gap = letter.at(before).blank();
        while (before > letter.first && letter.at(before).blank()) {
            before--;
        }
        boolean paragraph = before > letter.first && (letter.at(before - 1).blank() || letter.at(before - 1).sentence());
        String text = letter.line(before).strip();
        LineTraits it = letter.at(before);
        if (!paragraph || letter.isGreeting(before) || !it.neutral() || it.strong() || it.place() || it.ornament()
                || text.length() > LONGEST_WISH || Chars.hasDigit(text)) {
            return start;
        }
        if (WISH.matcher(text).matches() && !ACRONYM.matcher(text).find()) {
            return before;
        }
        // A short answer is made of words that everybody uses, and is all that is said.
        return !gap && saysMore(before) && !isOrdinary(text) ? before : start;
    }

    private boolean saysMore(int line) {
        for (int i = line - 1; i >= letter.from; i--) {
            if (letter.at(i).sentence()) {
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

    /** "Thanks," right above a signature is a part of it. */
    int withThanks(int start, int top) {
        int before = start - 1;
        boolean gap = false;
        while (before >= letter.from && (letter.at(before).blank() || letter.at(before).ornament() && !isDelimiter(before))) {
            gap |= letter.at(before).blank();
            before--;
        }
        if (before < letter.from || start >= letter.end || letter.at(before).closing() != Closing.THANKS) {
            return start;
        }
        if (before == letter.first) {
            boolean alone = letter.first + 1 >= letter.end;
            return letter.at(start).closing() == Closing.CLOSING || start == top || alone ? start : before;
        }
        boolean closed = start < top && letter.at(start).closing() == Closing.CLOSING;
        String text = letter.line(before).strip();
        return closed && gap && !text.endsWith(",") ? start : before;
    }

    private boolean isDelimiter(int line) {
        return letter.line(line).startsWith("--") && letter.line(line).strip().length() == 2;
    }
}
