package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * How a table writes its dates, grades and countries, as all of it shows.
 *
 * @param order whether the day stands before the month
 * @param year the year that its dates are mostly of; empty if it has none
 * @param carLetters whether its countries are the letters on cars
 * @param sheetCountry the country that the sheet's name or title says all of it is about; null if it says none
 * @param nextHeader what the column of next follow-ups is called
 * @param title what stands alone above it, the nearest; "" if nothing does
 */
record TableWords(
        DateWords.Order order,
        OptionalInt year,
        GradeScale scale,
        Legend legend,
        boolean carLetters,
        @Nullable String sheetCountry,
        String nextHeader,
        String title) {

    /** In Chinese and Japanese the month stands first, also without a year. */
    private static final Pattern EASTERN_DAY = Pattern.compile("\\d{1,2}[./-]\\d{1,2}");

    private static final Pattern SAID = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");
    /** Fewer dates with a year prove nothing against a title. */
    private static final int FEW = 3;

    static TableWords of(Table table, List<Column> columns, Legend legend, String around, @Nullable String sheetCountry, String title) {
        List<Cell> next = cells(table, columns, Role.NEXT);
        List<Cell> dates = new ArrayList<>(next);
        dates.addAll(cells(table, columns, Role.LAST));
        dates.addAll(cells(table, columns, Role.SINCE));
        dates.addAll(cells(table, columns, Role.IGNORED));
        DateWords.Order order = DateWords.order(texts(next));
        order = order != DateWords.Order.UNKNOWN ? order : DateWords.order(texts(dates));
        String headers = String.join(" ", table.headers());
        order = order != DateWords.Order.UNKNOWN ? order : DateWords.said(headers + "\n" + around);
        OptionalInt year = year(next, cells(table, columns, Role.LAST), dates, order, around + "\n" + table.sheet().name());
        String gradeHeader = header(columns, Role.GRADE);
        GradeScale scale = GradeScale.of(texts(cells(table, columns, Role.GRADE)), gradeHeader, legend);
        List<String> countries = texts(cells(table, columns, Role.COUNTRY));
        boolean cars = countries.stream().anyMatch(CountryWords::isCarLetter)
                && countries.stream().filter(it -> it.strip().length() <= 3).count() > countries.size() * 0.8;
        return new TableWords(order, year, scale, legend, cars, sheetCountry, header(columns, Role.NEXT), title);
    }

    /** A date that could be read two ways, how it was read, and the one that shows it; empty where nothing was in doubt. */
    Optional<String> orderShown(Table table, List<Column> columns) {
        if (order == DateWords.Order.UNKNOWN) {
            return Optional.empty();
        }
        List<String> dates = texts(cells(table, columns, Role.NEXT));
        Optional<String> either = dates.stream().filter(DateWords::couldBeEither).findFirst();
        Optional<String> shows = dates.stream().filter(it -> DateWords.order(List.of(it)) == order).findFirst();
        Optional<String> first = either.isPresent() ? either : order == DateWords.Order.MONTH_FIRST ? shows : Optional.empty();
        return first.map(it -> it + (date(Cell.of(it)) instanceof DateWords.Read.Day day ? " = " + day.date() : "")
                + shows.filter(other -> !other.equals(it)).map(other -> " (" + other + ")").orElse(""));
    }

    DateWords.Read date(Cell cell) {
        boolean monthFirst = EASTERN_DAY.matcher(cell.text().strip()).matches()
                && nextHeader.codePoints().anyMatch(Character::isIdeographic);
        Cell said = monthFirst ? cell.withText(cell.text().strip().replaceFirst("[./-]", "月") + "日") : cell;
        return DateWords.read(said, order, year);
    }

    /**
     * What the list says of itself, unless its dates say otherwise: people leave the year out where it is that of the list,
     * and write it where it is another.
     */
    private static OptionalInt year(List<Cell> next, List<Cell> last, List<Cell> all, DateWords.Order order, String around) {
        Map<Integer, Integer> coming = years(next, order);
        Map<Integer, Integer> both = years(last, order);
        coming.forEach((year, count) -> both.merge(year, count, Integer::sum));
        int dated = both.values().stream().mapToInt(it -> it).sum();
        var said = SAID.matcher(PhoneNumbers.plain(around));
        while (said.find()) {
            int year = Integer.parseInt(said.group(1));
            if (dated < FEW || both.containsKey(year)) {
                return OptionalInt.of(year);
            }
        }
        boolean mostly = coming.values().stream().mapToInt(it -> it).sum() * 3 >= next.size();
        OptionalInt found = most(mostly && !coming.isEmpty() ? coming : both);
        return found.isPresent() ? found : most(years(all, order));
    }

    private static Map<Integer, Integer> years(List<Cell> cells, DateWords.Order order) {
        Map<Integer, Integer> years = new HashMap<>();
        for (Cell it : cells) {
            if (DateWords.read(it, order, OptionalInt.empty()) instanceof DateWords.Read.Day(LocalDate date, _, _)) {
                years.merge(date.getYear(), 1, Integer::sum);
            }
        }
        return years;
    }

    private static OptionalInt most(Map<Integer, Integer> years) {
        return years.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(it -> OptionalInt.of(it.getKey()))
                .orElse(OptionalInt.empty());
    }

    private static List<Cell> cells(Table table, List<Column> columns, Role role) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            if (column.role() == role) {
                for (Row row : table.body()) {
                    Cell cell = row.cell(column.index());
                    if (!cell.isEmpty()) {
                        cells.add(cell);
                    }
                }
            }
        }
        return cells;
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(Cell::text).toList();
    }

    private static String header(List<Column> columns, Role role) {
        return columns.stream().filter(it -> it.role() == role).map(Column::header).findFirst().orElse("");
    }
}
