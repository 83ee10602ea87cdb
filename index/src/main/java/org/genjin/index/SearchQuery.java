package org.genjin.index;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for, and by whom.
 *
 * @param text in the query language; {@code *} is everything, newest first
 * @param viewer the owner whose rights count; empty: everything (the operator)
 * @param customers only messages of these customers; empty: no such restriction
 * @param zone in which dates of the query are days
 * @param limit at most so many hits, 0 to 10,000
 */
public record SearchQuery(
        String text, Optional<String> viewer, Optional<Set<String>> customers, ZoneId zone, int limit, int offset) {

    public static SearchQuery of(String text, ZoneId zone, int limit) {
        return new SearchQuery(text, Optional.empty(), Optional.empty(), zone, limit, 0);
    }

    public SearchQuery as(String owner) {
        return new SearchQuery(text, Optional.of(owner), customers, zone, limit, offset);
    }

    public SearchQuery of(List<String> customerIds) {
        return new SearchQuery(text, viewer, Optional.of(Set.copyOf(customerIds)), zone, limit, offset);
    }
}
