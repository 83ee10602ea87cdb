package org.genjin.daemon.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.index.Suggestion;

/** Puts together what goes on from what was typed: customers and people from the book, the rest from the index. */
final class Offers {

    static final int MOST_OF_A_KIND = 4;

    private static final int SHORTEST = 2;

    private final CustomerBook.Pages book;

    Offers(CustomerBook.Pages book) {
        this.book = book;
    }

    List<Offer> with(String typed, List<Suggestion> suggestions) {
        List<Offer> offers = new ArrayList<>();
        if (typed.indexOf(':') < 0 && typed.indexOf('：') < 0) {
            String folded = Names.folded(typed);
            boolean enough = folded.length() >= SHORTEST || folded.codePoints().anyMatch(Character::isIdeographic);
            if (enough) {
                offers.addAll(customers(folded));
                offers.addAll(people(folded));
            }
        }
        String before = typed.substring(0, typed.lastIndexOf(' ') + 1);
        for (Suggestion it : suggestions) {
            offers.add(switch (it.kind()) {
                case OPERATOR -> new Offer("operator", it.text(), before + it.text());
                case DATE -> new Offer("date", it.text(), "date:" + quoted(it.text()));
                case CODE -> new Offer("code", it.text(), it.text().indexOf(' ') < 0 ? it.text() : quoted(it.text()));
                case SUBJECT -> new Offer("subject", it.text(), "subject:\"" + it.text().replace("\"", "") + "\"");
            });
        }
        return offers;
    }

    private List<Offer> customers(String folded) {
        return book.byId().values().stream()
                .filter(it -> begins(it.name(), folded))
                .sorted(Comparator.comparingInt((CustomerTable.Row it) -> it.standing().touches()).reversed())
                .limit(MOST_OF_A_KIND)
                .map(it -> new Offer("customer", it.name(), "customer:" + it.id()))
                .toList();
    }

    /** People by name or address; what is looked for then is what they wrote and got. */
    private List<Offer> people(String folded) {
        Map<String, Offer> people = new LinkedHashMap<>();
        for (IdentityTable.Identity it : book.identities().get()) {
            boolean address = it.kind() == IdentityTable.Kind.ADDRESS;
            if (people.size() < MOST_OF_A_KIND && !it.person().isBlank() && begins(it.person(), folded)) {
                people.putIfAbsent(Names.folded(it.person()), new Offer("contact", it.person(), "people:" + quoted(it.person())));
            } else if (people.size() < MOST_OF_A_KIND && address && it.knownAs().startsWith(folded.toLowerCase(Locale.ROOT))) {
                people.putIfAbsent(it.knownAs(), new Offer("contact", it.knownAs(), "people:" + it.knownAs()));
            }
        }
        return List.copyOf(people.values());
    }

    /** Whether a word of {@code name} begins so; in Chinese any character. */
    private static boolean begins(String name, String folded) {
        String own = Names.folded(name);
        boolean ideographic = folded.codePoints().anyMatch(Character::isIdeographic);
        return own.startsWith(folded) || own.contains(" " + folded) || (ideographic && own.contains(folded));
    }

    private static String quoted(String text) {
        return text.indexOf(' ') < 0 ? text : '"' + text.replace("\"", "") + '"';
    }
}
