package org.genjin.daemon.customerlist;

import org.genjin.config.Language;
import org.genjin.daemon.customerlist.rules.Question;
import org.genjin.daemon.customerlist.rules.Role;
import org.genjin.daemon.words.Words;

/** What an import of a customer list shows, in one language. Immutable. */
public final class ListWords {

    private final Words words;

    public ListWords(Language language) {
        this.words = Words.of("customer-list", language);
    }

    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** What a column holds; the bare name where there is no word for it. */
    public String role(Role role) {
        String key = "role." + role.id();
        return words.has(key) ? words.text(key) : role.id();
    }

    /** One sentence, with the place before it. */
    public String question(Question it) {
        String sentence = words.text("ask." + it.kind().id(), it.what());
        return it.where().isEmpty() ? sentence : it.where() + ": " + sentence;
    }
}
