package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.workbook.picture.Thumbnail;
import org.genjin.daemon.workbook.picture.Thumbnails;

/**
 * The pictures of one writing. So that a first writing does not keep everybody waiting, only so many are made small each time; the
 * others come with the next. One thread.
 */
public final class Pictures {

    /** Each takes some tens of milliseconds. */
    private static final int AT_A_TIME = 60;

    private final Map<CustomerId, List<Picture>> chosen;
    private final Thumbnails thumbnails;
    private final Timeline timeline;
    private int left = AT_A_TIME;
    private boolean waiting;

    Pictures(Map<CustomerId, List<Picture>> chosen, Thumbnails thumbnails, Timeline timeline) {
        this.chosen = Map.copyOf(chosen);
        this.thumbnails = thumbnails;
        this.timeline = timeline;
    }

    Map<CustomerId, List<Picture>> chosen() {
        return chosen;
    }

    /** The newest first. */
    List<Picture> of(CustomerId customer) {
        return chosen.getOrDefault(customer, List.of());
    }

    /** Empty if it cannot be shown, or not this time. */
    Optional<Thumbnail> small(Picture it) {
        if (!thumbnails.has(it.hash())) {
            if (left == 0) {
                waiting = true;
                return Optional.empty();
            }
            left--;
        }
        return thumbnails.of(
                it.hash(), () -> timeline.document(Optional.empty(), it.message(), it.ordinal()).map(Timeline.Document::bytes));
    }

    /** Whether some were left for the next time. */
    public boolean waiting() {
        return waiting;
    }
}
