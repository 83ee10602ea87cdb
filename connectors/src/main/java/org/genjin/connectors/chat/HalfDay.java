package org.genjin.connectors.chat;

import java.util.Locale;
import java.util.Set;

/** The words for the two halves of a day that stand beside a clock's twelve hours. Pure. */
final class HalfDay {

    /** For use in a pattern; Latin ones in any case, with or without dots. */
    static final String WORDS = "(?i:[ap]\\.?[ \\u00a0\\u202f]?m\\.?)|上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|中午|晚上|半夜|[صم]";

    private static final Set<String> LATER = Set.of("pm", "下午", "午後", "오후", "晚上", "م");

    private HalfDay() {}

    /**
     * The hour of 0 to 23.
     *
     * @param word one of {@link #WORDS}; "" where the clock shows 24 hours
     */
    static int hour(int hour, String word) {
        String bare = word.toLowerCase(Locale.ROOT).replaceAll("[.\\s\\u00a0\\u202f]", "");
        if (bare.isEmpty() || hour > 12) {
            return hour;
        }
        boolean later = LATER.contains(bare) || bare.equals("中午") && (hour == 12 || hour < 6);
        return later ? hour % 12 + 12 : hour % 12;
    }
}
