package org.genjin.daemon.followup;

import java.util.List;

/** When we must write for reasons of one kind. Pure. */
@FunctionalInterface
interface ReasonRule {

    /** What is due on that day or comes later; empty if there is nothing of the kind. */
    List<FollowUp> followUps(Standing standing, Day day);
}
