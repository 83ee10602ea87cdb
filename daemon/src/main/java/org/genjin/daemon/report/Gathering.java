package org.genjin.daemon.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.figure.Deal;
import org.genjin.daemon.figure.Duty;
import org.genjin.daemon.figure.Exchange;
import org.genjin.daemon.figure.Tally;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.Histories.Told;
import org.genjin.daemon.report.Report.By;
import org.genjin.daemon.report.Report.Figures;

/** Puts customers' cases where they belong: into weeks, the year, and groups of customers. One owner, or all; one thread. */
final class Gathering {

    private static final int WAITING = 10;

    private final Span span;
    private final Map<LocalDate, Tally> weeks = new HashMap<>();
    private final Tally year = new Tally();
    private final Map<By, Group> groups = new HashMap<>();
    private final List<Report.Waiting> waiting = new ArrayList<>();
    private int customers;

    Gathering(Span span) {
        this.span = span;
    }

    private static final class Group {
        private final Tally year = new Tally();
        private int customers;
    }

    /** What was found out of a customer. */
    record Cases(List<Exchange> exchanges, List<Deal> deals, List<Instant> orders, List<Duty> duties) {}

    void add(Told told, Cases cases, List<By> bys) {
        customers++;
        List<Tally> inYear = new ArrayList<>(List.of(year));
        for (By by : bys) {
            Group group = groups.computeIfAbsent(by, _ -> new Group());
            group.customers++;
            inYear.add(group.year);
        }
        cases.exchanges().forEach(it -> asked(it, inYear));
        for (Deal it : cases.deals()) {
            tallies(it.asked(), inYear).forEach(tally -> tally.inquired(it));
            Instant won = it.won();
            if (won != null) {
                tallies(won, inYear).forEach(tally -> tally.won(ChronoUnit.DAYS.between(span.day(it.asked()), span.day(won))));
            }
        }
        cases.orders().forEach(it -> tallies(it, inYear).forEach(Tally::ordered));
        for (Duty it : cases.duties()) {
            Tally week = week(it.due());
            week.due(it);
            inYear.forEach(tally -> tally.due(it));
        }
        if (!told.isContacted() && isOpen(told.row())) {
            inYear.forEach(Tally::neverContacted);
            waiting.add(new Report.Waiting(told.row().id(), told.row().name()));
        }
    }

    private void asked(Exchange it, List<Tally> year) {
        Instant answered = it.answered();
        Duration worked = answered == null ? null : span.worked(it.asked(), answered);
        Duration waited = worked == null ? span.worked(it.asked(), span.at()) : worked;
        tallies(it.asked(), year).forEach(tally -> tally.asked(worked, waited));
    }

    /** Those of the week and the year in which an instant lies. */
    private List<Tally> tallies(Instant at, List<Tally> year) {
        List<Tally> tallies = new ArrayList<>(span.isInYear(at) ? year : List.of());
        if (!at.isBefore(span.begin()) && !at.isAfter(span.at())) {
            tallies.add(week(span.day(at)));
        }
        return tallies;
    }

    private Tally week(LocalDate day) {
        return weeks.computeIfAbsent(Span.monday(day), _ -> new Tally());
    }

    private static boolean isOpen(CustomerTable.Row row) {
        return !row.stage().closed() && row.stage() != Stage.DORMANT;
    }

    Report.Of figures(String owner) {
        List<Report.Week> over = span.weeks().stream().map(this::figures).toList();
        return new Report.Of(
                owner, customers, over, figures(Span.monday(span.today())), Figures.of(year), groups(By.Country.class),
                groups(By.From.class), groups(By.Graded.class), waiting.stream().limit(WAITING).toList());
    }

    private Report.Week figures(LocalDate monday) {
        return new Report.Week(monday, Figures.of(weeks.getOrDefault(monday, new Tally())));
    }

    /** Grades in their order, the others by how many customers they have. */
    private List<Report.Group> groups(Class<? extends By> kind) {
        Comparator<Report.Group> order = Comparator.comparing(Report.Group::customers, Comparator.reverseOrder());
        Comparator<Report.Group> byGrade = Comparator.comparing(it -> it.by() instanceof By.Graded graded ? graded.grade() : Grade.S);
        return groups.entrySet().stream()
                .filter(it -> kind.isInstance(it.getKey()))
                .map(it -> new Report.Group(it.getKey(), it.getValue().customers, Figures.of(it.getValue().year)))
                .sorted(byGrade.thenComparing(order).thenComparing(it -> it.by().toString()))
                .toList();
    }
}
