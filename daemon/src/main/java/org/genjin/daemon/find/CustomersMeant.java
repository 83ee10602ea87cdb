package org.genjin.daemon.find;

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
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.index.CustomerTerms;
import org.jspecify.annotations.Nullable;

/** Which customers a query's operators mean. Loads them at the first question. One thread. */
final class CustomersMeant implements CustomerTerms {

    private final Supplier<List<CustomerRow>> load;
    private @Nullable Map<String, CustomerRow> loaded;

    CustomersMeant(Supplier<List<CustomerRow>> load) {
        this.load = load;
    }

    @Override
    public Optional<Set<String>> ids(String operator, String value) {
        return switch (operator) {
            case "customer" -> CustomerId.parse(value)
                    .map(id -> Set.of(id.toString()))
                    .or(() -> Optional.of(where(it -> Names.folded(it.name()).contains(Names.folded(value)))));
            case "country" -> Countries.isCode(value.toUpperCase(Locale.ROOT))
                    ? Optional.of(where(it -> value.equalsIgnoreCase(it.country())))
                    : Optional.empty();
            case "grade" -> Arrays.stream(Grade.values())
                    .filter(grade -> grade.name().equalsIgnoreCase(value))
                    .findFirst()
                    .map(grade -> where(it -> it.grade() == grade));
            case "stage" -> Stage.of(value).map(stage -> where(it -> it.stage() == stage));
            case "owner" -> Optional.of(where(it -> it.owner().contains(value.toLowerCase(Locale.ROOT))));
            default -> Optional.empty();
        };
    }

    Map<String, CustomerRow> byId() {
        Map<String, CustomerRow> known = loaded;
        if (known == null) {
            known = new HashMap<>();
            for (CustomerRow row : load.get()) {
                known.put(row.id().toString(), row);
            }
            loaded = known;
        }
        return known;
    }

    private Set<String> where(Predicate<CustomerRow> is) {
        Set<String> ids = new HashSet<>();
        byId().forEach((id, row) -> {
            if (is.test(row)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
