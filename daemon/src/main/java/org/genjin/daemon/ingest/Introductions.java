package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.words.WordFile;

/**
 * Finds the firm that somebody says they are from: "this is Ahmed from Noor Al Bahr". How much of what follows is the name
 * nobody can tell without knowing it, so it is given in all lengths. Immutable.
 */
final class Introductions {

    private static final int WORDS = 5;
    private static final int IDEOGRAPHS = 8;
    private static final int LOOKED_AT = 600;
    private static final String NAME = "(?<name>(?:\\p{L}[\\p{L}'.-]{0,30}\\s){0,4}?)";

    private final List<Opening> openings = new ArrayList<>();

    /** @param words that stand in it, the longest; without them the pattern need not be tried */
    private record Opening(String words, Pattern pattern) {}

    Introductions() {
        WordFile.lines("/party/introductions.txt").forEach(line -> openings.add(new Opening(words(line.strip()), pattern(line.strip()))));
    }

    private static String words(String line) {
        return Arrays.stream(line.split("\\{name\\}", -1)).map(String::strip).max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static Pattern pattern(String line) {
        boolean ideographic = line.codePoints().anyMatch(Character::isIdeographic);
        String words = line.replace("{name} ", "\u0001").replace("{name}", "\u0002");
        String quoted = Pattern.quote(words).replace("\u0001", "\\E" + NAME + "\\Q").replace("\u0002", "\\E(?<name>.{1,6}?)\\Q");
        String rest = ideographic
                ? "(?<firm>\\p{L}{2," + IDEOGRAPHS + "})"
                : "\\s(?:the |la |el |le |der |die |das |empresa |firma |фирмы |компании |شركة )?(?<firm>[\\p{L}\\p{N}&'.\\-]+(?:\\s[\\p{L}\\p{N}&'.\\-]+){0," + (WORDS - 1) + "})";
        return Pattern.compile(
                (ideographic ? "" : "(?<!\\p{L})") + quoted + rest, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Whom somebody says they are.
     *
     * @param persons their own names
     * @param firms what may be the firm's name, the longest first
     */
    record Introduced(List<String> persons, List<String> firms) {}

    Introduced in(String text) {
        String begin = text.substring(0, Math.min(LOOKED_AT, text.length())).replaceAll("\\s+", " ").replace('’', '\'');
        Introduced introduced = new Introduced(new ArrayList<>(), new ArrayList<>());
        String small = begin.toLowerCase(Locale.ROOT);
        for (Opening opening : openings) {
            if (!small.contains(opening.words())) {
                continue;
            }
            Matcher found = opening.pattern().matcher(begin);
            if (found.find()) {
                shorter(found.group("firm"), introduced.firms());
                if (opening.pattern().namedGroups().containsKey("name")) {
                    introduced.persons().add(found.group("name").strip());
                }
            }
        }
        return introduced;
    }

    private static void shorter(String phrase, List<String> firms) {
        if (phrase.codePoints().anyMatch(Character::isIdeographic)) {
            for (int length = phrase.length(); length >= 2; length--) {
                firms.add(phrase.substring(0, length));
            }
            return;
        }
        String[] words = phrase.split(" ");
        for (int count = words.length; count > 0; count--) {
            firms.add(String.join(" ", Arrays.copyOf(words, count)));
        }
    }
}
