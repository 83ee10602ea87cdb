package org.genjin.daemon.followup;

import java.time.LocalDate;
import java.util.List;
import org.genjin.daemon.customer.Stage;

/**
 * A customer who asks is answered within one working day. After so many days nobody waits any more: then it is a matter of
 * silence. Of a customer whom a person has given up, nobody waits until they write again.
 */
final class ReplyRule implements ReasonRule {

    private static final int WORKING_DAYS = 1;
    private static final int WAITS_DAYS = 60;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        Point question = standing.dealings().question();
        if (question == null || isGivenUp(standing)) {
            return List.of();
        }
        LocalDate asked = day.of(question.at());
        return asked.plusDays(WAITS_DAYS).isBefore(day.today())
                ? List.of()
                : List.of(day.from(Reason.REPLY_OWED, day.shared().ours().plus(asked, WORKING_DAYS), question));
    }

    private static boolean isGivenUp(Standing standing) {
        return standing.stage() == Stage.LOST && standing.dealings().lost() == null && !standing.wroteSinceStageSet();
    }
}
