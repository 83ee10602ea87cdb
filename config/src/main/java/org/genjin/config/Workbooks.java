package org.genjin.config;

import java.util.Map;
import java.util.Optional;

/**
 * How the owners' workbooks are kept.
 *
 * @param usual of whoever has none of their own
 * @param own by address, what is different for some
 */
public record Workbooks(Kept usual, Map<String, Kept> own) {

    public static final Workbooks USUAL = new Workbooks(new Kept(Optional.empty(), Sheets.BEST), Map.of());

    /** Which customers have a sheet. */
    public enum Sheets {
        /** The most valuable, as many as one workbook holds. */
        BEST,
        /** Each, in as many workbooks as that takes. */
        ALL
    }

    /** @param password with which they are locked; empty: they are not */
    public record Kept(Optional<Secret> password, Sheets sheets) {}

    public Workbooks {
        own = Map.copyOf(own);
    }

    public Kept of(String owner) {
        return own.getOrDefault(owner, usual);
    }
}
