package org.genjin.daemon.customerlist;

import java.util.List;
import org.genjin.daemon.ledger.ListImportTable.Imported;

/** What became of taking an import back. */
public sealed interface ListUndone {

    /**
     * @param removed how many customers that it made are gone
     * @param kept names of those that a person changed since: they stay
     */
    record Done(Imported what, int removed, List<String> kept) implements ListUndone {
        public Done {
            kept = List.copyOf(kept);
        }
    }

    record Nothing() implements ListUndone {}
}
