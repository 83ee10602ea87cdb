package org.genjin.daemon.reading.when;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.words.WordFile;

/** The forms under which one written word is looked for: spelling that differs by hand, keyboard or script is made one. Pure. */
final class Forms {

    private static final int LONGEST = 40;
    private static final List<String> ARABIC_ENDINGS = List.of("كم", "ها", "هم", "نا", "ني", "ه", "ك");
    private static final Map<Integer, String> SIMPLIFIED = simplified();

    private Forms() {}

    static List<String> of(String written) {
        String folded = folded(written);
        char first = folded.charAt(0);
        return first >= 0x600 && first <= 0x6FF && folded.length() <= LONGEST ? arabic(folded) : List.of(folded);
    }

    static String folded(String written) {
        if (written.length() == 1 && written.charAt(0) >= 0x2E80) {
            return SIMPLIFIED.getOrDefault((int) written.charAt(0), written);
        }
        boolean simple = true;
        for (int i = 0; i < written.length() && simple; i++) {
            char c = written.charAt(i);
            simple = c >= 'a' && c <= 'z';
        }
        return simple ? written : spelled(written.toLowerCase(Locale.ROOT));
    }

    /** Letters that people leave a dot, a hat or a tail off. */
    private static String spelled(String lower) {
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'ё' -> folded.append('е');
                case 'أ', 'إ', 'آ', 'ٱ' -> folded.append('ا');
                case 'ى', 'ی', 'ئ' -> folded.append('ي');
                case 'ؤ' -> folded.append('و');
                case 'ة' -> folded.append('ه');
                case 'ک' -> folded.append('ك');
                case 'ـ' -> {}
                default -> {
                    if (Tokens.apostrophe(c)) {
                        folded.append('\'');
                    } else if (c < 0x64B || c > 0x65F) {
                        folded.append(c);
                    }
                }
            }
        }
        String spelled = folded.toString();
        return spelled.isEmpty() ? lower : Normalizer.isNormalized(spelled, Normalizer.Form.NFC) ? spelled : Normalizer.normalize(spelled, Normalizer.Form.NFC);
    }

    /** Without accents, for Latin letters. */
    static String plain(String folded) {
        boolean plain = true;
        for (int i = 0; i < folded.length() && plain; i++) {
            char c = folded.charAt(i);
            plain = c < 0xC0 || c >= 0x250;
        }
        if (plain) {
            return folded;
        }
        StringBuilder bare = new StringBuilder(folded.length());
        String parted = Normalizer.normalize(folded, Normalizer.Form.NFD);
        for (int i = 0; i < parted.length(); i++) {
            if (Character.getType(parted.charAt(i)) != Character.NON_SPACING_MARK) {
                bare.append(parted.charAt(i));
            }
        }
        return bare.toString();
    }

    /** One word of Arabic is often several: 'and', 'then', 'with', 'to', 'the' before it, a pronoun after it. */
    private static List<String> arabic(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        List<String> starts = new ArrayList<>(List.of(word));
        if (word.length() >= 4 && (word.charAt(0) == 'و' || word.charAt(0) == 'ف')) {
            starts.add(word.substring(1));
        }
        for (String it : List.copyOf(starts)) {
            if (it.length() >= 4 && it.startsWith("لل")) {
                starts.add(it.substring(2));
            } else if (it.length() >= 5 && "بلك".indexOf(it.charAt(0)) >= 0) {
                starts.add(it.substring(1));
            }
        }
        for (String it : List.copyOf(starts)) {
            if (it.length() >= 5 && it.startsWith("ال")) {
                starts.add(it.substring(2));
            }
        }
        forms.addAll(starts);
        for (String it : starts) {
            for (String ending : ARABIC_ENDINGS) {
                if (it.length() >= ending.length() + 3 && it.endsWith(ending)) {
                    forms.add(it.substring(0, it.length() - ending.length()));
                }
            }
        }
        return List.copyOf(forms);
    }

    static String mark(String written) {
        return switch (written) {
            case "，", "、", "،" -> ",";
            case "：" -> ":";
            case "；", "؛" -> ";";
            case "？", "؟" -> "?";
            case "！" -> "!";
            case "（" -> "(";
            case "）" -> ")";
            case "．" -> ".";
            case "／" -> "/";
            case "–", "—", "−", "‐", "‑", "~", "～", "〜", "－" -> "-";
            default -> written;
        };
    }

    /** The traditional characters that the phrases need, as the simplified ones which these are written in. */
    private static Map<Integer, String> simplified() {
        Map<Integer, String> pairs = new java.util.HashMap<>();
        for (String line : WordFile.lines("/reading/when/traditional.txt")) {
            for (String pair : line.split(" ", -1)) {
                pairs.put((int) pair.charAt(0), pair.substring(1));
            }
        }
        return Map.copyOf(pairs);
    }
}
