package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Holdings;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.SightingTable.Place;

/**
 * Holds what a source has in its mailboxes against the ledger's own rows of them, and has read again what is missing. The
 * rows are looked at in pieces: a large mailbox takes no more memory than a small one. The caller sees to it that nobody
 * polls the source meanwhile.
 */
final class Proving {

    private static final int PAGE = 2000;
    /** A mailbox of so many messages is looked at again after a minute, one of ten times as many after ten. */
    private static final long MESSAGES_A_MINUTE = 5000;
    private static final Duration SELDOMEST = Duration.ofHours(1);

    private final Ledger ledger;
    private final InstantSource clock;

    Proving(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Proves mailboxes and writes it down; those that cannot be counted are left out. */
    List<Proof> prove(Connector connector, List<Mailbox> mailboxes) throws ConnectorException {
        List<Proof> proofs = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) {
            Optional<Holdings> holdings =
                    connector.holdings(mailbox, ledger.read(tx -> tx.cursors().find(mailbox)));
            if (holdings.isPresent()) {
                Proof.Places places = places(mailbox, holdings.get());
                Proof before = ledger.read(tx -> tx.proofs().find(mailbox)).orElse(null);
                proofs.add(Proof.of(mailbox, holdings.get(), places, before, clock.instant()));
            }
        }
        if (!proofs.isEmpty()) {
            ledger.transact(tx -> {
                proofs.forEach(tx.proofs()::save);
                return null;
            });
        }
        return proofs;
    }

    /** Begins again with those of {@code proofs} that miss something, and says which these are. */
    List<Mailbox> beginAgain(List<Proof> proofs) {
        Instant now = clock.instant();
        List<Proof> again = proofs.stream().filter(it -> it.mendable(now)).toList();
        if (!again.isEmpty()) {
            ledger.transact(tx -> {
                for (Proof it : again) {
                    tx.cursors().forget(it.mailbox());
                    tx.proofs().save(it.begunAgain(now));
                }
                return null;
            });
        }
        return again.stream().map(Proof::mailbox).toList();
    }

    /** Whether it is time to look at a mailbox again that nothing came from. */
    boolean isDue(Mailbox mailbox) {
        Optional<Proof> last = ledger.read(tx -> tx.proofs().find(mailbox));
        return last.isEmpty() || !clock.instant().isBefore(last.get().at().plus(pause(last.get().held())));
    }

    static Duration pause(long held) {
        Duration pause = Duration.ofMinutes(held / MESSAGES_A_MINUTE);
        return pause.compareTo(SELDOMEST) > 0 ? SELDOMEST : pause;
    }

    private Proof.Places places(Mailbox mailbox, Holdings holdings) {
        Count count = new Count(holdings);
        Place last = Place.FIRST;
        while (true) {
            Place after = last;
            List<Place> page = ledger.read(tx -> tx.sightings().places(mailbox, after, PAGE));
            for (Place place : page) {
                if (!place.locator().equals(last.locator())) {
                    count.logged(place);
                }
                last = place;
            }
            if (page.size() < PAGE) {
                break;
            }
        }
        String bad = "";
        while (true) {
            String after = bad;
            List<String> page = ledger.read(tx -> tx.sources().unreadablePlaces(mailbox, after, PAGE));
            page.forEach(count::unreadable);
            if (page.size() < PAGE) {
                break;
            }
            bad = page.getLast();
        }
        String out = "";
        while (true) {
            String after = out;
            List<String> page = ledger.read(tx -> tx.neverLog().places(mailbox, after, PAGE));
            page.forEach(count::keptOut);
            if (page.size() < PAGE) {
                return count.places();
            }
            out = page.getLast();
        }
    }

    /** The places that the source still has. */
    private static final class Count {

        private final Holdings holdings;
        private long logged;
        private long duplicates;
        private long unreadable;
        private long keptOut;
        private long leftOut;
        private long ahead;

        Count(Holdings holdings) {
            this.holdings = holdings;
        }

        void logged(Place place) {
            if (known(place.locator())) {
                logged++;
                duplicates += place.knownBefore() ? 1 : 0;
            }
        }

        void unreadable(String locator) {
            unreadable += known(locator) ? 1 : 0;
        }

        void keptOut(String locator) {
            keptOut += known(locator) ? 1 : 0;
        }

        private boolean known(String locator) {
            boolean there = holdings.has().test(locator);
            if (there && holdings.leftOut().test(locator)) {
                leftOut++;
            } else if (there && holdings.ahead().test(locator)) {
                ahead++;
            }
            return there;
        }

        Proof.Places places() {
            return new Proof.Places(logged, duplicates, unreadable, keptOut, leftOut, ahead);
        }
    }
}
