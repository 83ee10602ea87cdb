package org.genjin.daemon.workbook;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.workbook.picture.Thumbnails;
import org.genjin.daemon.workbook.rules.Snapshot;

/** Gathers what goes into a workbook. Thread-safe. */
final class Gathering {

    private static final int EVENTS = 100;
    /** By value: the grade first, then whom we owe an answer, then who wrote last. */
    static final Comparator<CustomerRow> VALUE = Comparator.comparing(CustomerRow::grade)
            .thenComparing(CustomerRow::turn)
            .thenComparing(it -> Optional.ofNullable(it.lastTouch()).orElse(Instant.MIN), Comparator.reverseOrder());

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final Timeline timeline;
    private final LedgerValues values;
    private final InSheet decisions;
    private final String page;
    private final Thumbnails thumbnails = new Thumbnails();

    Gathering(Ledger ledger, FollowUpBoard board, Timeline timeline, LedgerValues values, InSheet decisions, String page) {
        this.ledger = ledger;
        this.board = board;
        this.timeline = timeline;
        this.values = values;
        this.decisions = decisions;
        this.page = page;
    }

    /** @param shown customers that have a sheet in the file by now, whatever they are worth */
    WorkbookData gather(String owner, Instant at, Set<CustomerId> shown) {
        Optional<String> viewer = Optional.of(owner);
        List<CustomerRow> customers = board.customers(viewer, at);
        List<CustomerRow> sheets = customers.stream()
                .filter(it -> !it.stage().closed())
                .sorted(VALUE)
                .limit(FollowUpWorkbook.MOST_SHEETS)
                .sorted(Comparator.comparing(CustomerRow::id))
                .toList();
        Map<CustomerId, List<TimelineEntry>> history = new HashMap<>();
        Map<CustomerId, Long> older = new HashMap<>();
        Set<CustomerId> told = new HashSet<>(shown);
        sheets.forEach(it -> told.add(it.id()));
        List<CustomerId> tell = customers.stream().map(CustomerRow::id).filter(told::contains).toList();
        for (CustomerId it : tell) {
            List<TimelineEntry> entries = timeline.shortly(it, at.plusMillis(1), EVENTS);
            history.put(it, entries);
            older.put(it, entries.size() < EVENTS ? 0 : timeline.older(it, entries.getLast().at()));
        }
        Snapshot now = ledger.read(tx -> values.of(tx, customers, viewer));
        List<CustomerId> chosen = customers.stream().filter(CustomerRow::gradeByHand).map(CustomerRow::id).toList();
        Snapshot automatic = ledger.read(tx ->
                values.automatic(tx, customers, chosen.isEmpty() ? Map.of() : decisions.suggested(tx, chosen, at)));
        Map<CustomerId, Particulars> particulars =
                ledger.read(tx -> ParticularsReading.of(tx, tell, at));
        Pictures pictures = new Pictures(ledger.read(tx -> PictureChoice.of(tx, history)), thumbnails, timeline);
        return new WorkbookData(
                owner, at, board.zone(), customers, sheets, board.due(viewer, at), history, older, particulars, pictures, page, now, automatic);
    }

    /** Differs when anything differs that a workbook shows, the day among it. */
    int state(WorkbookData it) {
        return Objects.hash(
                board.today(it.at()), it.due(), it.now().text(), it.automatic().text(), it.customers().stream().mapToInt(it::state).sum());
    }
}
