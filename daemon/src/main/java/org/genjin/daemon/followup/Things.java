package org.genjin.daemon.followup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.daemon.followup.Pledge.Thing;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.words.WordFile;

/** What a promise is about, by words in eight languages, and what keeps it. Thread-safe. */
final class Things {

    private static final Map<Thing, List<Word>> WORDS = words();

    private Things() {}

    /** @param letters of the word in small letters: without them there is no need to look closer, which takes longer */
    private record Word(String letters, Pattern pattern) {
        boolean isIn(String text, String small) {
            return small.contains(letters) && pattern.matcher(text).find();
        }
    }

    /** @param promise the words of it */
    static Thing of(String promise) {
        String small = promise.toLowerCase(Locale.ROOT);
        for (Map.Entry<Thing, List<Word>> it : WORDS.entrySet()) {
            for (Word word : it.getValue()) {
                if (word.isIn(promise, small)) {
                    return it.getKey();
                }
            }
        }
        return Thing.OTHER;
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

    private static Map<Thing, List<Word>> words() {
        Map<Thing, List<Word>> words = new EnumMap<>(Thing.class);
        for (String line : WordFile.lines("/followup/things.txt")) {
            String[] parts = line.split("=", 2);
            words.put(
                    Thing.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)),
                    Stream.of(parts[1].split(",")).map(String::strip).map(Things::word).toList());
        }
        return words;
    }

    /** Words of scripts with blanks stand alone, with whatever ending; Chinese ones stand anywhere. */
    private static Word word(String bare) {
        boolean blanks = bare.chars().noneMatch(Character::isIdeographic);
        String pattern = (blanks ? "(?<![\\p{L}\\p{N}])" : "") + Pattern.quote(bare)
                + (blanks && bare.length() <= "PI".length() ? "(?![\\p{L}\\p{N}])" : "");
        return new Word(bare.toLowerCase(Locale.ROOT), Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
