package org.genjin.daemon.customer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.words.WordFile;

/**
 * The numbers of orders, invoices, contracts and claims in a text: who names one that stands in our letters with a customer
 * speaks of that customer's business. Digits only, so that {@code PI 26021} and {@code LYPI-26021} meet. Immutable.
 */
public final class DocumentNumbers {

    private static final int LOOKED_AT = 8_000;
    private static final int MOST = 8;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_UNNAMED = 5;
    private static final int LONGEST = 14;
    /** In how many letters before the number the word stands that says what it is. */
    private static final int BEFORE = 24;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.,])(?<letters>\\p{Lu}{2,8}[-/ ]?)?(?:\\p{Lu}{1,4}[-/ ]?)?(?<digits>\\d(?:[-/]?\\d){2,17})(?![\\p{L}\\p{N}%]|[.,]\\d|-\\d)");
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d[-/]\\d\\d?[-/]\\d\\d?|\\d\\d?[-/]\\d\\d?[-/](?:19|20)?\\d\\d");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final Set<String> papers = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> everybodys = new HashSet<>();

    public DocumentNumbers() {
        boolean ofPapers = false;
        for (String line : WordFile.lines("/customer/document-words.txt")) {
            String word = Names.folded(line);
            if (line.startsWith("[")) {
                ofPapers = line.startsWith("[papers]");
            } else if (!ofPapers) {
                everybodys.add(word);
            } else if (line.endsWith("*")) {
                beginnings.add(word);
            } else {
                papers.add(word);
            }
        }
    }

    /** Each once, in the order of the text; none where there is none. */
    public List<String> in(String text) {
        String bounded = text.substring(0, Math.min(LOOKED_AT, text.length()));
        Set<String> found = new LinkedHashSet<>();
        Matcher number = NUMBER.matcher(bounded);
        while (found.size() < MOST && number.find()) {
            String written = number.group("digits");
            String digits = written.replaceAll("\\D", "");
            boolean bare = digits.equals(written);
            if (digits.length() < SHORTEST || digits.length() > LONGEST || DATE.matcher(written).matches()
                    || (bare && YEAR.matcher(digits).matches())) {
                continue;
            }
            String letters = Names.folded(number.group("letters") == null ? "" : number.group("letters"));
            boolean numbered = !letters.isEmpty() && !everybodys.contains(letters) && digits.length() >= SHORTEST_UNNAMED;
            if (numbered || isPaper(letters) || followsPaper(bounded, number.start())) {
                found.add(digits);
            }
        }
        return List.copyOf(found);
    }

    private boolean followsPaper(String text, int at) {
        String before = text.substring(Math.max(0, at - BEFORE), at);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        String[] words = Names.folded(line).split(" ");
        for (int i = Math.max(0, words.length - 3); i < words.length; i++) {
            if (isPaper(words[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isPaper(String word) {
        if (word.isEmpty()) {
            return false;
        }
        return papers.contains(word)
                || beginnings.stream().anyMatch(word::startsWith)
                || (Character.isIdeographic(word.codePointAt(0)) && papers.stream().anyMatch(word::endsWith));
    }
}
