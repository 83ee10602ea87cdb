package org.genjin.connectors.chat;

import java.util.Locale;

/** The words for the two halves of a day that stand beside a clock's twelve hours. Pure. */
final class HalfDay {

    /** For use in a pattern; Latin ones in any case, with or without dots. */
    static final String WORDS = "(?i:[ap]\\.?[ \\u00a0\\u202f]?m\\.?)|上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|中午|晚上|半夜|[صم]";

    private static final DayHalves HALVES = new DayHalves(Phrases.load("/chat/whatsapp.properties"));

    private HalfDay() {}

    /**
     * The hour of 0 to 23.
     *
     * @param word one of {@link #WORDS}; "" where the clock shows 24 hours
     */
    static int hour(int hour, String word) {
        return HALVES.hour(hour, word.toLowerCase(Locale.ROOT).replaceAll("[.\\s\\u00a0\\u202f]", ""));
    }
}
