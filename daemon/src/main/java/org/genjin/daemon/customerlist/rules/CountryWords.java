package org.genjin.daemon.customerlist.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.Names;
import org.genjin.index.Chinese;

/** Which country somebody means: by its name in any language, code, flag, abbreviation, or a city of it. Immutable. */
final class CountryWords {

    private static final List<String> LANGUAGES = List.of(
            "en", "zh", "zh-TW", "es", "de", "fr", "pt", "ru", "ar", "it", "tr", "nl", "pl", "ja", "ko", "vi", "id", "uk", "cs",
            "sv", "da", "nb", "fi", "hu", "ro", "el", "he", "fa", "th");
    /** What stands on cars (Geneva and Vienna conventions on road traffic), where it is not the country's ISO code. */
    private static final Map<String, String> CARS = Map.ofEntries(
            Map.entry("D", "DE"), Map.entry("A", "AT"), Map.entry("F", "FR"), Map.entry("I", "IT"), Map.entry("E", "ES"),
            Map.entry("B", "BE"), Map.entry("P", "PT"), Map.entry("S", "SE"), Map.entry("N", "NO"), Map.entry("H", "HU"),
            Map.entry("L", "LU"), Map.entry("V", "VA"), Map.entry("M", "MT"), Map.entry("J", "JP"), Map.entry("FL", "LI"),
            Map.entry("FIN", "FI"), Map.entry("IRL", "IE"), Map.entry("SLO", "SI"), Map.entry("RUS", "RU"), Map.entry("UA", "UA"),
            Map.entry("EST", "EE"), Map.entry("SRB", "RS"), Map.entry("BIH", "BA"), Map.entry("SK", "SK"), Map.entry("CDN", "CA"),
            Map.entry("AUS", "AU"), Map.entry("IND", "IN"), Map.entry("ROK", "KR"), Map.entry("MEX", "MX"), Map.entry("RCH", "CL"),
            Map.entry("RA", "AR"), Map.entry("ET", "EG"), Map.entry("IL", "IL"), Map.entry("BY", "BY"), Map.entry("MK", "MK"));

    private static final int LONGEST_TITLE = 40;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> cities = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Misspelt misspelt;
    private int longest = 1;

    CountryWords() {
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
            Locale country = Locale.of("", code);
            codes.put(country.getISO3Country(), code);
            for (String language : LANGUAGES) {
                put(names, country.getDisplayCountry(Locale.forLanguageTag(language)), code);
            }
        }
        WordLists.read("countries.txt").forEach((code, words) -> {
            boolean place = false;
            for (String it : words) {
                for (String word : it.split("\\|", -1)) {
                    put(place ? cities : names, word, code);
                    place |= it.contains("|");
                }
            }
        });
        Set<String> both = new HashSet<>(cities.keySet());
        both.retainAll(names.keySet());
        both.forEach(cities::remove);
        misspelt = new Misspelt(names.keySet());
    }

    private void put(Map<String, String> into, String word, String code) {
        String folded = Names.folded(word);
        if (!folded.isEmpty()) {
            into.put(folded, code);
            longest = Math.max(longest, folded.split(" ", -1).length);
        }
    }

    static boolean isCarLetter(String text) {
        return text.strip().length() == 1 && CARS.containsKey(text.strip().toUpperCase(Locale.ROOT));
    }

    /** The country that a cell of countries states; {@code cars} if the column holds the letters on cars. */
    Optional<String> stated(String cell, boolean cars) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> flag = flag(text);
        if (flag.isPresent()) {
            return flag;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        if (cars && CARS.containsKey(upper)) {
            return Optional.of(CARS.get(upper));
        }
        String reference = text.replaceFirst("^base\\.", ""); // Odoo's external ids
        if (!reference.equals(text) && codes.containsKey(reference.toUpperCase(Locale.ROOT))) {
            return Optional.of(reference.toUpperCase(Locale.ROOT).equals("UK") ? "GB" : reference.toUpperCase(Locale.ROOT));
        }
        Optional<String> name = named(text);
        if (name.isPresent()) {
            return name;
        }
        if (upper.matches("[A-Z]{2,3}") && codes.containsKey(upper)) {
            return Optional.of(codes.get(upper));
        }
        for (String part : text.split("[/,，、;；()（）\\[\\]|\\n:：–—-]+", -1)) {
            Optional<String> found = named(part);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String part : text.split("[^\\p{L}]+", -1)) {
            if (part.matches("[A-Z]{2,3}") && codes.containsKey(part)) {
                return Optional.of(codes.get(part));
            }
        }
        return within(text, names, true).or(() -> within(text, cities, true));
    }

    /** The country that a cell of countries means whose name is known but for one letter. */
    Optional<String> meant(String cell) {
        return misspelt.only(Names.folded(cell), names);
    }

    /** Whether a cell of countries names a city and no country. */
    boolean isCityAlone(String text) {
        boolean named = text.strip().length() < 4 || flag(text).isPresent() || named(text).isPresent();
        for (String part : text.split("[/,，、;；()（）\\[\\]|\\n:：–—-]+", -1)) {
            named |= named(part).isPresent() || part.strip().matches("[A-Z]{2,3}") && codes.containsKey(part.strip());
        }
        return !named && within(text, names, true).isEmpty() && ofCity(text).isPresent();
    }

    /** The country that all of {@code text} names. */
    Optional<String> named(String text) {
        String folded = Names.folded(text);
        return Optional.ofNullable(names.get(folded)).or(() -> Optional.ofNullable(names.get(Chinese.simplified(folded))));
    }

    /** The country that an address names, at its end first; else a city in it that only one country has. */
    Optional<String> ofAddress(String address) {
        String[] parts = address.split("[,，;；\\n/|、]+", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            Optional<String> found = named(parts[i].replaceAll("\\d{3,}", " "));
            if (found.isPresent()) {
                return found;
            }
        }
        String last = parts[parts.length - 1].strip();
        if (parts.length > 1 && last.matches("[A-Z]{2}") && Countries.isCode(last)) {
            return Optional.of(last);
        }
        return within(address, names, false).or(() -> ofCity(address));
    }

    /** The country that a short title names beside words such as list and customers; a city is none, for fairs have one. */
    Optional<String> ofTitle(String title) {
        String text = title.replaceAll("\\d+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST_TITLE) {
            return Optional.empty();
        }
        Optional<String> whole = named(text);
        if (whole.isPresent()) {
            return whole;
        }
        String folded = Names.folded(text);
        return within(text, names, false).filter(code -> {
            String rest = " " + folded + " ";
            for (Map.Entry<String, String> it : names.entrySet()) {
                boolean own = it.getValue().equals(code) && it.getKey().length() > 1;
                rest = own ? rest.replace(eastern(it.getKey()) ? it.getKey() : " " + it.getKey() + " ", " ") : rest;
            }
            for (String word : eastern(rest) ? WordLists.of("listword") : Set.<String>of()) {
                rest = eastern(word) ? rest.replace(word, " ") : rest;
            }
            return Arrays.stream(rest.strip().split(" +", -1)).allMatch(it -> it.isEmpty() || WordLists.is("customer", it) || WordLists.is("listword", it));
        });
    }

    Optional<String> ofCity(String text) {
        String whole = cities.get(Names.folded(text));
        return whole != null ? Optional.of(whole) : within(text, cities, false);
    }

    /** The country of the first flag in a text. */
    static Optional<String> flag(String text) {
        int[] points = text.codePoints().filter(it -> it >= 0x1F1E6 && it <= 0x1F1FF).limit(2).toArray();
        if (points.length < 2) {
            return Optional.empty();
        }
        String code = "" + (char) ('A' + points[0] - 0x1F1E6) + (char) ('A' + points[1] - 0x1F1E6);
        return Countries.isCode(code) ? Optional.of(code) : Optional.empty();
    }

    /** The longest known name among the words of a text. */
    private Optional<String> within(String text, Map<String, String> known, boolean shortOnes) {
        String[] words = Names.folded(text).split(" ", -1);
        for (int count = Math.min(longest, words.length); count > 0; count--) {
            for (int from = words.length - count; from >= 0; from--) {
                String part = String.join(" ", Arrays.copyOfRange(words, from, from + count));
                String code = part.length() > 3 || shortOnes && part.length() > 2 || eastern(part) ? known.get(part) : null;
                if (code != null) {
                    return Optional.of(code);
                }
            }
        }
        return eastern(text) ? easternWithin(Names.folded(text), known) : Optional.empty();
    }

    /** Chinese has no blanks between words. */
    private static Optional<String> easternWithin(String folded, Map<String, String> known) {
        for (int length = Math.min(8, folded.length()); length > 1; length--) {
            for (int from = 0; from + length <= folded.length(); from++) {
                String part = folded.substring(from, from + length);
                String code = eastern(part) ? known.get(part) : null;
                if (code != null) {
                    return Optional.of(code);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean eastern(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
