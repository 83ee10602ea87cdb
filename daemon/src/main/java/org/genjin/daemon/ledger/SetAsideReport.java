package org.genjin.daemon.ledger;

import java.util.List;

/** Who is no customer: because a person said so, and by rules, so that a person can read it through. Thread-safe. */
public final class SetAsideReport {

    private final Ledger ledger;

    public SetAsideReport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param decided by people, the newest first
     * @param senders whose messages are set aside, the most frequent first
     */
    public record Lists(List<SetAsideTable.Entry> decided, List<UndecidedTable.SetAside> senders) {}

    public Lists lists(int senders) {
        return ledger.read(tx -> new Lists(tx.setAside().all(), tx.undecided().setAside(senders)));
    }
}
