package org.genjin.daemon.workbook.rules;

import java.util.Map;
import java.util.Optional;

/**
 * A customer's row as it was found in a file.
 *
 * @param line as the spreadsheet counts, from 1
 * @param id the number in its hidden column, else in the visible one; empty if neither is there
 * @param isNew whether a person wrote into the column of numbers that it is a new customer
 * @param revision of which writing it is; 0 if nothing says so
 * @param cells by the key of the column; a column that is not there is not in it
 * @param ours what stands in the columns that Genjin fills, by key
 */
public record FoundRow(
        int line, Optional<Long> id, boolean isNew, long revision, Map<String, Told> cells, Map<String, String> ours) {

    public FoundRow {
        cells = Map.copyOf(cells);
        ours = Map.copyOf(ours);
    }

    /** "" if there is nothing, or nothing valid. */
    public String code(String key) {
        return cells.get(key) instanceof Told.Value(String code) ? code : "";
    }
}
