package org.genjin.daemon.reading.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells names of persons from other short lines. Pure. */
public final class PersonName {

    private static final int LONGEST = 50;
    private static final int MOST_WORDS = 5;
    private static final int SHORTEST_SHORT_NAME = 3;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> NO_NAMES = Set.of(
            "hi", "hello", "dear", "yes", "no", "ok", "okay", "thanks", "thank", "regards", "noted", "done", "confirmed", "attached", "please",
            "pls", "fyi", "urgent", "sent", "from", "to", "subject", "re", "fw", "fwd", "order", "price", "total", "black", "white", "red",
            "blue", "green", "hola", "bonjour", "hallo", "merci", "gracias", "danke", "obrigado", "obrigada", "oi", "olá", "si", "sí", "oui",
            "non", "ja", "nein", "sim", "não", "да", "нет", "хорошо", "спасибо", "ок", "привет", "the", "we", "i", "our", "your", "und", "wir",
            "china", "made", "new", "best", "good", "great", "perfect", "agreed", "approved", "received", "anhang", "anbei", "adjunto");

    private static final List<String> HAN_BEHIND = List.of("先生", "女士", "小姐", "敬上", "谨上", "謹上", "拜上", "上");
    private static final List<String> ARABIC_BEFORE = List.of("م.", "أ.", "د.", "م/", "أ/", "د/");

    /** "Father of", "mother of": how Arabs call each other, with no name of a family. */
    private static final Set<String> KUNYA = Set.of("أبو", "ابو", "بو", "أم", "ام");

    private PersonName() {}

    /**
     * The name in a piece of a signature, without honorifics and degrees; empty if it is no name.
     *
     * @param writer words of the sender's name, as {@link #words} gives them
     */
    static Optional<String> of(String piece, Set<String> writer) {
        String bare = bare(piece);
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return Optional.empty();
        }
        if (isHan(bare)) {
            return isChinese(bare, writer) ? Optional.of(bare) : Optional.empty();
        }
        String[] words = split(bare);
        if (words.length > MOST_WORDS) {
            return Optional.empty();
        }
        int real = 0;
        for (String word : words) {
            if (SignatureWords.all().nameParts.contains(word.toLowerCase(Locale.ROOT)) && words.length > 1) {
                continue;
            }
            if (!isNameWord(word)) {
                return Optional.empty();
            }
            real++;
        }
        if (real == 0 || words.length == 1 && NO_NAMES.contains(bare.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        // Letters without capitals tell nothing: a short line may be anything.
        boolean named = Character.isUpperCase(bare.codePointAt(0)) || isArabic(bare) && real >= 2 || matches(bare, writer);
        return named ? Optional.of(bare) : Optional.empty();
    }

    /** Whether a word of it is a word of the sender's name. */
    static boolean matches(String name, Set<String> writer) {
        if (writer.isEmpty()) {
            return false;
        }
        int at = name.indexOf('@');
        List<String> words = new ArrayList<>();
        words(folded(at > 0 ? name.substring(0, at) : name), words);
        boolean several = name.indexOf(' ') >= 0;
        for (String it : words) {
            if (writer.contains(it)) {
                return true;
            }
            // "Nico" is Nicolás.
            if (!several && it.length() >= SHORTEST_SHORT_NAME && writer.stream().anyMatch(word -> word.startsWith(it))) {
                return true;
            }
        }
        return false;
    }

    /** The words of names and of an address's part before the {@code @}, by which a signature can be known. */
    public static Set<String> words(@Nullable String... names) {
        Set<String> words = new HashSet<>();
        for (String it : names) {
            if (it == null) {
                continue;
            }
            String own = it.indexOf('@') > 0 ? it.substring(0, it.indexOf('@')) : it;
            words(folded(own), words);
        }
        return words;
    }

    private static void words(String folded, Collection<String> words) {
        int start = 0;
        for (int i = 0; i <= folded.length(); ) {
            int letter = i < folded.length() ? folded.codePointAt(i) : ' ';
            if (!Character.isLetter(letter)) {
                if (i - start >= 2 || i > start && Character.isIdeographic(folded.charAt(start))) {
                    words.add(folded.substring(start, i));
                }
                start = i + Character.charCount(letter);
            }
            i += Character.charCount(letter);
        }
    }

    /** Small letters without accents, and without the article of Arabic names. */
    private static String folded(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Chars.isAscii(small) ? small : MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Without titles of courtesy, degrees, marks and what stands in parentheses. */
    static String bare(String piece) {
        String text = unsmiled(piece.strip());
        int parenthesis = indexOf(text, '(', '（');
        if (parenthesis > 0 && (text.endsWith(")") || text.endsWith("）"))) {
            text = text.substring(0, parenthesis).strip();
        }
        List<String> words = new ArrayList<>(Arrays.asList(split(trimmed(text))));
        SignatureWords all = SignatureWords.all();
        while (words.size() > 1 && isBefore(words, all)) {
            words.removeFirst();
        }
        while (words.size() > 1 && all.behindNames.contains(trimmed(words.getLast()).toLowerCase(Locale.ROOT))) {
            words.removeLast();
        }
        String name = trimmed(String.join(" ", words));
        for (String it : HAN_BEHIND) {
            if (name.length() > it.length() + 1 && name.endsWith(it) && isHan(name.substring(0, 1))) {
                return name.substring(0, name.length() - it.length());
            }
        }
        for (String it : ARABIC_BEFORE) {
            if (name.startsWith(it) && name.length() > it.length() + 2) {
                return name.substring(it.length()).strip();
            }
        }
        return name;
    }

    private static String[] split(String text) {
        boolean plain = text.indexOf('\u00a0') < 0 && text.indexOf('\u3000') < 0 && text.indexOf("  ") < 0 && text.indexOf('\t') < 0;
        return plain ? text.split(" ", -1) : BLANKS.split(text);
    }

    /** Without what smiles behind it. */
    private static String unsmiled(String text) {
        int end = text.length();
        boolean closed = text.endsWith(")") && text.indexOf('(') >= 0;
        while (end > 0 && !closed && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '.' && text.charAt(end - 1) != '）') {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBefore(List<String> words, SignatureWords all) {
        String first = words.getFirst().toLowerCase(Locale.ROOT);
        if (all.beforeNames.contains(first)) {
            return true;
        }
        // "i. V."
        if (words.size() > 2 && all.beforeNames.contains(first + " " + words.get(1).toLowerCase(Locale.ROOT))) {
            words.removeFirst();
            return true;
        }
        return false;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1)) && !(text.charAt(end - 1) == '.' && end - start > 2 && isInitial(text, end))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** "Paulina Contreras M." keeps its point. */
    private static boolean isInitial(String text, int end) {
        return Character.isUpperCase(text.charAt(end - 2)) && (end < 3 || text.charAt(end - 3) == ' ' || text.charAt(end - 3) == '.');
    }

    private static boolean isEdge(char it) {
        return !Character.isLetter(it) && it != '(' && it != ')';
    }

    private static int indexOf(String text, char one, char other) {
        int at = text.indexOf(one);
        int wide = text.indexOf(other);
        return at < 0 ? wide : wide < 0 ? at : Math.min(at, wide);
    }

    private static boolean isNameWord(String word) {
        int letters = 0;
        boolean capital = false;
        for (int i = 0; i < word.length(); i++) {
            char it = word.charAt(i);
            if (Character.isLetter(it)) {
                letters++;
                capital |= letters == 1 && !Character.isLowerCase(it);
            } else if ("'’-.‑`".indexOf(it) < 0 && Character.getType(it) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return letters > 0 && (capital || word.startsWith("d'") || word.startsWith("d’") || word.startsWith("al-") || word.startsWith("el-"));
    }

    private static boolean isChinese(String bare, Set<String> writer) {
        int length = bare.length();
        if (length == 1) {
            return SignatureWords.all().surnames.contains(bare); // "唐": by the surname alone
        }
        if (length > 4) {
            return false;
        }
        if (writer.contains(bare) || writer.stream().anyMatch(it -> it.length() >= 2 && it.endsWith(bare))) {
            return true;
        }
        Set<String> surnames = SignatureWords.all().surnames;
        if (length == 2 && "小老阿大".indexOf(bare.charAt(0)) >= 0) {
            return surnames.contains(bare.substring(1));
        }
        return length <= 3 && surnames.contains(bare.substring(0, 1)) || length >= 3 && surnames.contains(bare.substring(0, 2));
    }

    /** Whether a given name alone was written: no card can be made of it. */
    static boolean isGivenAlone(String name) {
        if (isHan(name)) {
            Set<String> surnames = SignatureWords.all().surnames;
            return name.length() < 2 || !(surnames.contains(name.substring(0, 1)) || name.length() > 2 && surnames.contains(name.substring(0, 2)));
        }
        String[] words = split(name.strip());
        return words.length < 2 || words.length == 2 && KUNYA.contains(words[0]);
    }

    static boolean isHan(String text) {
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            if (!Character.isIdeographic(sign) && sign != '·') {
                return false;
            }
            i += Character.charCount(sign);
        }
        return !text.isEmpty();
    }

    private static boolean isArabic(String text) {
        char it = text.charAt(0);
        return it >= '\u0600' && it <= '\u06ff';
    }
}
