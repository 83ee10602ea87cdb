package org.genjin.daemon.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.figure.Deal;
import org.genjin.daemon.figure.DutyReading;
import org.genjin.daemon.figure.Exchange;
import org.genjin.daemon.figure.Origin;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.ledger.Histories;
import org.genjin.daemon.ledger.Histories.Told;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.report.Gathering.Cases;
import org.genjin.daemon.report.Report.By;

/** Works out the figures of owners from what the ledger has. Thread-safe; one at a time, as it is work. */
public final class Reports {

    /** What nothing has changed about is not worked out again so soon. */
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final Ledger ledger;
    private final Histories histories;
    private final FollowUpPolicy policy;
    private final Calendars calendars;
    private final ZoneId zone;
    private final Map<Asked, Worked> worked = new ConcurrentHashMap<>();
    private final ReentrantLock one = new ReentrantLock();

    /**
     * @param policy says what was due when
     * @param zone in which days begin and end
     */
    public Reports(Ledger ledger, FollowUpPolicy policy, Calendars calendars, ZoneId zone) {
        this.ledger = ledger;
        this.histories = new Histories(ledger, zone);
        this.policy = policy;
        this.calendars = calendars;
        this.zone = zone;
    }

    private record Asked(List<String> owners, int weeks) {}

    /** @param changes of the ledger when it was worked out */
    private record Worked(Report report, long changes) {}

    public ZoneId zone() {
        return zone;
    }

    /**
     * @param owners in this order
     * @param weeks how many weeks that are over; at least one
     */
    public Report of(List<String> owners, int weeks, Instant at) {
        Asked asked = new Asked(List.copyOf(owners), weeks);
        one.lock();
        try {
            Worked before = worked.get(asked);
            if (before != null && before.changes() == ledger.changes() && isGood(before.report(), at)) {
                return before.report();
            }
            long changes = ledger.changes();
            Report report = workOut(asked, at);
            worked.put(asked, new Worked(report, changes));
            return report;
        } finally {
            one.unlock();
        }
    }

    private static boolean isGood(Report report, Instant at) {
        return !at.isBefore(report.at()) && at.isBefore(report.at().plus(GOOD_FOR));
    }

    private Report workOut(Asked asked, Instant at) {
        Span span = new Span(at, asked.weeks(), policy.ours(), zone);
        DutyReading duties = new DutyReading(policy, zone, span.firstDay(), at);
        Gathering all = new Gathering(span);
        List<Report.Of> owners = new ArrayList<>();
        for (String owner : asked.owners()) {
            Gathering own = new Gathering(span);
            histories.each(Optional.of(owner), span.begin(), at, it -> {
                List<By> bys = bys(it);
                Cases cases = new Cases(
                        Exchange.in(it.history().events()), Deal.in(it.history().events()), it.history().orders(),
                        duties.read(it.history(), calendars.of(it.row().country())));
                own.add(it, cases, bys);
                all.add(it, cases, bys);
            });
            owners.add(own.figures(owner));
        }
        return new Report(at, owners.size() > 1 ? Optional.of(all.figures("")) : Optional.empty(), owners);
    }

    private static List<By> bys(Told it) {
        return List.of(
                new By.Country(it.row().country()), new By.From(Origin.of(it.row().notes(), it.first())), new By.Graded(it.row().grade()));
    }
}
