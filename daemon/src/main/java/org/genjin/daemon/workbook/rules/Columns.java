package org.genjin.daemon.workbook.rules;

import java.util.List;
import java.util.Set;

/** The columns of the overview, by key: which are Genjin's alone, and in which what a person writes counts. */
public final class Columns {

    /** In the order of a new sheet. */
    public static final List<String> OVERVIEW = List.of(
            "id", "name", "country", "window", "grade", "stage", "turn", "next", "action", "last-out", "last-in", "silent",
            "touches", "contact", "addresses", "phones", "type", "source", "products", "quote", "first", "owner", "notes",
            "_id", "_rev", "_limit");

    /** Those that go away with the sheet: ids by which rows are known again, however they are sorted. */
    public static final List<String> HIDDEN = List.of("_id", "_rev", "_limit");

    /** Genjin fills them in until a person writes something else. */
    public static final List<String> SHARED = List.of(
            "name", "country", "grade", "stage", "next", "action", "contact", "addresses", "phones", "type", "source", "products",
            "notes");

    /** Genjin fills them in whatever a person writes there. The numbers are not among them: by these a person says whose a row is. */
    public static final List<String> OURS =
            List.of("window", "turn", "last-out", "last-in", "silent", "touches", "quote", "first", "owner");

    /** Those of {@link #SHARED} that the ledger keeps beside the customer, as no message tells them or others do. */
    public static final Set<String> BESIDE = Set.of("contact", "addresses", "phones", "type", "source", "products");

    /** A customer has these always: an emptied cell is filled in again. */
    public static final Set<String> NEVER_EMPTY = Set.of("name", "country", "grade", "stage");

    /** Before the header of a column that a person added. */
    private static final String OWN = "=";
    /** Before the id of a column that lines of trade have. */
    private static final String INDUSTRY = "+";

    private Columns() {}

    /** The key of a column that a person added. */
    public static String own(String header) {
        return OWN + header;
    }

    public static boolean isOwn(String key) {
        return key.startsWith(OWN);
    }

    /** The key of a column that lines of trade have. */
    public static String industry(String id) {
        return INDUSTRY + id;
    }

    public static boolean isIndustry(String key) {
        return key.startsWith(INDUSTRY);
    }

    /** The column's id, of a key that {@link #industry} made. */
    public static String industryId(String key) {
        return key.substring(INDUSTRY.length());
    }

    /** Whether the ledger keeps what a person writes there beside the customer, by header. */
    public static boolean isBeside(String key) {
        return isOwn(key) || isIndustry(key) || BESIDE.contains(key);
    }

    /** Under what the ledger keeps the column's values; the headers of our own cannot be typed. */
    public static String header(String key) {
        return isOwn(key) ? key.substring(OWN.length()) : ":" + key;
    }

    /** Whether what a person writes there counts. */
    public static boolean isTheirs(String key) {
        return isOwn(key) || isIndustry(key) || SHARED.contains(key);
    }
}
