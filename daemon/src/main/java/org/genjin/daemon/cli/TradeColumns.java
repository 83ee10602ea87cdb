package org.genjin.daemon.cli;

import java.io.IOException;
import org.genjin.daemon.ingest.Indexing;

/** Waits until what customers said is in the columns of their lines of trade, when these have changed. */
final class TradeColumns {

    private TradeColumns() {}

    /** At once if there is nothing to be read, as there mostly is. */
    static void await(Desk desk, Terminal terminal) throws IOException {
        Indexing indexing = desk.indexing();
        if (indexing.unreadForIndustries() == 0) {
            return;
        }
        try (Progress progress = new Progress(terminal)) {
            indexing.await(false, () -> {
                int left = indexing.unreadForIndustries();
                progress.tell("Reading messages for the columns of a line of trade: " + left + (left == 1 ? " customer" : " customers") + " left");
            });
        }
    }
}
