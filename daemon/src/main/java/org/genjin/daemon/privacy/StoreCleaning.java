package org.genjin.daemon.privacy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Store.Place;
import org.genjin.daemon.ledger.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of the store what nothing refers to any more, by writing the packs in which it lies anew without it. The new pack is
 * on disk before the ledger names it, and the old one is deleted after that: a process that dies in between leaves a pack that
 * the ledger does not name, which the next start sweeps away.
 */
final class StoreCleaning {

    private static final Logger LOG = LoggerFactory.getLogger(StoreCleaning.class);
    private static final int PACKS = 50;

    private final Ledger ledger;
    private final Store store;

    StoreCleaning(Ledger ledger, Store store) {
        this.ledger = ledger;
        this.store = store;
    }

    /** @param kept what of the pack something refers to */
    private record Contents(List<Place> kept, Set<String> gone) {

        static Contents of(Transaction tx, String pack) {
            Set<String> gone = tx.contents().forsaken(pack);
            return new Contents(
                    tx.contents().inPack(pack).stream().filter(it -> !gone.contains(it.hash())).toList(), gone);
        }
    }

    /** @return how many packs were written anew or deleted */
    int run(BooleanSupplier stop) throws IOException {
        int cleaned = 0;
        String last = "";
        while (!stop.getAsBoolean()) {
            String after = last;
            List<String> packs = ledger.read(tx -> tx.contents().packsToClean(after, PACKS));
            if (packs.isEmpty()) {
                break;
            }
            for (String pack : packs) {
                cleaned += !stop.getAsBoolean() && clean(pack) ? 1 : 0;
            }
            last = packs.getLast();
        }
        return cleaned;
    }

    private boolean clean(String pack) throws IOException {
        Contents before = ledger.read(tx -> Contents.of(tx, pack));
        List<Place> moved = List.of();
        try {
            if (!before.gone().isEmpty() && !before.kept().isEmpty()) {
                moved = store.repack(before.kept());
            }
        } catch (Store.StoreDamaged e) {
            LOG.error("a damaged pack of the store cannot be written anew ({}); 'genjin verify' tells what it held", e.getMessage());
            return false;
        }
        List<Place> places = moved;
        boolean done = ledger.transact(tx -> {
            // While the pack was copied something may have come to need what was to be gone: then the next round looks again.
            boolean same = Contents.of(tx, pack).equals(before);
            if (same) {
                tx.contents().move(places);
                tx.contents().cleaned(pack, before.gone());
            }
            return same;
        });
        if (done && !before.gone().isEmpty()) {
            store.delete(pack);
        } else if (!done && !places.isEmpty()) {
            store.delete(places.getFirst().pack());
        }
        return done && !before.gone().isEmpty();
    }
}
