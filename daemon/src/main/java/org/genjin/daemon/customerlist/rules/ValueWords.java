package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.file.Cell;

/** What people write into cells for countries, grades, dates and addresses, in any language, one cell at a time. Immutable. */
public final class ValueWords {

    private static final GradeScale LETTERS = GradeScale.of(List.of(), "", Legend.NONE);

    /** Days. Whoever writes of one so far away without its year may mean the other side of today. */
    private static final int FAR = 300;

    private ValueWords() {}

    /** ISO 3166 alpha-2. */
    public static Optional<String> country(String text) {
        return Tools.countryWords().stated(text, false);
    }

    public static Optional<Grade> grade(String text) {
        return LETTERS.grade(text);
    }

    /** Empty too where day and month could change places, and where the year is left to be guessed. */
    public static Optional<LocalDate> day(Cell cell) {
        return DateWords.read(cell, DateWords.Order.UNKNOWN, OptionalInt.empty()) instanceof DateWords.Read.Day it && !it.doubtful()
                ? Optional.of(it.date())
                : Optional.empty();
    }

    /** The same; without a year it is the next such day from {@code today} on, unless that is most of a year away. */
    public static Optional<LocalDate> comingDay(Cell cell, LocalDate today) {
        return day(cell).or(() -> inYear(cell, today.getYear()).filter(it -> !it.isBefore(today))
                .or(() -> inYear(cell, today.getYear() + 1))
                .filter(it -> it.isBefore(today.plusDays(FAR))));
    }

    /** The same; without a year it is the last such day until {@code today}, unless that is most of a year ago. */
    public static Optional<LocalDate> pastDay(Cell cell, LocalDate today) {
        return day(cell).or(() -> inYear(cell, today.getYear()).filter(it -> !it.isAfter(today))
                .or(() -> inYear(cell, today.getYear() - 1))
                .filter(it -> it.isAfter(today.minusDays(FAR))));
    }

    private static Optional<LocalDate> inYear(Cell cell, int year) {
        boolean number = cell.number() != null; // 1.5 is no first of May
        return !number && DateWords.read(cell, DateWords.Order.UNKNOWN, OptionalInt.of(year)) instanceof DateWords.Read.Day it && !it.doubtful()
                ? Optional.of(it.date())
                : Optional.empty();
    }

    /** In lower case. */
    public static List<String> addresses(String text) {
        return MailAddresses.in(text);
    }
}
