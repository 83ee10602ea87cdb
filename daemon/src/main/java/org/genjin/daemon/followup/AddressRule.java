package org.genjin.daemon.followup;

import java.time.Instant;
import java.util.List;

/** What we wrote came back. Whatever reaches the customer or comes from them afterwards ends it. */
final class AddressRule implements ReasonRule {

    private static final int FORGOTTEN = 30;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        Point bounce = standing.bounce();
        Instant touch = standing.dealings().lastTouch();
        if (bounce == null
                || (touch != null && touch.isAfter(bounce.at()))
                || day.of(bounce.at()).plusDays(FORGOTTEN).isBefore(day.today())) {
            return List.of();
        }
        return List.of(day.from(Reason.ADDRESS_DEAD, day.of(bounce.at()), bounce));
    }
}
