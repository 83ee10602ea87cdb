package org.genjin.daemon.followup;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.jspecify.annotations.Nullable;

/**
 * When goods that were ordered are to leave: on the day that was named last, else as long after the order or the deposit as we
 * said that it takes. What was named long before the order belongs to another one.
 */
final class DeliveryCourse {

    private static final Duration BEFORE_ORDER = Duration.ofDays(45);
    private static final int LONGEST = 400;

    private final ZoneId zone;
    private @Nullable Point ordered;
    private @Nullable Point paid;
    private @Nullable Point named;
    private @Nullable LocalDate date;
    private @Nullable Point said;
    private int days;

    DeliveryCourse(ZoneId zone) {
        this.zone = zone;
    }

    void follow(Event it) {
        for (Fact fact : it.facts()) {
            LocalDate day = fact.type() == FactType.DELIVERY_DATE ? fact.date(FactField.DATE) : null;
            if (day != null) {
                named = it.point();
                date = day;
            }
            BigDecimal takes = fact.type() == FactType.LEAD_TIME && !it.isTheirs() ? fact.number(FactField.DAYS) : null;
            if (takes != null && takes.signum() > 0 && takes.intValue() <= LONGEST) {
                said = it.point();
                days = takes.intValue();
            }
        }
        if (it.orders() && ordered == null) {
            ordered = it.point();
        }
        if (it.paid() && paid == null) {
            ordered = ordered == null ? it.point() : ordered;
            paid = it.point();
        }
        if (it.ships() || it.callsOff()) {
            ordered = null;
            paid = null;
            named = null;
            date = null;
        }
    }

    @Nullable Point because() {
        return date() == null ? null : isNamed() ? named : paid == null ? ordered : paid;
    }

    @Nullable LocalDate date() {
        if (ordered == null) {
            return null;
        }
        if (isNamed()) {
            return date;
        }
        Point from = paid == null ? ordered : paid;
        return said != null && belongs(said) ? from.at().atZone(zone).toLocalDate().plusDays(days) : null;
    }

    private boolean isNamed() {
        return named != null && belongs(named);
    }

    private boolean belongs(Point it) {
        return ordered != null && !it.at().isBefore(ordered.at().minus(BEFORE_ORDER));
    }
}
