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

    /** In lower case. */
    public static List<String> addresses(String text) {
        return MailAddresses.in(text);
    }
}
