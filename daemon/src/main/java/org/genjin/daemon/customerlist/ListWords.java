package org.genjin.daemon.customerlist;

import java.util.List;
import org.genjin.config.Language;
import org.genjin.daemon.customerlist.rules.Question;
import org.genjin.daemon.customerlist.rules.Role;
import org.genjin.daemon.words.Words;

/** What an import of a customer list shows, in one language. Immutable. */
public final class ListWords {

    private static final int NAMED = 12;

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

    /** How much business a list tells of, with a blank before it; "" if none. */
    public String deals(ListOutcome it) {
        long all = it.proposal().customers().stream().mapToLong(customer -> customer.deals().size()).sum()
                + it.proposal().dealing().stream().mapToLong(customer -> customer.deals().size()).sum();
        return all == 0 ? "" : " " + words.text("deals", all, it.deals());
    }

    /** Whose business was left out; nothing if nobody's. */
    public List<String> strangers(ListOutcome it) {
        List<String> named = it.strangers().stream().limit(NAMED).toList();
        String more = it.strangers().size() > NAMED ? " …" : "";
        return named.isEmpty() ? List.of() : List.of(words.text("strangers", it.strangers().size(), String.join("; ", named) + more));
    }

    /** One sentence, with the place before it. */
    public String question(Question it) {
        String sentence = words.text("ask." + it.kind().id(), it.what());
        return it.where().isEmpty() ? sentence : it.where() + ": " + sentence;
    }
}
