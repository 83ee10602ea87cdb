package org.genjin.daemon.reading.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.reading.Phrases;
import org.jspecify.annotations.Nullable;

/** Names of countries as they stand in addresses, in the languages that we read. Immutable. */
final class Countries {

    private static final List<String> LANGUAGES =
            List.of("en", "zh", "zh-TW", "es", "pt", "fr", "ar", "de", "ru", "it", "tr", "nl", "pl", "ja", "ko", "sv", "cs", "vi", "id");

    private static final Set<String> STATES = Set.of("georgia", "jersey");

    private final Map<String, String> codes = new HashMap<>();
    /** Of Chinese and Japanese, where a place follows the name without a gap. */
    private final PhraseTree<String> unparted = new PhraseTree<>();

    Countries() {
        for (String code : Locale.getISOCountries()) {
            for (String language : LANGUAGES) {
                String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.forLanguageTag(language));
                if (!name.equals(code)) {
                    put(name.toLowerCase(Locale.ROOT), code);
                }
            }
        }
        Phrases.each("signature/places.txt", (kind, it) -> {
            if (kind.startsWith("name=")) {
                put(it, kind.substring("name=".length()));
            }
        });
    }

    private void put(String name, String code) {
        codes.put(name, code);
        if (Character.isIdeographic(name.charAt(0)) && name.length() > 1) {
            unparted.put(name, code);
        }
    }

    /** The country whose name the piece is, or, in Chinese, begins with; null if none. */
    @Nullable String of(String piece) {
        String name = bare(piece);
        if (name.isEmpty()) {
            return null;
        }
        if (Character.isIdeographic(name.charAt(0))) {
            String[] found = new String[1];
            unparted.at(name, 0, (code, _) -> found[0] = code);
            return found[0];
        }
        String code = codes.get(name);
        if (code != null) {
            return code;
        }
        // "CH-8000 Zürich Schweiz", "Lagos Nigeria"; but "New Jersey" and "Atlanta Georgia" are none.
        int blank = name.lastIndexOf(' ');
        if (blank < 0 || name.substring(0, blank).endsWith("new") || STATES.contains(name.substring(blank + 1))) {
            return null;
        }
        return codes.get(name.substring(blank + 1));
    }

    /** Whether the piece is nothing but the name of a country. */
    boolean isName(String piece) {
        return codes.containsKey(bare(piece));
    }

    private static String bare(String piece) {
        int start = 0;
        int end = piece.length();
        while (start < end && !Character.isLetterOrDigit(piece.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(piece.charAt(end - 1)) && piece.charAt(end - 1) != '.') {
            end--;
        }
        String bare = piece.substring(start, end).replace('\u00a0', ' ').replace('’', '\'').toLowerCase(Locale.ROOT);
        return bare.endsWith(".") && bare.indexOf('.') == bare.length() - 1 ? bare.substring(0, bare.length() - 1) : bare;
    }
}
