package org.genjin.daemon.industry;

import com.google.re2j.Matcher;
import java.util.List;
import org.genjin.daemon.industry.ValueSource.Telling;
import org.genjin.daemon.words.Text;

/** Reads what is said in words for one column. Thread-safe; time grows with the text only. */
final class TellingReading {

    private static final int LONGEST_VALUE = 120;
    private static final String YES = "yes";
    /** Before words that announce nothing. */
    private static final String NONE = "-";

    private final String column;
    private final ValueSource.Words source;
    /** Words with what they announce; not used for patterns. */
    private final WordSearch<String> words = new WordSearch<>();
    private final WordSearch<Boolean> unless = new WordSearch<>();
    private final WordSearch<Boolean> with = new WordSearch<>();

    TellingReading(IndustryColumn column, ValueSource.Words source) {
        this.column = column.id();
        this.source = source;
        source.unless().forEach(it -> unless.put(it, true));
        source.with().forEach(it -> with.put(it, true));
        switch (source.telling()) {
            case Telling.Behind it -> it.words().forEach(word -> words.put(word.startsWith(NONE) ? word.substring(NONE.length()) : word, word.startsWith(NONE) ? NONE : ""));
            case Telling.Chosen it -> {
                it.yes().forEach(word -> words.put(word, YES));
                column.choices().forEach(choice -> choice.words().forEach(word -> words.put(word, choice.id())));
            }
            case Telling.Matching _ -> {}
        }
    }

    void read(String text, String foundIn, List<FoundValue> found) {
        if (!source.with().isEmpty() && !with.isIn(text)) {
            return;
        }
        switch (source.telling()) {
            case Telling.Behind it -> words.each(text, (from, to, kind) -> {
                Passage passage = new Passage(text, from, to);
                it.shape().in(passage.behind())
                        .filter(_ -> kind.isEmpty())
                        .ifPresent(value -> add(passage, value, it.shape() == Shape.PHRASE, foundIn, found));
            });
            case Telling.Chosen _ -> words.each(text, (from, to, value) -> add(new Passage(text, from, to), value, true, foundIn, found));
            case Telling.Matching it -> {
                Matcher matcher = it.pattern().matcher(text);
                while (matcher.find()) {
                    int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
                    String value = matcher.group(group).strip();
                    if (right(value, it.check())) {
                        add(new Passage(text, matcher.start(group), matcher.end(group)), value, true, foundIn, found);
                    }
                }
            }
        }
    }

    /** @param deniable whether a 'not' before it says the contrary */
    private void add(Passage passage, String value, boolean deniable, String foundIn, List<FoundValue> found) {
        boolean asked = !source.asked() && passage.isAsked();
        if (value.isEmpty() || value.length() > LONGEST_VALUE || asked || deniable && Denials.deny(passage) || isExcepted(value)) {
            return;
        }
        String bare = value.replaceAll("\\s+", " ");
        found.add(new FoundValue(column, Text.fit(bare, LONGEST_VALUE), passage.quote(), foundIn));
    }

    private boolean isExcepted(String value) {
        return unless.begins(value);
    }

    private static boolean right(String value, ValueSource.Check check) {
        return switch (check) {
            case NONE -> true;
            case CAS -> isCas(value);
        };
    }

    /** The last figure is the sum of the others, each times its place from the right, modulo ten. */
    static boolean isCas(String value) {
        String digits = value.replaceAll("\\D", "");
        int sum = 0;
        for (int i = digits.length() - 2, place = 1; i >= 0; i--, place++) {
            sum += place * (digits.charAt(i) - '0');
        }
        return digits.length() >= 5 && sum % 10 == digits.charAt(digits.length() - 1) - '0';
    }
}
