package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.reading.when.Lexicon;
import org.genjin.daemon.words.WordFile;

/**
 * The words of one language by what they do, from its resource file. Immutable.
 *
 * <p>A line is {@code marks: phrase, phrase}. Verbs that bend alike are given once: {@code verbs CLASS [marks]: stems} and
 * {@code form CLASS marks: endings}; {@code -} is no ending; {@code ~} after the marks leaves accents out of account.
 */
final class Tongue {

    private static final Tongue ENGLISH = new Tongue("en");
    private static final Map<String, Tongue> ALL = Map.of(
            "en", ENGLISH, "zh", new Tongue("zh"), "es", new Tongue("es"), "pt", new Tongue("pt"), "fr", new Tongue("fr"),
            "ar", new Tongue("ar"), "de", new Tongue("de"), "ru", new Tongue("ru"));

    private final Lexicon<Long> words = new Lexicon<>((one, other) -> one | other);

    private Tongue(String language) {
        Map<String, List<String>> forms = new HashMap<>();
        List<String> verbs = new ArrayList<>();
        for (String line : WordFile.lines("/reading/promises/" + language + ".txt")) {
            String key = line.substring(0, line.indexOf(':')).strip();
            if (key.startsWith("form ")) {
                forms.computeIfAbsent(key.split(" ", -1)[1], _ -> new ArrayList<>()).add(line);
            } else if (key.startsWith("verbs ")) {
                verbs.add(line);
            } else {
                long marks = marks(key);
                for (String phrase : phrases(line)) {
                    words.put(phrase, marks);
                }
            }
        }
        for (String line : verbs) {
            String[] key = line.substring(0, line.indexOf(':')).split(" ", 3);
            long also = key.length > 2 ? marks(key[2]) : 0;
            List<String> bending = forms.getOrDefault(key[1], List.of());
            if (bending.isEmpty()) {
                throw new IllegalStateException(language + " has no forms for " + key[1]);
            }
            phrases(line).forEach(stem -> bending.forEach(form -> bend(stem, form, also)));
        }
    }

    /** The words of a language; of English where it is not known. */
    static Tongue of(String language) {
        return ALL.getOrDefault(language, ENGLISH);
    }

    Lexicon<Long> words() {
        return words;
    }

    private void bend(String stem, String form, long also) {
        String key = form.substring(0, form.indexOf(':'));
        boolean loose = key.endsWith("~");
        long marks = marks(key.substring(key.indexOf(' ', "form ".length()) + 1).replace("~", "")) | also;
        for (String ending : phrases(form)) {
            String word = ending.equals("-") ? stem : ending.contains("_") ? ending.replace("_", stem) : stem + ending;
            if (loose) {
                words.putLoose(word, marks);
            } else {
                words.put(word, marks);
            }
        }
    }

    private static long marks(String key) {
        long marks = 0;
        for (String name : key.strip().split(" ", -1)) {
            marks |= Mark.valueOf(name.toUpperCase(Locale.ROOT)).bit;
        }
        return marks;
    }

    private static List<String> phrases(String line) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : line.substring(line.indexOf(':') + 1).split(",", -1)) {
            phrases.add(phrase.strip());
        }
        return phrases;
    }
}
