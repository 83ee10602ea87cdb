package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settles over a whole export whether {@code 11/01/2025} is in November or in January. Pure. */
final class DayMonth {

    static final String GUESS = "Whether days or months come first is a guess: days.";

    private DayMonth() {}

    /** @param weekday 1 for Monday to 7, if it is printed; 0 if not */
    record Printed(int first, int second, int year, int weekday) {

        Optional<LocalDate> date(boolean monthFirst) {
            try {
                return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, monthFirst ? first : second, monthFirst ? second : first));
            } catch (DateTimeException e) {
                return Optional.empty(); // no such day in this reading
            }
        }
    }

    /** @param problem a sentence if it is a guess; null if it is certain */
    record Settled(boolean monthFirst, @Nullable String problem) {}

    /**
     * The reading with fewer impossible days, then with fewer wrong weekdays, then with fewer steps back in time.
     *
     * @param dates in the order in which they stand
     */
    static Settled settle(List<Printed> dates) {
        long days = doubt(dates, false);
        long months = doubt(dates, true);
        if (days != months) {
            return new Settled(months < days, null);
        }
        boolean told = dates.stream().allMatch(it -> it.first() == it.second());
        return new Settled(false, told ? null : GUESS);
    }

    private static long doubt(List<Printed> dates, boolean monthFirst) {
        long doubt = 0;
        LocalDate before = null;
        for (Printed it : dates) {
            Optional<LocalDate> date = it.date(monthFirst);
            if (date.isEmpty()) {
                doubt += 1_000_000;
                continue;
            }
            if (it.weekday() != 0 && date.get().getDayOfWeek().getValue() != it.weekday()) {
                doubt += 1000;
            }
            if (before != null && date.get().isBefore(before)) {
                doubt++;
            }
            before = date.get();
        }
        return doubt;
    }
}
