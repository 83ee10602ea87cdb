package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.index.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * One hit of a search with what the ledger knows of it.
 *
 * @param customer null if it is nobody's, or not decided
 * @param customerName "" without a customer
 * @param from the sender: name, else address
 * @param problem of the attachment that it was found in: why its words were not read, such as {@code encrypted}; "" if they were
 * @param more how many further hits its conversation has, if hits are by conversation
 * @param seenAt each place where it was seen
 */
public record Finding(
        long row,
        String key,
        @Nullable String messageId,
        @Nullable CustomerId customer,
        String customerName,
        Channel channel,
        Direction direction,
        Instant sentAt,
        String from,
        String subject,
        SearchResult.Snippet snippet,
        String foundIn,
        String problem,
        int more,
        MatchNote match,
        List<String> seenAt) {

    public Finding {
        seenAt = List.copyOf(seenAt);
    }

    /**
     * @param state {@code one}, {@code several}, {@code nobody} or {@code set-aside}
     * @param why the evidence in words
     * @param candidates names, for {@code several}
     */
    public record MatchNote(String state, String why, List<String> candidates) {}
}
