package org.genjin.index;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What is looked for, and by whom.
 *
 * @param text in the query language; {@code *} is everything, newest first
 * @param viewer the owner whose rights count; empty: everything (the operator)
 * @param zone in which dates of the query are days
 * @param limit at most so many hits, 0 to 10,000
 * @param byConversation only the best hit of each conversation
 */
public record SearchQuery(
        String text, Optional<String> viewer, ZoneId zone, int limit, int offset, Order order, boolean byConversation) {

    /** Which hits come first. */
    public enum Order {
        /** What fits best; the newest if only operators were given. */
        BEST,
        NEWEST,
        OLDEST
    }

    public static SearchQuery of(String text, ZoneId zone, int limit) {
        return new SearchQuery(text, Optional.empty(), zone, limit, 0, Order.BEST, false);
    }

    public SearchQuery as(Optional<String> owner) {
        return new SearchQuery(text, owner, zone, limit, offset, order, byConversation);
    }

    public SearchQuery from(int first) {
        return new SearchQuery(text, viewer, zone, limit, first, order, byConversation);
    }

    public SearchQuery in(Order wanted) {
        return new SearchQuery(text, viewer, zone, limit, offset, wanted, byConversation);
    }

    public SearchQuery byConversation(boolean wanted) {
        return new SearchQuery(text, viewer, zone, limit, offset, order, wanted);
    }
}
