package org.genjin.daemon.followup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Which days are worked on. */
public final class WorkingCalendar {

    private final Set<DayOfWeek> workingDays;

    /** @param workingDays at least one */
    public WorkingCalendar(Set<DayOfWeek> workingDays) {
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a week needs a working day");
        }
        this.workingDays = EnumSet.copyOf(workingDays);
    }

    public boolean isWorkingDay(LocalDate date) {
        return workingDays.contains(date.getDayOfWeek());
    }

    /** {@code date} itself, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The {@code count}-th working day after {@code date}. */
    public LocalDate plus(LocalDate date, int count) {
        LocalDate day = date;
        for (int i = 0; i < count; i++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** How many working days lie after {@code from}, up to and with {@code to}; 0 if {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }
}
