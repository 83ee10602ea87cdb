package org.genjin.daemon.followup;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Which proforma invoice of ours is not paid yet. A number that was paid for is not taken for a new invoice when it is named
 * again; one that is open keeps its day.
 */
final class InvoiceCourse {

    private final Set<String> known = new HashSet<>();
    private @Nullable Point open;
    private Set<String> openNumbers = Set.of();

    /** Null if there is none. */
    @Nullable Point open() {
        return open;
    }

    void follow(Event it) {
        Set<String> numbers = numbers(it);
        boolean over = it.paid() || it.ships() || it.callsOff();
        if (over) {
            known.addAll(openNumbers);
            known.addAll(numbers);
            open = null;
            openNumbers = Set.of();
        } else if (it.sendsInvoice() && !isNamedAgain(numbers)) {
            open = it.point();
            openNumbers = numbers;
        }
    }

    private boolean isNamedAgain(Set<String> numbers) {
        boolean openOne = open != null && (numbers.isEmpty() || numbers.equals(openNumbers));
        return openOne || (!numbers.isEmpty() && known.containsAll(numbers));
    }

    private static Set<String> numbers(Event it) {
        return it.facts().stream()
                .filter(fact -> fact.type() == FactType.DOCUMENT && Objects.equals(fact.word(FactField.KIND), "PI"))
                .map((Fact fact) -> fact.word(FactField.NUMBER))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
