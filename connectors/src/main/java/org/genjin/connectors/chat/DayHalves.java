package org.genjin.connectors.chat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words for the halves of the day in all languages: {@code PM}, {@code م}, {@code 下午}, {@code ÖS}. Immutable. */
final class DayHalves {

    private final Map<String, Half> words = new HashMap<>();

    /** @param data with the keys {@code am}, {@code pm} and {@code noon} */
    DayHalves(Properties data) {
        put(data, "am", Half.MORNING);
        put(data, "pm", Half.AFTERNOON);
        put(data, "noon", Half.NOON);
    }

    enum Half {
        MORNING,
        AFTERNOON,
        /** Around noon: 11 is before it, 1 behind. */
        NOON,
        /** Another word, such as {@code klo} in front of a time. */
        UNKNOWN,
        /** No word at all: the day has 24 hours. */
        NONE
    }

    private void put(Properties data, String key, Half half) {
        WhatsAppPhrases.list(data, key).forEach(word -> words.put(word, half));
    }

    Half of(String word) {
        if (word.isEmpty()) {
            return Half.NONE;
        }
        Half known = words.get(word);
        if (known == null) {
            known = words.get(word.toLowerCase(Locale.ROOT));
        }
        int blank = word.lastIndexOf(' ');
        if (known == null && blank > 0) {
            Half first = of(word.substring(0, blank));
            return first == Half.UNKNOWN ? of(word.substring(blank + 1)) : first;
        }
        return known == null ? Half.UNKNOWN : known;
    }

    /** The hour of 24 that is meant. */
    int hour(int printed, String word) {
        int hour = printed == 24 ? 0 : printed;
        if (word.isEmpty() || hour > 12) {
            return hour;
        }
        return switch (of(word)) {
            case MORNING -> hour % 12;
            case AFTERNOON -> hour % 12 + 12;
            case NOON -> hour < 6 ? hour + 12 : hour;
            case UNKNOWN, NONE -> hour;
        };
    }
}
