package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Transaction;

/**
 * Has a source hand out again what was dropped and turned out to be a customer's, and what is no longer kept out of the log: a
 * folder is asked for just that, a file is read once more. To be used by the poll of the source, which nobody else runs
 * meanwhile: it owns the cursors.
 */
final class AskingAgain {

    private static final int MESSAGES = 5_000;

    private final Ledger ledger;

    AskingAgain(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Sees to it that the reading which is about to begin brings what is wanted.
     *
     * @param complete whether {@code offered} is all that the source has: what lies elsewhere is gone then
     */
    void ask(String source, List<Mailbox> offered, boolean complete, Instant now) {
        List<Long> wanted = ledger.read(tx -> tx.dropped().customers(MESSAGES));
        if (!wanted.isEmpty()) {
            ledger.transact(tx -> {
                tx.fetchAgain().want(wanted);
                return null;
            });
        }
        if (!ledger.read(tx -> tx.fetchAgain().unasked(source)).isEmpty()) {
            ledger.transact(tx -> {
                tx.fetchAgain().unasked(source).forEach((mailbox, locators) -> {
                    if (offered.contains(mailbox)) {
                        again(tx, mailbox, locators, now);
                        tx.fetchAgain().asked(mailbox, now);
                    } else if (complete) {
                        tx.fetchAgain().gone(mailbox, now);
                    }
                });
                return null;
            });
        }
    }

    private static void again(Transaction tx, Mailbox mailbox, List<String> locators, Instant now) {
        Cursor cursor = Connectors.askingAgain(tx.cursors().find(mailbox), new ArrayList<>(locators));
        if (cursor.equals(Cursor.START)) {
            tx.cursors().forget(mailbox);
        } else {
            tx.cursors().save(mailbox, cursor, false, now);
        }
    }

    /** Mailboxes were read to their end: what did not come is not there any more. */
    void ended(Transaction tx, List<Mailbox> read, Instant now) {
        read.forEach(it -> tx.fetchAgain().failed(it, now));
    }
}
