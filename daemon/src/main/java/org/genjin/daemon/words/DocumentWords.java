package org.genjin.daemon.words;

import org.genjin.config.Language;

/** Says in words why a document has not been read. Immutable. */
public final class DocumentWords {

    private final Words words;

    public DocumentWords(Language language) {
        this.words = Words.of("document", language);
    }

    /** @param problem such as {@code encrypted}; "" if there is none, which is said by "" */
    public String say(String problem) {
        return problem.isEmpty() || !words.has(problem) ? problem : words.text(problem);
    }
}
