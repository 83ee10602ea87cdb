package org.genjin.daemon.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.config.Language;

/**
 * Says in a language why a message is whose it is, why somebody is set aside, and what is asked. The ledger keeps reasons in
 * English, put together of sentences with names in them: {@code supplier: we ask them for prices (2), calls itself a bank}.
 * Each sentence that is known is said in the language; what is not, such as a name or a person's own words, stays as it is.
 * Immutable.
 */
public final class ReasonWords {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
    private static final Pattern TIMES = Pattern.compile("(.+) \\((\\d{1,9})\\)");
    private static final String ASK = "ask.";
    private static final List<String> JOINTS = List.of("head", "list", "times");
    private static final String HEAD = ": ";
    private static final String LIST = ", ";

    private final Words words;
    private final boolean kept;
    private final List<Sentence> sentences = new ArrayList<>();

    /** A sentence as the ledger has it. */
    private record Sentence(String key, Pattern pattern) {}

    public ReasonWords(Language language) {
        this.words = Words.of("reason", language);
        this.kept = words.language() == Language.EN;
        Words english = Words.of("reason", Language.EN);
        for (String key : english.keys()) {
            if (!key.startsWith(ASK) && !JOINTS.contains(key)) {
                sentences.add(new Sentence(key, pattern(english.pattern(key).replace("''", "'"))));
            }
        }
    }

    private static Pattern pattern(String sentence) {
        StringBuilder expression = new StringBuilder();
        Matcher place = PLACE.matcher(sentence);
        int end = 0;
        while (place.find()) {
            expression.append(Pattern.quote(sentence.substring(end, place.start()))).append("([^,]+)");
            end = place.end();
        }
        return Pattern.compile(expression.append(Pattern.quote(sentence.substring(end))).toString());
    }

    /** @param reason as the ledger keeps it; may be empty */
    public String say(String reason) {
        return kept || reason.isEmpty() ? reason : whole(reason).orElseGet(() -> parted(reason));
    }

    private Optional<String> whole(String reason) {
        for (Sentence it : sentences) {
            Matcher matcher = it.pattern().matcher(reason);
            if (matcher.matches()) {
                Object[] arguments = new Object[matcher.groupCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = whole(matcher.group(i + 1)).orElse(matcher.group(i + 1));
                }
                return Optional.of(words.text(it.key(), arguments));
            }
        }
        return Optional.empty();
    }

    private String parted(String reason) {
        int head = reason.indexOf(HEAD);
        if (head > 0) {
            Optional<String> first = whole(reason.substring(0, head));
            if (first.isPresent()) {
                return words.text("head", first.get(), say(reason.substring(head + HEAD.length())));
            }
        }
        int comma = reason.lastIndexOf(LIST);
        if (comma > 0) {
            String before = reason.substring(0, comma);
            String last = reason.substring(comma + LIST.length());
            boolean names = say(before).equals(before) && say(last).equals(last);
            return names ? reason : words.text("list", say(before), say(last));
        }
        Matcher times = TIMES.matcher(reason);
        return times.matches() ? whole(times.group(1)).map(it -> words.text("times", it, times.group(2))).orElse(reason) : reason;
    }

    /**
     * What a person is asked.
     *
     * @param kind such as {@code same-firm}
     * @param proposed a grade; "" where the other customer is what is proposed
     */
    public String question(String kind, String customer, String other, String proposed) {
        return words.text(ASK + kind, customer, other, proposed);
    }
}
