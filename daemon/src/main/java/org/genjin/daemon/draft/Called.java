package org.genjin.daemon.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.words.WordFile;
import org.jspecify.annotations.Nullable;

/** How a person is called at the head of a letter, from the name as mail programs show it. Nothing is guessed: rather none. */
final class Called {

    private static final Set<String> NO_PERSONS = Set.copyOf(WordFile.lines("/drafts/no-persons.txt"));
    /** Where the name of the family usually stands first: the whole name is never wrong. */
    private static final Set<String> FAMILY_FIRST = Set.of("CN", "HK", "TW", "MO", "KR", "JP", "VN", "HU", "KH");
    /** Only a part of a name, or of a title. */
    private static final Set<String> BEGINNINGS = Set.of(
            "abd", "abdul", "abu", "al", "el", "abou", "bin", "ibn", "mohd", "md", "mr", "mrs", "ms", "miss", "dr", "eng", "engr", "prof", "ing", "herr",
            "frau", "sr", "sra", "srta", "mme", "monsieur", "madame", "dott", "dipl", "sir", "عبد", "أبو", "ابو");
    private static final Pattern ASIDE = Pattern.compile("\\s*[(\\[（【].*?[)\\]）】]\\s*|\\s+(via|from|at|@|\\||/|-|–)\\s.*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’.-]+");
    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_FIRST = 2;

    private Called() {}

    /**
     * Empty if it is no person's name.
     *
     * @param byFirst whether to call by the first name where it is plain which it is
     * @param country where the person is; null if not known
     */
    static Optional<String> by(String name, boolean byFirst, @Nullable String country) {
        String bare = turned(ASIDE.matcher(name.replaceAll("[\"“”„«»]", "")).replaceAll(" ").strip());
        List<String> words = List.of(bare.split("\\s+"));
        boolean person = !bare.isEmpty() && bare.length() <= LONGEST && words.size() <= MOST_WORDS
                && bare.chars().noneMatch(it -> it == '@' || Character.isDigit(it) || it == '&')
                && words.stream().noneMatch(it -> NO_PERSONS.contains(folded(it)));
        if (!person || !bare.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        String whole = words.stream().map(Called::cased).collect(Collectors.joining(" "));
        return Optional.of(byFirst && isPlainFirst(words, country) ? cased(words.getFirst()) : whole);
    }

    private static boolean isPlainFirst(List<String> words, @Nullable String country) {
        String first = words.getFirst();
        boolean west = country == null || !FAMILY_FIRST.contains(country);
        return words.size() > 1 && west && first.codePointCount(0, first.length()) > SHORTEST_FIRST && !first.endsWith(".")
                && first.codePoints().noneMatch(Character::isIdeographic) && !BEGINNINGS.contains(folded(first));
    }

    /** "Lee, Kim" is Kim Lee. */
    private static String turned(String name) {
        String[] halves = name.split("\\s*,\\s*");
        return halves.length == 2 ? halves[1] + " " + halves[0] : name;
    }

    /** Names that are written in one case throughout, as forms and mail programs do, get their capitals. */
    private static String cased(String word) {
        boolean oneCase = word.length() > SHORTEST_FIRST && (word.equals(word.toUpperCase(Locale.ROOT)) || word.equals(word.toLowerCase(Locale.ROOT)));
        if (!oneCase) {
            return word;
        }
        return Arrays.stream(word.toLowerCase(Locale.ROOT).split("(?<=-)"))
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .collect(Collectors.joining());
    }

    private static String folded(String word) {
        return BETWEEN.matcher(word).replaceAll("").replace(".", "").toLowerCase(Locale.ROOT);
    }
}
