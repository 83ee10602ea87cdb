package org.genjin.daemon.reading.said;

import java.util.List;

/**
 * What a writer says of the trade, from the new words alone.
 *
 * @param expectsAnswer whether there is a question or a request to the reader that is not mere politeness
 */
public record Said(List<Fact> facts, List<Promise> promises, boolean expectsAnswer) {

    public static final Said NOTHING = new Said(List.of(), List.of(), false);

    public Said {
        facts = List.copyOf(facts);
        promises = List.copyOf(promises);
    }

    /** The same from a machine, or from somebody who writes to a whole list: it promises nothing and waits for no answer. */
    public Said byNobody() {
        return new Said(facts, List.of(), false);
    }
}
