package org.genjin.daemon.find;

import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.words.Words;
import org.genjin.index.CustomerTerms;

/** Which of the customers that somebody may see a query's operators mean. For one query, one thread. */
final class CustomersMeant implements CustomerTerms {

    /** Made of the names in all languages: most queries never need it. */
    private static final Supplier<Map<String, String>> COUNTRIES = Suppliers.memoize(CustomersMeant::countries);

    private final CustomerBook.Pages book;
    private final Supplier<List<DueItem>> due;
    private final Supplier<Map<CustomerId, Turn>> turns;

    /** Who is due and whose turn it is are asked for only by the operators that need it. */
    CustomersMeant(CustomerBook.Pages book, Supplier<List<DueItem>> due, Supplier<Map<CustomerId, Turn>> turns) {
        this.book = book;
        this.due = Suppliers.memoize(due::get);
        this.turns = Suppliers.memoize(turns::get);
    }

    @Override
    public Optional<Set<String>> ids(String operator, String value) {
        return switch (operator) {
            case "customer" -> CustomerId.parse(value).map(id -> Set.of(id.toString())).or(() -> Optional.of(named(value)));
            case "country" -> Optional.ofNullable(COUNTRIES.get().get(Names.folded(value)))
                    .map(code -> where(it -> code.equals(it.country())));
            case "grade" -> Arrays.stream(Grade.values())
                    .filter(grade -> grade.name().equalsIgnoreCase(value))
                    .findFirst()
                    .map(grade -> where(it -> it.grade() == grade));
            case "stage" -> stage(value).map(stage -> where(it -> it.stage() == stage));
            case "owner" -> Optional.of(where(it -> it.owner().contains(value.toLowerCase(Locale.ROOT))));
            case "is" -> is(value);
            default -> Optional.empty();
        };
    }

    @Override
    public String value(String facet, String customer) {
        CustomerTable.Row row = book.byId().get(customer);
        if (row == null) {
            return "";
        }
        String country = row.country();
        return switch (facet) {
            case "country" -> country == null ? "" : country;
            case "grade" -> row.grade().name();
            case "stage" -> row.stage().id();
            default -> "";
        };
    }

    private Optional<Set<String>> is(String value) {
        return switch (value) {
            case "mine" -> Optional.of(where(it -> turns.get().get(it.id()) == Turn.MINE));
            case "theirs" -> Optional.of(where(it -> turns.get().get(it.id()) == Turn.THEIRS));
            case "quoted" -> Optional.of(where(it -> it.stage() == Stage.QUOTED));
            case "due" -> Optional.of(due(_ -> true));
            case "overdue" -> Optional.of(due(it -> it.overdueDays() > 0));
            default -> Optional.empty();
        };
    }

    private Set<String> due(Predicate<DueItem> which) {
        Set<String> ids = new HashSet<>();
        due.get().stream().filter(which).forEach(it -> ids.add(it.customer().id().toString()));
        return ids;
    }

    /** By its name, or by what else it is known by: an address, a domain, a person. */
    private Set<String> named(String value) {
        String folded = Names.folded(value);
        String lower = value.toLowerCase(Locale.ROOT);
        Set<String> ids = where(it -> Names.folded(it.name()).contains(folded));
        for (IdentityTable.Identity it : book.identities().get()) {
            boolean written = switch (it.kind()) {
                case ADDRESS, DOMAIN, PHONE -> it.knownAs().contains(lower);
                case NAME, CHAT, FIRM -> false;
            };
            if (written || (!folded.isEmpty() && Names.folded(it.person()).contains(folded))) {
                ids.add(it.customer().toString());
            }
        }
        return ids;
    }

    private Set<String> where(Predicate<CustomerTable.Row> is) {
        Set<String> ids = new HashSet<>();
        book.byId().forEach((id, row) -> {
            if (is.test(row)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static Optional<Stage> stage(String value) {
        return Stage.of(value).or(() -> Arrays.stream(Stage.values())
                .filter(stage -> Arrays.stream(Language.values())
                        .anyMatch(it -> Words.of("customer", it).text("stage." + stage.id()).equalsIgnoreCase(value)))
                .findFirst());
    }

    /** Codes and names in all languages. */
    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            countries.put(Names.folded(code), code);
            for (Language language : Language.values()) {
                countries.putIfAbsent(Names.folded(Locale.of("", code).getDisplayCountry(language.locale())), code);
            }
        }
        countries.put("uk", "GB");
        return countries;
    }
}
