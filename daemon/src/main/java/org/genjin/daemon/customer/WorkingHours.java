package org.genjin.daemon.customer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a customer is at work, on our own clock. */
public final class WorkingHours {

    private static final LocalTime BEGIN = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(18, 0);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private WorkingHours() {}

    /** Nine to six over there on {@code day}, as times of {@code ours}, such as {@code 15:00–00:00}. */
    public static String window(ZoneId theirs, ZoneId ours, LocalDate day) {
        return MINUTE.format(day.atTime(BEGIN).atZone(theirs).withZoneSameInstant(ours)) + "–"
                + MINUTE.format(day.atTime(END).atZone(theirs).withZoneSameInstant(ours));
    }
}
