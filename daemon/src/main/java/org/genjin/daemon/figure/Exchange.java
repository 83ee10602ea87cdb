package org.genjin.daemon.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer wanted an answer to. Who asks again before there is one has asked once, at the first time; any word of
 * ours on any channel is an answer; who declines waits for none.
 *
 * @param answered null if nobody has
 */
public record Exchange(Instant asked, @Nullable Instant answered) {

    /** @param events with one customer, oldest first */
    public static List<Exchange> in(List<Event> events) {
        List<Exchange> exchanges = new ArrayList<>();
        Instant open = null;
        for (Event it : events) {
            if (!it.isTheirs()) {
                if (open != null) {
                    exchanges.add(new Exchange(open, it.at()));
                }
                open = null;
            } else if (it.says(FactType.DECLINE)) {
                open = null;
            } else if (open == null && it.wantsAnswer()) {
                open = it.at();
            }
        }
        if (open != null) {
            exchanges.add(new Exchange(open, null));
        }
        return exchanges;
    }
}
