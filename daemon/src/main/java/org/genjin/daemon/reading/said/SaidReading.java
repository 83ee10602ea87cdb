package org.genjin.daemon.reading.said;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads what is said of the trade, by rules on words. Thread-safe, no state; time and memory grow with the text only. */
public final class SaidReading {

    /** Counts up whenever the rules change what is read: everything is read again then. */
    public static final int VERSION = 1;

    /** Beyond this nobody wrote by hand: what follows is a log or a table pasted in. */
    private static final int LONGEST = 200_000;

    private final List<Function<Words, List<Fact>>> facts;
    private final Function<Words, List<Promise>> promises;
    private final Predicate<Words> expectsAnswer;

    SaidReading(List<Function<Words, List<Fact>>> facts, Function<Words, List<Promise>> promises, Predicate<Words> expectsAnswer) {
        this.facts = List.copyOf(facts);
        this.promises = promises;
        this.expectsAnswer = expectsAnswer;
    }

    public SaidReading() {
        this(List.of(), _ -> List.of(), _ -> false);
    }

    /** What an attached quotation, invoice or order says. */
    public List<Fact> document(String name, String text, String language) {
        return List.of();
    }

    public Said read(Words words) {
        if (words.text().isBlank()) {
            return Said.NOTHING;
        }
        Words read = words.text().length() <= LONGEST
                ? words
                : new Words(words.text().substring(0, LONGEST), words.language(), words.at());
        return new Said(
                facts.stream().flatMap(it -> it.apply(read).stream()).toList(), promises.apply(read), expectsAnswer.test(read));
    }
}
