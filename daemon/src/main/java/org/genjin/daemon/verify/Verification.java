package org.genjin.daemon.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.ContentTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageTable.Checked;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.verify.Finding.Kind;
import org.genjin.index.SearchIndex;

/**
 * The invariants of a home, each checked over everything there is: every row as it was written, every message's bytes in
 * the store with the right hash, every message in the index once, every place where one was seen covered by its mailbox's
 * cursor, every match a customer's. Reads only; a daemon at work does not disturb it, as rows newer than the start are left
 * out.
 */
public final class Verification {

    private static final int ROWS = 500;

    private final Ledger ledger;
    private final Store store;
    private final SearchIndex index;

    public Verification(Ledger ledger, Store store, SearchIndex index) {
        this.ledger = ledger;
        this.store = store;
        this.index = index;
    }

    /** @param progress is told how many messages and contents have been looked at */
    public Report run(LongConsumer progress) throws IOException {
        Report.Builder report = new Report.Builder();
        try {
            long looked = contents(report, progress);
            messages(report, looked, progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return report.build();
    }

    private long contents(Report.Builder report, LongConsumer progress) throws IOException {
        String last = "";
        long looked = 0;
        while (true) {
            String after = last;
            List<Store.Place> places = ledger.read(tx -> tx.contents().after(after, ROWS));
            if (places.isEmpty()) {
                return looked;
            }
            for (Store.Place place : places) {
                read(place, report);
            }
            last = places.getLast().hash();
            looked += places.size();
            report.contents(places.size());
            progress.accept(looked);
        }
    }

    private void read(Store.Place place, Report.Builder report) throws IOException {
        try {
            store.read(place);
        } catch (Store.StoreDamaged e) {
            // Its pack may have been written anew since its place was looked up.
            Optional<Store.Place> now = ledger.read(tx -> tx.contents().find(place.hash()));
            if (now.filter(it -> !it.equals(place)).isPresent()) {
                read(now.get(), report);
            } else if (now.isPresent()) {
                report.found(Kind.STORE_DAMAGED, String.valueOf(e.getMessage()));
            }
        }
    }

    private void messages(Report.Builder report, long looked, LongConsumer progress) {
        long last = 0;
        Map<Mailbox, Optional<Cursor>> cursors = new HashMap<>();
        while (true) {
            long after = last;
            Optional<Long> checked = ledger.read(tx -> check(tx, after, cursors, report));
            if (checked.isEmpty()) {
                return;
            }
            last = checked.get();
            progress.accept(looked + report.messages());
        }
    }

    private Optional<Long> check(Transaction tx, long after, Map<Mailbox, Optional<Cursor>> cursors, Report.Builder report) {
        List<Checked> rows = tx.messages().checked(after, ROWS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<String> stored = stored(tx.contents(), rows);
        Map<Long, List<Sighting>> sightings =
                tx.sightings().of(rows.stream().map(it -> it.row().id()).toList());
        for (Checked it : rows) {
            boolean dropped = it.row().isDropped();
            check(it, dropped || stored.contains(it.row().rawHash()), report);
            // What was dropped may be asked for again: its mailbox's position says so.
            for (Sighting sighting : dropped ? List.<Sighting>of() : sightings.getOrDefault(it.row().id(), List.of())) {
                covered(tx, sighting, cursors, report);
            }
        }
        report.messages(rows.size());
        return Optional.of(rows.getLast().row().id());
    }

    private void check(Checked it, boolean stored, Report.Builder report) {
        MessageRow row = it.row();
        if (!it.intact()) {
            report.found(Kind.ROW_CHANGED, "message " + row.key());
        }
        if (!stored) {
            report.found(Kind.BYTES_MISSING, "message " + row.key());
        }
        if ((row.customer() != null) != (row.matchState() == MessageRow.MatchState.ONE)) {
            report.found(Kind.MATCH_WITHOUT_CUSTOMER, "message " + row.key());
        }
        try {
            int count = index.count(row.id());
            if (count != 1) {
                report.found(count == 0 ? Kind.NOT_IN_INDEX : Kind.TWICE_IN_INDEX, "message " + row.key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> stored(ContentTable contents, List<Checked> rows) {
        return new HashSet<>(contents.known(rows.stream().map(it -> it.row().rawHash()).toList()));
    }

    private static void covered(
            Transaction tx, Sighting sighting, Map<Mailbox, Optional<Cursor>> cursors, Report.Builder report) {
        Mailbox mailbox = new Mailbox(sighting.source(), sighting.mailbox());
        // A mailbox that is read again from its beginning has a cursor that does not cover all that is known.
        Optional<Cursor> cursor = cursors.computeIfAbsent(
                mailbox,
                it -> tx.proofs().find(it).filter(proof -> proof.again().open()).isPresent()
                        ? Optional.empty()
                        : Optional.of(tx.cursors().find(it)));
        if (cursor.isPresent() && !Connectors.covers(cursor.get(), sighting.locator())) {
            report.found(Kind.NOT_COVERED, sighting.mailbox() + " " + sighting.locator());
        }
    }
}
