package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * When a customer is to be followed up, and why: what is said here stays right while days go by.
 *
 * @param due null if nobody named a day, and no rule does
 * @param action what to do; "" if a person set the day and noted nothing
 * @param evidence the last words that matter, with their day; "" if there are none
 */
record Reminder(CustomerRow customer, @Nullable LocalDate due, String reason, String action, String evidence) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int QUOTED = 120;
    private static final int DAYS_AHEAD = 14;

    /** By day, and on the same day who waits for us, then by grade. */
    private static final Comparator<Reminder> ORDER = Comparator
            .comparing(Reminder::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(it -> !it.isMine())
            .thenComparing(it -> it.customer().grade())
            .thenComparing(it -> it.customer().id());

    /** All that are open; those without a day are the last. */
    static List<Reminder> of(
            List<CustomerRow> customers, List<DueItem> due, Map<CustomerId, List<TimelineEntry>> history, ZoneId zone, SheetWords words) {
        Map<CustomerId, DueItem> items = new HashMap<>();
        due.forEach(it -> items.put(it.customer().id(), it));
        return customers.stream()
                .filter(it -> !it.stage().closed())
                .map(it -> new Reminder(
                        it, it.next().map(CustomerRow.Next::date).orElse(null),
                        it.next().map(next -> words.value("reason", next.reason().id())).orElse(""),
                        it.next().map(words.sentence()::action).orElse(""),
                        evidence(items.get(it.id()), history.getOrDefault(it.id(), List.of()), zone)))
                .sorted(ORDER)
                .toList();
    }

    /** Whether a customer waits for us or is to be followed up within a fortnight. */
    static boolean isNear(CustomerRow customer, LocalDate today) {
        return isMine(customer) || customer.next().filter(it -> !it.date().isAfter(today.plusDays(DAYS_AHEAD))).isPresent();
    }

    private static boolean isMine(CustomerRow customer) {
        return customer.turn() == Turn.MINE;
    }

    boolean isMine() {
        return isMine(customer);
    }

    boolean isWithin(LocalDate today, int days) {
        return due != null && !due.isAfter(today.plusDays(days));
    }

    /** Days since the last message in either direction; null if there was none. */
    @Nullable Long silent(LocalDate today, ZoneId zone) {
        Instant touch = customer.lastTouch();
        return touch == null ? null : ChronoUnit.DAYS.between(touch.atZone(zone).toLocalDate(), today);
    }

    private static String evidence(@Nullable DueItem item, List<TimelineEntry> history, ZoneId zone) {
        DueItem.Evidence evidence = item == null ? null : item.evidence();
        if (evidence != null) {
            return said(evidence.at(), evidence.quote(), zone);
        }
        return history.stream()
                .filter(it -> it.direction() == Direction.IN && !it.automatic() && !it.text().isBlank())
                .findFirst()
                .map(it -> said(it.at(), it.text(), zone))
                .orElse("");
    }

    private static String said(Instant at, String words, ZoneId zone) {
        String line = words.replaceAll("\\s+", " ").strip();
        return DAY.format(at.atZone(zone)) + " " + (line.length() <= QUOTED ? line : Text.fit(line, QUOTED - 1) + "…");
    }
}
