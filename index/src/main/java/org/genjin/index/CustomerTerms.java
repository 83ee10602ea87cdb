package org.genjin.index;

import java.util.Optional;
import java.util.Set;

/** Says which customers an operator of a query means; the index knows customers by their ids only. */
@FunctionalInterface
public interface CustomerTerms {

    /** Knows no operator: {@code customer:} takes ids as they are. */
    CustomerTerms NONE = (_, _) -> Optional.empty();

    /**
     * @param operator {@code customer}, {@code country}, {@code grade}, {@code stage} or {@code owner}
     * @return the ids, perhaps none; empty if that value means nothing
     */
    Optional<Set<String>> ids(String operator, String value);
}
