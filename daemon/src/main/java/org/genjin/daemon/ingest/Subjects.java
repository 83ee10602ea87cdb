package org.genjin.daemon.ingest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;

/** What a conversation is about, whoever answered or passed it on. Pure. */
final class Subjects {

    private static final int LONGEST = 300;
    private static final int SHORTEST = 6;
    private static final int SHORTEST_IDEOGRAPHIC = 4;
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:\\s|\\[[^\\]]{1,30}]){0,3}(?:re|r|aw|antw|antwort|sv|vs|fw|fwd|wg|wtr|tr|rv|rif|enc|res|ynt|ilt|odp|pd|ha|bls|vl|doorst|回复|答复|回覆|转发|轉寄|轉發|回|ответ|на|пересл|رد|إعادة توجيه|답장|전달|返信|転送)"
                    + "\\s{0,2}(?:\\[\\d{1,3}]|\\(\\d{1,3}\\))?\\s{0,2}[:：])+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Subjects() {}

    /** Whether it says that it answers or passes on. */
    static boolean isPrefixed(String subject) {
        return PREFIX.matcher(subject.substring(0, Math.min(LONGEST, subject.length()))).find();
    }

    /** The subject without its prefixes, folded. */
    static String bare(String subject) {
        String bounded = subject.substring(0, Math.min(LONGEST, subject.length()));
        return Names.folded(PREFIX.matcher(bounded).replaceFirst(""));
    }

    /** The subject without its prefixes, folded; empty for one that tells nothing, such as "Hello". */
    static Optional<String> base(String subject) {
        String folded = bare(subject);
        boolean ideographic = folded.codePoints().anyMatch(Character::isIdeographic);
        boolean tells = ideographic
                ? folded.length() >= SHORTEST_IDEOGRAPHIC
                : folded.length() >= SHORTEST && folded.indexOf(' ') > 0;
        return tells ? Optional.of(folded) : Optional.empty();
    }
}
