package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.Place;

/** A table beside the overview, one customer a row, in which what a person types counts. */
enum TablePlace {
    TODAY(
            Place.TODAY, "sheet.today", "id",
            Map.of("name", "name", "country", "country", "grade", "grade", "next", "due", "action", "action"),
            List.of("turn", "state", "reason", "silent", "window", "evidence")),
    /** Its rows are known by the hidden number, as they move with it. */
    REST(
            Place.REST, "sheet.rest", "_id",
            Map.of("name", "customer", "country", "country", "grade", "grade", "stage", "stage", "next", "next"),
            List.of("id", "turn", "last-in", "link", "file"));

    private final Place place;
    private final String title;
    private final String number;
    private final Map<String, String> theirs;
    private final List<String> ours;

    /**
     * @param title under which key the sheet's name stands
     * @param number the column that says whose a row is
     * @param theirs column of the overview → where the table has it
     * @param ours the columns that Genjin fills whatever a person types there
     */
    TablePlace(Place place, String title, String number, Map<String, String> theirs, List<String> ours) {
        this.place = place;
        this.title = title;
        this.number = number;
        this.theirs = theirs;
        this.ours = ours;
    }

    /** Empty if it is no table beside the overview. */
    static Optional<TablePlace> of(Place place) {
        return Stream.of(values()).filter(it -> it.place == place).findFirst();
    }

    Place place() {
        return place;
    }

    String title() {
        return title;
    }

    Optional<FoundTable> in(FoundBook book) {
        return switch (this) {
            case TODAY -> book.today();
            case REST -> book.rest();
        };
    }

    /** Whose a row is; empty if it is nobody's. */
    Optional<CustomerId> customer(FoundTable table, Sheet.Row row) {
        return CustomerId.parse(RowMark.id(table.text(row, number)));
    }

    /** Where the table has a column of the overview. */
    String column(String key) {
        return theirs.getOrDefault(key, key);
    }

    /** The columns of the overview that count there too. */
    Set<String> theirs() {
        return theirs.keySet();
    }

    List<String> ours() {
        return ours;
    }
}
