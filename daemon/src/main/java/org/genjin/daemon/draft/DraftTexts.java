package org.genjin.daemon.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.followup.Reason;

/**
 * The texts of suggested answers in one language. Each key has variants, and the first is taken of which nothing stays open: so a
 * value that is not known leaves no hole. Immutable.
 *
 * @param texts key → variants, the fullest first
 */
public record DraftTexts(Language language, Map<String, List<String>> texts) {

    static final String GREETING = "greeting";
    static final String CLOSING = "closing";
    static final String SUBJECT = "subject";
    /** Whether the reader is called by the {@code first} or the {@code full} name. */
    static final String CALLED = "called";

    static final String FIRST = "first";
    static final String FULL = "full";
    /** A new customer of whom nothing is due yet. */
    static final String FRESH = "new";
    /** Behind a reason: what is said from the second time on. */
    static final String AGAIN = ".again";
    /** Behind a reason: what is said when the day has passed. */
    static final String LATE = ".late";

    private static final List<Reason> SAID_AGAIN = List.of(Reason.QUOTE_SILENT, Reason.SAMPLE_SILENT, Reason.PI_UNPAID);
    private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");

    public DraftTexts {
        texts = Map.copyOf(texts);
    }

    /** Every key that there is. */
    public static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(CALLED, GREETING, CLOSING, SUBJECT, FRESH));
        Stream.of(Reason.values()).map(Reason::id).forEach(keys::add);
        SAID_AGAIN.forEach(it -> keys.add(it.id() + AGAIN));
        keys.add(Reason.DELIVERY_DUE.id() + LATE);
        return keys;
    }

    /** What stands between braces in a text. */
    static List<String> blanks(String text) {
        return BLANK.matcher(text).results().map(it -> it.group(1)).toList();
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    boolean callsByFirstName() {
        return texts.getOrDefault(CALLED, List.of(FIRST)).equals(List.of(FIRST));
    }

    /** The first variant that these values fill; empty if none is, or there is no such text. */
    Optional<String> say(String key, Map<Blank, String> values) {
        return texts.getOrDefault(key, List.of()).stream().flatMap(it -> filled(it, values).stream()).findFirst();
    }

    private static Optional<String> filled(String text, Map<Blank, String> values) {
        List<Blank> open = blanks(text).stream().flatMap(it -> Blank.of(it).stream()).toList();
        return values.keySet().containsAll(open)
                ? Optional.of(BLANK.matcher(text).replaceAll(it -> Matcher.quoteReplacement(value(it, values))))
                : Optional.empty();
    }

    private static String value(MatchResult it, Map<Blank, String> values) {
        return Blank.of(it.group(1)).map(blank -> values.getOrDefault(blank, "")).orElse(it.group());
    }
}
