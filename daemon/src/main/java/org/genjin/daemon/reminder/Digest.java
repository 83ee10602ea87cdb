package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.SourceStatus;

/**
 * What one owner is told on one morning, before it is put into words.
 *
 * @param replyOwed who waits for an answer, the longest first
 * @param overdue other dates that have passed
 * @param today other dates that are today's
 * @param silent who has been silent for longer than the grade allows
 * @param fresh new customers since the last working day, not due yet
 * @param more how many are due beyond those listed
 * @param warnings what smells of fraud and nobody has looked at
 * @param sources how each source of this owner does
 */
public record Digest(
        String owner,
        LocalDate date,
        Instant at,
        List<DueItem> replyOwed,
        List<DueItem> overdue,
        List<DueItem> today,
        List<DueItem> silent,
        List<CustomerRow> fresh,
        Counts counts,
        Yesterday yesterday,
        List<FraudWarnings.Alarm> warnings,
        List<SourceStatus> sources,
        int more) {

    public Digest {
        replyOwed = List.copyOf(replyOwed);
        overdue = List.copyOf(overdue);
        today = List.copyOf(today);
        silent = List.copyOf(silent);
        fresh = List.copyOf(fresh);
        warnings = List.copyOf(warnings);
        sources = List.copyOf(sources);
    }

    /** How many there are of each, listed or not. */
    public record Counts(int replyOwed, int overdue, int today, int silent, int fresh) {}

    public record Yesterday(long in, long out, long newCustomers, long unmatched) {}

    /** Nothing to tell: then no mail is sent. */
    public boolean isEmpty() {
        return replyOwed.isEmpty() && overdue.isEmpty() && today.isEmpty() && silent.isEmpty() && fresh.isEmpty()
                && troubled() == 0 && warnings.isEmpty();
    }

    /** How many sources need a person. */
    public int troubled() {
        return (int) sources.stream().filter(it -> !it.alarms().isEmpty()).count();
    }

    /** How many customers it reminds of. */
    public int reminders() {
        return replyOwed.size() + overdue.size() + today.size() + silent.size();
    }
}
