package org.genjin.index;

import java.util.Optional;
import java.util.Set;

/** Says which customers an operator of a query means, and what facets count them by; the index knows customers by their ids only. */
@FunctionalInterface
public interface CustomerTerms {

    /** Knows no operator: {@code customer:} takes ids as they are. */
    CustomerTerms NONE = (_, _) -> Optional.empty();

    /**
     * @param operator {@code customer}, {@code country}, {@code grade}, {@code stage}, {@code owner}, or {@code is} with {@code
     *     mine}, {@code theirs}, {@code due}, {@code overdue} or {@code quoted}
     * @return the ids, perhaps none; empty if that value means nothing
     */
    Optional<Set<String>> ids(String operator, String value);

    /**
     * @param facet {@code country}, {@code grade} or {@code stage}
     * @return what {@code customer} is counted under; "" for nothing
     */
    default String value(String facet, String customer) {
        return "";
    }
}
