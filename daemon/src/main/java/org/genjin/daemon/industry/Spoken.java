package org.genjin.daemon.industry;

import java.util.List;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.words.Text;

/**
 * One message, as far as columns are filled from it.
 *
 * @param text the new words
 * @param ours whether one of us said it
 * @param facts what was read of the trade
 */
public record Spoken(String text, boolean ours, List<Fact> facts, List<Document> documents) {

    /** Characters; beyond this nobody wrote by hand. */
    private static final int LONGEST = 20_000;

    /**
     * A file that came with it.
     *
     * @param text "" if it has no words that could be read
     */
    public record Document(String name, String text) {
        public Document {
            text = Text.fit(text, LONGEST);
        }
    }

    public Spoken {
        text = Text.fit(text, LONGEST);
        facts = List.copyOf(facts);
        documents = List.copyOf(documents);
    }
}
