package org.genjin.daemon.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.words.WordFile;

/** By which words a firm is known again, however its name is written: without legal form, then without what many are called. */
public final class FirmNames {

    private static final int SHORTEST = 4;
    private static final int TELLING = 6;
    private static final int SHORTENED = 5;
    private static final int IDEOGRAPHS = 2;

    private static final Pattern OTHER_SCRIPT = Pattern.compile("\\p{IsHan}+");

    private static final Map<String, Set<String>> WORDS = words();

    private FirmNames() {}

    /** The keys of a firm's name, folded; the whole first. Empty for what could be anybody's. */
    public static List<String> keys(String name) {
        String folded = Names.folded(name);
        if (folded.codePoints().anyMatch(Character::isIdeographic)) {
            String other = OTHER_SCRIPT.matcher(folded).replaceAll(" ").strip();
            String han = folded.replaceAll("[^\\p{IsHan}\\p{N}]", "");
            List<String> both = new ArrayList<>(ideographic(other.isEmpty() || han.isEmpty() ? folded : han));
            both.addAll(other.length() < SHORTEST ? List.of() : keys(other));
            return List.copyOf(both);
        }
        List<String> core = new ArrayList<>(Arrays.asList(folded.split(" ")));
        core.removeIf(String::isEmpty);
        core.removeAll(WORDS.getOrDefault("form", Set.of()));
        if (core.size() > 1 && WORDS.getOrDefault("first", Set.of()).contains(core.getFirst())) {
            core.removeFirst();
        }
        if (core.size() > 1 && WORDS.getOrDefault("formerly", Set.of()).contains(core.getFirst())) {
            core.removeFirst();
        }
        joined(core);
        List<String> telling = new ArrayList<>(core);
        telling.removeAll(WORDS.getOrDefault("general", Set.of()));
        List<String> proper = new ArrayList<>(telling);
        while (proper.size() > 2 && WORDS.getOrDefault("trade", Set.of()).contains(proper.getLast())) {
            proper.removeLast();
        }
        Set<String> keys = new LinkedHashSet<>();
        add(keys, core, SHORTEST);
        add(keys, telling, telling.size() > 1 ? SHORTEST : TELLING);
        if (proper.size() > 1 && proper.size() < telling.size()) {
            add(keys, proper, TELLING);
        }
        return List.copyOf(keys);
    }

    /** A firm's name as people say it: without its legal form, else as it is. */
    public static String brief(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.strip().split("\\s+")));
        Set<String> forms = WORDS.getOrDefault("form", Set.of());
        while (words.size() > 1 && isForm(words.getLast(), forms)) {
            words.removeLast();
        }
        String brief = String.join(" ", words).replaceFirst("[\\s,;&(-]+$", "");
        if (!brief.codePoints().anyMatch(Character::isIdeographic)) {
            return brief;
        }
        String whole = brief;
        return WORDS.getOrDefault("ending", Set.of()).stream()
                .filter(it -> whole.endsWith(it) && whole.length() - it.length() >= IDEOGRAPHS)
                .max(Comparator.comparingInt(String::length))
                .map(it -> whole.substring(0, whole.length() - it.length()))
                .orElse(whole);
    }

    private static boolean isForm(String word, Set<String> forms) {
        String folded = Names.folded(word);
        return folded.isEmpty() || forms.contains(folded) || forms.contains(folded.replace(" ", ""));
    }

    /**
     * Those of {@code keys} whose firm a text names; a name of several words is often shortened to its first, where that tells.
     */
    public static Set<String> namedIn(String text, Set<String> keys) {
        String folded = " " + Names.folded(text) + " ";
        Set<String> named = new HashSet<>();
        for (String key : keys) {
            String first = key.indexOf(' ') < 0 ? key : key.substring(0, key.indexOf(' '));
            boolean ideographic = key.codePoints().anyMatch(Character::isIdeographic);
            boolean whole = ideographic ? folded.contains(key) : folded.contains(" " + key + " ");
            boolean shortened = !ideographic && first.length() >= SHORTENED && folded.contains(" " + first + " ")
                    && keys.stream().noneMatch(other -> !other.equals(key) && !other.startsWith(key) && !key.startsWith(other)
                            && other.startsWith(first + " "));
            if (whole || shortened) {
                named.add(key);
            }
        }
        return named;
    }

    /** Whether many firms are called so, or it is a legal form: no name by itself. */
    public static boolean isGeneral(String folded) {
        return WORDS.entrySet().stream().anyMatch(it -> !it.getKey().equals("within") && !it.getKey().equals("sounds") && it.getValue().contains(folded));
    }

    /** Whether it calls itself a firm. */
    public static boolean isFirm(String name) {
        return hasForm(name) || soundsLikeOne(name);
    }

    /** Whether a legal form ends or begins it. */
    public static boolean hasForm(String name) {
        String folded = Names.folded(name);
        String[] words = folded.split(" ");
        Set<String> forms = WORDS.getOrDefault("form", Set.of());
        // Short forms are words of many languages too: they count where they stand last, behind a name.
        boolean last = words.length > 1 && forms.contains(words[words.length - 1]);
        boolean spelled = words.length > 2 && forms.contains(spelled(words));
        boolean first = words.length > 1 && WORDS.getOrDefault("first", Set.of()).contains(words[0]);
        return last || spelled || first || WORDS.getOrDefault("ending", Set.of()).stream().anyMatch(folded.replace(" ", "")::endsWith);
    }

    /** The single letters at the end: of "s a s" "sas". */
    private static String spelled(String[] words) {
        StringBuilder letters = new StringBuilder();
        for (int i = words.length - 1; i >= 0 && words[i].length() == 1; i--) {
            letters.insert(0, words[i]);
        }
        return letters.toString();
    }

    /** Whether it has a word that many firms have in their names. */
    public static boolean soundsLikeOne(String name) {
        Set<String> general = WORDS.getOrDefault("general", Set.of());
        if (WORDS.getOrDefault("within", Set.of()).stream().anyMatch(name::contains)) {
            return true;
        }
        return Arrays.stream(Names.folded(name).split(" ")).anyMatch(
                it -> it.length() > SHORTEST && (general.contains(it) || WORDS.getOrDefault("trade", Set.of()).contains(it) || WORDS.getOrDefault("sounds", Set.of()).contains(it)));
    }

    /** Forms written with points fall into letters when folded: S.A.S. is "s a s". */
    private static void joined(List<String> words) {
        while (words.size() > 1 && words.getLast().length() == 1) {
            words.removeLast();
        }
    }

    private static void add(Set<String> keys, List<String> words, int shortest) {
        String key = String.join(" ", words);
        if (!words.isEmpty() && key.length() >= shortest && !WORDS.getOrDefault("general", Set.of()).containsAll(words)) {
            keys.add(key);
        }
    }

    private static List<String> ideographic(String folded) {
        String core = folded.replace(" ", "");
        String whole = core;
        String form = WORDS.getOrDefault("ending", Set.of()).stream()
                .filter(it -> whole.endsWith(it) && whole.length() - it.length() >= IDEOGRAPHS)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        core = core.substring(0, core.length() - form.length());
        return core.length() >= IDEOGRAPHS ? List.of(core) : List.of();
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String line : WordFile.lines("/customer/firm-words.txt")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                words.computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
                        .addAll(Arrays.asList(line.substring(colon + 1).strip().split("\\s+")));
            }
        }
        return words;
    }
}
