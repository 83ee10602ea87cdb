package org.genjin.daemon.workbook.rules;

import java.util.Arrays;

/** Where in a workbook what is known of a customer stands; in each of these what a person types counts. */
public enum Place {
    OVERVIEW(""),
    TODAY("today:"),
    /** The list of those that have no sheet of their own. */
    REST("rest:"),
    /** The customer's own sheet. */
    SHEET("sheet:");

    private final String prefix;

    Place(String prefix) {
        this.prefix = prefix;
    }

    /** Under what a {@link Snapshot} has the column as it stands there. */
    public String key(String column) {
        return prefix + column;
    }

    /** Whether a snapshot's key is of this place. */
    public boolean has(String key) {
        return this == OVERVIEW ? isOverview(key) : key.startsWith(prefix);
    }

    /** Whether a snapshot's key is of the overview. */
    static boolean isOverview(String key) {
        return Arrays.stream(values()).noneMatch(it -> it != OVERVIEW && key.startsWith(it.prefix));
    }
}
