package org.genjin.daemon.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.genjin.daemon.calendar.SharedDays;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One customer to follow up, and why.
 *
 * @param reasons at least one, the one to tell first at the head
 * @param silentDays calendar days since the last message in either direction; -1 if there was none
 * @param action what a person noted to do; "" if nothing
 * @param worth how much money is at stake, roughly in US dollars
 * @param ramadan whether they fast on that day: people work shorter hours and answer later
 */
public record DueItem(
        CustomerRow customer, List<Due> reasons, int silentDays, String action, BigDecimal worth, boolean ramadan) {

    /** The most valuable first: by grade, then who waits for us, then by money, then what is due the longest. */
    public static final Comparator<DueItem> MOST_VALUABLE = Comparator.comparing((DueItem it) -> it.customer().grade())
            .thenComparing(it -> it.customer().turn() != Turn.MINE)
            .thenComparing(DueItem::worth, Comparator.reverseOrder())
            .thenComparing(DueItem::due)
            .thenComparing(it -> it.customer().id());

    public DueItem {
        reasons = List.copyOf(reasons);
    }

    /** The same with what only those need who read it. */
    DueItem with(List<Contact> contacts, Function<FollowUp, @Nullable Evidence> evidence) {
        return new DueItem(
                customer.with(contacts),
                reasons.stream()
                        .map(it -> new Due(it.followUp(), it.overdueDays(), it.ageDays(), evidence.apply(it.followUp()), it.address()))
                        .toList(),
                silentDays, action, worth, ramadan);
    }

    /**
     * One reason.
     *
     * @param overdueDays our working days since it was due; 0 if it is today
     * @param ageDays calendar days since the message that it follows from; -1 if it follows from none
     * @param evidence that message; null for what a person set, and in brief
     * @param address for an address that nobody reads, that address; "" else
     */
    public record Due(FollowUp followUp, int overdueDays, int ageDays, @Nullable Evidence evidence, String address) {

        public Reason reason() {
            return followUp.reason();
        }

        public LocalDate due() {
            return followUp.due();
        }
    }

    /** @param quote the words of that message that matter, at most 120 characters */
    public record Evidence(String key, Instant at, String quote) {}

    /** The reason to tell first. */
    public Due first() {
        return reasons.getFirst();
    }

    public Reason reason() {
        return first().reason();
    }

    /** Of the first reason, in the owner's zone. */
    public LocalDate due() {
        return first().due();
    }

    public int overdueDays() {
        return first().overdueDays();
    }

    public @Nullable Evidence evidence() {
        return first().evidence();
    }

    /** Who rests on the day that the first reason names; null if it was not moved for that. */
    public SharedDays.@Nullable Rest rest() {
        return first().followUp().rest();
    }
}
