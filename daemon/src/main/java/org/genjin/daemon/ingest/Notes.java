package org.genjin.daemon.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.DecisionTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Transaction;

/**
 * Stores what a person noted of a conversation that Genjin could not read, such as a telephone call. A note is a message
 * like any other: kept, searchable, and contact with the customer. Thread-safe.
 */
public final class Notes {

    private final Ledger ledger;
    private final Store store;
    private final Preparation preparation;
    private final NewRows rows;

    public Notes(Ledger ledger, Store store, Preparation preparation, NewRows rows) {
        this.ledger = ledger;
        this.store = store;
        this.preparation = preparation;
        this.rows = rows;
    }

    /** A note whose bytes are kept; nothing is in the ledger of it yet. */
    public static final class Ready {

        private final Prepared prepared;
        private final List<Store.Place> places;

        private Ready(Prepared prepared, List<Store.Place> places) {
            this.prepared = prepared;
            this.places = places;
        }
    }

    /**
     * @param owner who noted it
     * @param kind what the note decides
     * @return the number of the decision, by which the note can be taken back
     * @throws IOException if the bytes cannot be written; nothing is in the ledger then
     */
    public long store(CustomerId customer, String owner, Message note, DecisionTable.Kind kind, Instant now) throws IOException {
        Ready ready = ready(note);
        return ledger.transact(tx -> enter(tx, customer, owner, ready, kind, now));
    }

    /**
     * Keeps the bytes of a note that is entered together with other things.
     *
     * @throws IOException if they cannot be written
     */
    public Ready ready(Message note) throws IOException {
        Prepared prepared = preparation.prepare(note);
        return new Ready(prepared, store.put(List.of(prepared.raw())));
    }

    /** The same as {@link #store}, within the caller's transaction. */
    public long enter(
            Transaction tx, CustomerId customer, String owner, Ready note, DecisionTable.Kind kind, Instant now) {
        Prepared prepared = note.prepared;
        tx.contents().add(note.places);
        String key = prepared.message().key().value();
        long row = rows.insert(tx, owner, Map.of(key, prepared), now).ids().values().iterator().next();
        // What it was before the decision is what it is when that is taken back.
        tx.messages().assign(List.of(new Assigned(row, null, MatchState.SET_ASIDE, "taken back")));
        long decision = tx.decisions().add(tx, kind, owner, customer, prepared.reading().text(), now);
        tx.decisions().noteMessages(decision, List.of(row));
        tx.messages().assign(List.of(new Assigned(row, customer, MatchState.ONE, "logged by hand")));
        tx.customers().refresh(Set.of(customer));
        return decision;
    }
}
