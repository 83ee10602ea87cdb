package org.genjin.connectors.chat;

import java.util.List;

/**
 * Whether the app cut an export off at its oldest end: it writes about 40,000 messages, or 10,000 with media, and says nothing.
 * Pure.
 */
final class WhatsAppCut {

    private static final int MOST = 40_000;
    private static final int MOST_WITH_MEDIA = 10_000;

    private WhatsAppCut() {}

    /**
     * @param sent files that are in the export, by what its text says
     * @param leftOut files that are not
     * @param beginning whether the first line is the notice with which every chat begins
     */
    record Counts(int messages, int sent, int leftOut, boolean beginning) {}

    static List<String> warnings(Counts counts) {
        if (counts.beginning()) {
            return List.of();
        }
        if (counts.sent() > counts.leftOut() && isNearly(counts.messages(), MOST_WITH_MEDIA)) {
            return List.of("This export has " + counts.messages() + " messages, as many as WhatsApp writes with media: what is"
                    + " older is missing, and WhatsApp does not say so. Export the chat once more without media, which reaches"
                    + " back 40,000 messages.");
        }
        return isNearly(counts.messages(), MOST)
                ? List.of("This export has " + counts.messages() + " messages, as many as WhatsApp writes: what is older is"
                        + " missing, and WhatsApp does not say so. Keep earlier exports of this chat and read them as well; they"
                        + " are joined.")
                : List.of();
    }

    private static boolean isNearly(int messages, int most) {
        return messages >= most - most / 100 && messages <= most + most / 100;
    }
}
