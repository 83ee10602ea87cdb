package org.genjin.daemon.decision;

import org.genjin.config.Language;
import org.genjin.daemon.words.Words;

/** Says in a language why a decision could not be carried out. Immutable. */
public final class RefusalWords {

    private final Words words;
    private final Words values;

    public RefusalWords(Language language) {
        this.words = Words.of("refusal", language);
        this.values = Words.of("customer", language);
    }

    /** A sentence; of what was expected, a part of one without a full stop. */
    public String say(Refusal it) {
        Object[] what = it.what().stream().map(words::bare).toArray();
        if (it.kind() == Refusal.Why.LATER) {
            what[1] = values.text("decision." + it.what().get(1));
        }
        return words.text(it.kind().id(), what);
    }
}
