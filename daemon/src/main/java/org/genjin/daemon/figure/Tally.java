package org.genjin.daemon.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.calendar.OfficeHours;
import org.jspecify.annotations.Nullable;

/** Gathers cases and makes figures of them. One thread. */
public final class Tally {

    private static final List<Figure> STEPS = List.of(Figure.QUOTED, Figure.SAMPLED, Figure.INVOICED, Figure.WON);
    private static final double NINE_OF_TEN = 0.9;

    private final List<Double> replies = new ArrayList<>();
    private final List<Long> cycles = new ArrayList<>();
    private final Map<Figure, Integer> reached = new EnumMap<>(Figure.class);
    private int unanswered;
    private int onTime;
    private int late;
    private int inquiries;
    private int orders;
    private int neverContacted;

    /**
     * Something that was asked.
     *
     * @param worked how long it took to be answered, in working time; null if it is not answered
     * @param waited how long they have waited by now; while that is less than a working day, nothing is late
     */
    public void asked(@Nullable Duration worked, Duration waited) {
        if (worked != null) {
            replies.add(worked.toMinutes() / 60.0);
        } else if (waited.compareTo(OfficeHours.DAY) > 0) {
            unanswered++;
        }
    }

    public void due(Duty duty) {
        switch (duty.outcome()) {
            case ON_TIME -> onTime++;
            case LATE -> late++;
            case OPEN -> {}
        }
    }

    public void inquired(Deal deal) {
        inquiries++;
        STEPS.stream().filter(deal::reached).forEach(it -> reached.merge(it, 1, Integer::sum));
    }

    public void ordered() {
        orders++;
    }

    /** @param days from the inquiry to the order */
    public void won(long days) {
        cycles.add(days);
    }

    public void neverContacted() {
        neverContacted++;
    }

    public Value value(Figure figure) {
        int asked = replies.size() + unanswered;
        return switch (figure) {
            case RESPONSE_RATE -> figure.value(share(replies.size(), asked), asked);
            case REPLY_MEDIAN -> figure.value(middle(), replies.size());
            case REPLY_SLOW -> figure.value(slow(), replies.size());
            case ON_TIME -> figure.value(share(onTime, onTime + late), onTime + late);
            case INQUIRIES -> figure.value(inquiries, inquiries);
            case ORDERS -> figure.value(orders, orders);
            case NEVER_CONTACTED -> figure.value(neverContacted, neverContacted);
            case QUOTED, SAMPLED, INVOICED, WON -> figure.value(share(reached.getOrDefault(figure, 0), inquiries), inquiries);
            case CYCLE -> figure.value(cycles.stream().mapToLong(it -> it).average().orElse(0), cycles.size());
        };
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private double middle() {
        List<Double> sorted = sorted();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The smallest that nine of ten are not above. */
    private double slow() {
        List<Double> sorted = sorted();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(NINE_OF_TEN * sorted.size()) - 1);
    }

    private List<Double> sorted() {
        List<Double> sorted = new ArrayList<>(replies);
        Collections.sort(sorted);
        return sorted;
    }
}
