package org.genjin.daemon.words;

import java.util.List;
import org.genjin.config.Language;

/** Says in words what smells of fraud, and what to do. Immutable. */
public final class FraudWords {

    private final Words words;

    public FraudWords(Language language) {
        this.words = Words.of("fraud", language);
    }

    /**
     * @param kind such as {@code look-alike}
     * @param details what stands in the sentence
     * @param from who wrote
     * @param subject of the message
     */
    public String sentence(String kind, List<String> details, String from, String subject) {
        return words.text("warning", from, subject.isBlank() ? "…" : subject, words.text(kind, details.toArray()));
    }
}
