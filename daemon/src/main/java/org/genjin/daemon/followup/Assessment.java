package org.genjin.daemon.followup;

import java.time.LocalDate;
import java.util.List;

/** What the rules say of a customer. */
public sealed interface Assessment {

    /** @param followUps at least one, the one to tell first at the head: what is due before what comes, then by reason and day */
    record Planned(List<FollowUp> followUps) implements Assessment {
        public Planned {
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * All rounds are over and nobody answered: to be asked about, not to be reminded of.
     *
     * @param reminders how often we wrote since they last did
     * @param since the day of the last message
     */
    record Exhausted(int reminders, LocalDate since) implements Assessment {}

    /** There is nothing to do: nobody has written yet, or the customer is lost, blocked or dormant. */
    record Nothing() implements Assessment {}

    /** What is due at {@code today}, the one to tell first at the head; empty if nothing is. */
    default List<FollowUp> due(LocalDate today) {
        return switch (this) {
            case Planned it -> it.followUps().stream().filter(followUp -> followUp.isDue(today)).toList();
            case Exhausted _, Nothing _ -> List.of();
        };
    }
}
