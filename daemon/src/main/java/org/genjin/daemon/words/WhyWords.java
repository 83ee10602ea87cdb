package org.genjin.daemon.words;

import org.genjin.config.Language;

/** Says in words why a value is what it is, from the key that the ledger keeps. Immutable. */
public final class WhyWords {

    private final Words words;

    public WhyWords(Language language) {
        this.words = Words.of("why", language);
    }

    /**
     * @param field such as {@code stage}
     * @param why a key, and after a blank a step of it, or what stands in its sentence
     * @return the bare {@code why} where there are no words for it
     */
    public String why(String field, String why) {
        String[] parts = why.split(" ", 2);
        String key = field + "." + parts[0];
        if (why.isEmpty()) {
            return field.equals("grade") || field.equals("stage") ? words.text("default") : "";
        }
        String more = parts.length > 1 ? parts[1] : "";
        if (words.has(key + "." + more)) {
            return words.text(key + "." + more);
        }
        return words.has(key) ? words.text(key, words.bare(more)).strip() : why;
    }

    /**
     * @param person who set it; {@code list} for what came with a customer list
     * @param day "" if not known
     */
    public String byHand(String person, String day) {
        if (person.equals("list")) {
            return words.text("from-list");
        }
        return day.isEmpty() ? words.text("by-hand", person) : words.text("by-hand.at", person, day);
    }
}
