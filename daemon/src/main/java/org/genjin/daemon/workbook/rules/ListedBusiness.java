package org.genjin.daemon.workbook.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Deal;

/** Puts business that lists told of among the steps that messages tell. Pure. */
public final class ListedBusiness {

    private ListedBusiness() {}

    /**
     * @param said newest first
     * @return newest first; a deal without a day is in no order and left out, and so is one that a message names
     */
    public static List<Business> among(List<Business> said, List<Deal> listed) {
        List<Business> all = new ArrayList<>(said);
        listed.stream()
                .filter(it -> Stream.of(it.day(), it.close()).anyMatch(Objects::nonNull))
                .filter(it -> said.stream().noneMatch(step -> step.content().toLowerCase(Locale.ROOT).contains(it.key().toLowerCase(Locale.ROOT))))
                .forEach(it -> all.add(step(it)));
        all.sort(Comparator.comparing(Business::at).reversed());
        return all;
    }

    private static Business step(Deal it) {
        return step(it, it.day() == null ? Objects.requireNonNull(it.close()) : it.day());
    }

    /** The step that a deal tells of, as if it was taken that day. */
    public static Business step(Deal it, LocalDate day) {
        // Noon is the same day nearly everywhere.
        return new Business(
                Business.LISTED, day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), kind(it), it.name(), it.amount(), it.currency(), "", "");
    }

    private static Business.Kind kind(Deal it) {
        return switch (it.stage()) {
            case NEW, CONTACTED, QUALIFYING -> Business.Kind.RFQ;
            case SAMPLING -> Business.Kind.SAMPLE;
            case PI_SENT -> Business.Kind.INVOICE;
            case WON, SHIPPED, REPEAT -> Business.Kind.ORDER;
            case QUOTED, NEGOTIATING, DORMANT, LOST, BLOCKED -> Business.Kind.QUOTE;
        };
    }
}
