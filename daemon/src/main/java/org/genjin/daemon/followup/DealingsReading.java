package org.genjin.daemon.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customer.Orders;
import org.genjin.daemon.customer.SpokenFact;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.jspecify.annotations.Nullable;

/** Follows what was said with one customer, message by message, and keeps what is still open. One customer and thread at a time. */
public final class DealingsReading {

    /** Counts up whenever what is kept changes: all is read again then. */
    public static final int VERSION = 1;

    /** What is older than that is open no more. */
    public static final Duration LOOKS_BACK = Duration.ofDays(800);

    private static final int MOST_OURS = 24;
    private static final int MOST_PLEDGES = 6;
    private static final int MOST_ORDERS = 12;

    private final ZoneId zone;
    private final InvoiceCourse invoices = new InvoiceCourse();
    private final DeliveryCourse deliveries;
    private final Worth worth = new Worth();
    private final List<SpokenFact> facts = new ArrayList<>();
    private final List<Pledge> pledges = new ArrayList<>();
    private final List<Point> ours = new ArrayList<>();
    private @Nullable Point in;
    private @Nullable Point out;
    private @Nullable Point question;
    private @Nullable Point quote;
    private @Nullable Point sample;
    private @Nullable Point offer;
    private @Nullable LocalDate offerUntil;
    private @Nullable Instant asked;
    private @Nullable Instant lost;

    private DealingsReading(ZoneId zone) {
        this.zone = zone;
        this.deliveries = new DeliveryCourse(zone);
    }

    /**
     * @param events with one customer, oldest first
     * @param zone the owner's, in which days begin and end
     */
    public static Dealings read(List<Event> events, ZoneId zone) {
        DealingsReading reading = new DealingsReading(zone);
        events.forEach(reading::follow);
        return reading.dealings();
    }

    /**
     * How things stood at some instants, in order; what is said at an instant itself comes after it.
     *
     * @param events with one customer, oldest first
     * @param zone the owner's, in which days begin and end
     * @param instants the earliest first
     */
    public static List<Dealings> course(List<Event> events, ZoneId zone, List<Instant> instants) {
        DealingsReading reading = new DealingsReading(zone);
        List<Dealings> course = new ArrayList<>(instants.size());
        int next = 0;
        Dealings now = Dealings.NONE;
        for (Instant instant : instants) {
            int begun = next;
            while (next < events.size() && events.get(next).at().isBefore(instant)) {
                reading.follow(events.get(next++));
            }
            now = next == begun ? now : reading.dealings();
            course.add(now);
        }
        return course;
    }

    private Dealings dealings() {
        List<Point> orders = Orders.in(facts, Instant.MIN).stream().map(it -> new Point(it.message(), it.at())).toList();
        return new Dealings(
                in, out, question, last(ours, MOST_OURS), quote, sample, offer, offerUntil, invoices.open(), deliveries.because(),
                deliveries.date(), last(pledges, MOST_PLEDGES), last(orders, MOST_ORDERS), asked, lost, worth.largest());
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private void follow(Event it) {
        it.facts().forEach(fact -> facts.add(new SpokenFact(it.at(), it.direction(), fact, it.message())));
        worth.hear(it);
        keep(it);
        if (it.isTheirs()) {
            theirs(it);
        } else {
            ours(it);
        }
        invoices.follow(it);
        deliveries.follow(it);
        if (lost == null) {
            pledge(it);
        } else {
            pledges.clear();
        }
    }

    private void theirs(Event it) {
        in = it.point();
        ours.clear();
        quote = null;
        sample = null;
        if (question == null && it.wantsAnswer()) {
            question = it.point();
        }
        if (it.says(FactType.RFQ) || it.orders()) {
            asked = it.at();
            lost = null;
        }
        if (it.says(FactType.DECLINE)) {
            lost = it.at();
            question = null;
        }
        if (it.says(FactType.DECLINE) || it.orders() || it.paid()) {
            offer = null;
            offerUntil = null;
        }
    }

    private void ours(Event it) {
        out = it.point();
        ours.add(it.point());
        question = null;
        if (it.quotes()) {
            quote = quote == null ? it.point() : quote;
            offer = it.validUntil() == null ? null : it.point();
            offerUntil = it.validUntil();
        }
        if (it.sendsSamples()) {
            sample = sample == null ? it.point() : sample;
        }
        boolean further = it.sendsInvoice() || it.paid() || it.ships() || it.orders();
        if (further) {
            quote = null;
            sample = it.sendsSamples() ? sample : null;
            offer = null;
            offerUntil = null;
        }
    }

    /** Takes away what this message keeps: what was promised, or whatever is written on the day or later. */
    private void keep(Event it) {
        LocalDate day = it.at().atZone(zone).toLocalDate();
        pledges.removeIf(pledge -> pledge.by() == (it.isTheirs() ? Pledge.By.THEM : Pledge.By.US)
                && (pledge.due() == null || !day.isBefore(pledge.due()) || Things.isIn(it, pledge.thing())));
    }

    private void pledge(Event it) {
        int ordinal = 0;
        for (Promise promise : it.promises()) {
            boolean byUs = it.isTheirs() == (promise.by() == Promise.By.READER);
            Pledge pledge = new Pledge(
                    it.point(), ordinal++, byUs ? Pledge.By.US : Pledge.By.THEM, promise.due(), Things.of(promise.text()));
            boolean kept = Things.isIn(it, pledge.thing()) && promise.by() == Promise.By.WRITER;
            // When something was sent, the day named is that of its arrival: nobody has to do anything.
            boolean arrival = byUs && promise.by() == Promise.By.WRITER && (it.sendsSamples() || it.ships() || it.says(FactType.TRACKING));
            if (!kept && !arrival) {
                // Who names another day for the same has put it off.
                pledges.removeIf(old -> old.by() == pledge.by() && old.thing() == pledge.thing() && old.thing() != Pledge.Thing.OTHER);
                pledges.add(pledge);
            }
        }
    }
}
