package org.genjin.daemon.reminder;

import java.time.Instant;
import java.util.List;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.SourceStatus;

/** What cannot wait until the morning. */
public sealed interface Alert {

    /** Customers who have waited too long for an answer, the most valuable first. */
    record Waiting(List<DueItem> items) implements Alert {
        public Waiting {
            items = List.copyOf(items);
        }
    }

    /**
     * A source that has not been read to its end for long.
     *
     * @param since when it last was
     */
    record Silent(SourceStatus source, Instant since) implements Alert {}

    /** A message that smells of payment fraud. */
    record Fraud(FraudWarnings.Alarm alarm) implements Alert {}
}
