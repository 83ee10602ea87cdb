package org.genjin.daemon.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.words.WordFile;

/** Which country a name stands for: countries in eight languages, and the cities of the trade. Immutable. */
public final class Places {

    private static final List<String> LANGUAGES = List.of("en", "zh", "zh-TW", "es", "pt", "fr", "ar", "de", "ru", "it", "tr", "nl");

    /** In words: "Santiago de los Caballeros". */
    private static final int LONGEST = 5;

    /** Read when it is first needed, once. */
    public static final Places KNOWN = new Places();

    private final Map<String, String> countries = new HashMap<>();

    private Places() {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            LANGUAGES.forEach(it -> put(country.getDisplayCountry(Locale.forLanguageTag(it)), code));
        }
        for (String line : WordFile.lines("/customer/places.txt")) {
            int colon = line.indexOf(':');
            if (colon == 2) {
                for (String name : line.substring(colon + 1).split(",")) {
                    put(name, line.substring(0, 2));
                }
            }
        }
    }

    private void put(String name, String code) {
        String folded = Names.folded(name);
        if (!folded.isEmpty()) {
            countries.put(folded, code);
        }
    }

    /** @param name of a country or a city, however written; all of it */
    public Optional<String> country(String name) {
        return Optional.ofNullable(countries.get(Names.folded(name)));
    }

    /** The last country or city that a line names, as names are written, with a capital; Chinese ones anywhere in it. */
    public Optional<String> in(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split("[^\\p{L}\\p{M}\\p{N}'.]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        for (int length = LONGEST; length > 0; length--) {
            for (int i = words.size() - length; i >= 0; i--) {
                List<String> part = words.subList(i, i + length);
                String found = isName(part.getFirst()) ? countries.get(Names.folded(String.join(" ", part))) : null;
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return ideographic(Names.folded(line));
    }

    private static boolean isName(String word) {
        int first = word.codePointAt(0);
        return !Character.isLowerCase(first);
    }

    private Optional<String> ideographic(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            for (int length = 4; length > 1 && Character.isIdeographic(folded.charAt(i)); length--) {
                String found = i + length <= folded.length() ? countries.get(folded.substring(i, i + length)) : null;
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
