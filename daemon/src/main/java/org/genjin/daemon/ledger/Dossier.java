package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.DecisionTable.Decision;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.SaidTable.SaidPromise;
import org.jspecify.annotations.Nullable;

/**
 * Why what is known of a customer is what it is: each value, with the message it came from or the person who set it.
 *
 * @param facts the newest first
 * @param promises the newest first
 * @param deals business that lists told of, the newest first
 * @param own header → what people wrote into columns of the workbook that no message fills; those of Genjin's begin with a colon
 * @param decisions about this customer, the newest first
 */
public record Dossier(
        List<Value> values, List<Known> known, List<SaidFact> facts, List<SaidPromise> promises, List<Deal> deals, Map<String, String> own,
        List<Decision> decisions) {

    /** Who has set a value that came with a customer list. */
    public static final String LIST = "list";

    public Dossier {
        values = List.copyOf(values);
        known = List.copyOf(known);
        facts = List.copyOf(facts);
        promises = List.copyOf(promises);
        deals = List.copyOf(deals);
        own = Collections.unmodifiableMap(new TreeMap<>(own));
        decisions = List.copyOf(decisions);
    }

    /** A message that tells something. {@code quote} is the words that do. */
    public record Source(long row, String key, Instant at, Direction direction, String quote) {}

    /**
     * One value of a customer.
     *
     * @param field name, country, grade or stage
     * @param value "" if not known
     * @param person who set it by hand, or {@link #LIST}; null if nobody did
     * @param setAt when that was
     * @param why a key of wording, and what stands in it after a blank; "" if it was set by hand or nothing tells
     * @param source null if no single message tells it
     */
    public record Value(
            String field, String value, @Nullable String person, @Nullable Instant setAt, String why, @Nullable Source source) {}

    /** Something a customer is known by, and the message that carried it last. */
    public record Known(Identity identity, @Nullable Source source) {}
}
