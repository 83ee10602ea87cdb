package org.genjin.daemon.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days that come near by themselves: an offer ends, goods are to be delivered. We are told in time, and what we or they write
 * from then on ends it; of goods that have not left on their day we are told once more.
 */
final class DeadlineRule implements ReasonRule {

    private static final int OFFER_WORKING_DAYS = 3;
    private static final int DELIVERY_DAYS = 7;
    /** After so many days the goods have left, and nobody said so. */
    private static final int FORGOTTEN = 30;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        Dealings dealings = standing.dealings();
        List<FollowUp> followUps = new ArrayList<>();
        Point offer = dealings.offer();
        LocalDate until = dealings.offerUntil();
        if (offer != null && until != null && !until.isBefore(day.today())) {
            LocalDate bare = day.shared().ours().minus(until, OFFER_WORKING_DAYS);
            add(day.before(Reason.QUOTE_EXPIRING, bare, day.of(offer.at()).plusDays(1), offer).about(until), dealings, day, followUps);
        }
        Point delivery = dealings.delivery();
        LocalDate date = dealings.deliveryDate();
        if (delivery != null && date != null && !date.plusDays(FORGOTTEN).isBefore(day.today())) {
            LocalDate said = day.of(delivery.at()).plusDays(1);
            LocalDate near = date.minusDays(DELIVERY_DAYS);
            FollowUp first = day.before(Reason.DELIVERY_DUE, near.isBefore(said) ? said : near, said, delivery).about(date).round(1, 2);
            if (!isDone(first, dealings, day)) {
                followUps.add(first);
            } else {
                add(day.from(Reason.DELIVERY_DUE, date.plusDays(1), delivery).about(date).round(2, 2), dealings, day, followUps);
            }
        }
        return followUps;
    }

    private static void add(FollowUp it, Dealings dealings, Day day, List<FollowUp> followUps) {
        if (!isDone(it, dealings, day)) {
            followUps.add(it);
        }
    }

    /** Somebody wrote on the day or later. */
    private static boolean isDone(FollowUp it, Dealings dealings, Day day) {
        return dealings.lastTouch() != null && !day.of(dealings.lastTouch()).isBefore(it.due());
    }
}
