package org.genjin.daemon.followup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.followup.Pledge.Thing;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.words.WordFile;

/** What a promise is about, by words in eight languages, and what keeps it. Thread-safe. */
final class Things {

    private static final Map<Thing, Pattern> WORDS = words();

    private Things() {}

    /** @param promise the words of it */
    static Thing of(String promise) {
        return WORDS.entrySet().stream()
                .filter(it -> it.getValue().matcher(promise).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Thing.OTHER);
    }

    /** Whether the message brings what was promised. */
    static boolean isIn(Event event, Thing thing) {
        return switch (thing) {
            case INVOICE -> event.says(FactType.DOCUMENT, "PI") || event.says(FactType.DOCUMENT, "CI");
            case QUOTATION -> event.says(FactType.DOCUMENT, "QUOTATION") || event.says(FactType.PRICE);
            case SAMPLE -> event.says(FactType.SAMPLE, "sent") || event.says(FactType.TRACKING);
            case TRACKING -> event.says(FactType.TRACKING) || event.says(FactType.DOCUMENT, "BL");
            case PAYMENT -> event.paid();
            case ORDER -> event.says(FactType.ORDER, "placed") || event.says(FactType.ORDER, "confirmed") || event.says(FactType.DOCUMENT, "PO");
            case OTHER -> false;
        };
    }

    private static Map<Thing, Pattern> words() {
        Map<Thing, Pattern> words = new EnumMap<>(Thing.class);
        for (String line : WordFile.lines("/followup/things.txt")) {
            String[] parts = line.split("=", 2);
            String any = List.of(parts[1].split(",")).stream().map(Things::pattern).collect(Collectors.joining("|"));
            words.put(Thing.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
        return words;
    }

    /** Words of scripts with blanks stand alone, with whatever ending; Chinese ones stand anywhere. */
    private static String pattern(String word) {
        String bare = word.strip();
        boolean blanks = bare.chars().noneMatch(Character::isIdeographic);
        return (blanks ? "(?<![\\p{L}\\p{N}])" : "") + Pattern.quote(bare) + (blanks && bare.length() <= "PI".length() ? "(?![\\p{L}\\p{N}])" : "");
    }
}
