package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what is said of the trade, by rules on words. Thread-safe, no state; time and memory grow with the text only. */
public final class SaidReading {

    /** Counts up whenever the rules change what is read: everything is read again then. */
    public static final int VERSION = 3;

    /** Beyond this nobody wrote by hand: what follows is a log or a table pasted in. */
    private static final int LONGEST = 200_000;

    private static final FactReading FACTS = new FactReading();

    private final List<Function<Words, List<Fact>>> facts;
    private final Function<Words, Said> acts;

    SaidReading(List<Function<Words, List<Fact>>> facts, Function<Words, Said> acts) {
        this.facts = List.copyOf(facts);
        this.acts = acts;
    }

    public SaidReading() {
        this(List.of(FACTS), new ActReading()::read);
    }

    /** What an attached quotation, invoice or order says. */
    public List<Fact> document(String name, String text, String language) {
        return FACTS.document(name, text.length() <= LONGEST ? text : text.substring(0, LONGEST), language);
    }

    public Said read(Words words) {
        if (words.text().isBlank()) {
            return Said.NOTHING;
        }
        Words read = words.text().length() <= LONGEST
                ? words
                : new Words(words.text().substring(0, LONGEST), words.language(), words.at());
        Said acted = acts.apply(read);
        List<Fact> all = new ArrayList<>(acted.facts());
        facts.forEach(it -> all.addAll(it.apply(read)));
        return new Said(all, acted.promises(), acted.expectsAnswer());
    }
}
