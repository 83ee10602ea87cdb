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
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.workbook.picture.Thumbnails;
import org.genjin.daemon.workbook.rules.Snapshot;

/** Gathers what goes into a workbook. Thread-safe. */
public final class Gathering {

    private static final int EVENTS = 100;
    /** By value: the grade first, then whom we owe an answer, then who wrote last. */
    static final Comparator<CustomerRow> VALUE = Comparator.comparing(CustomerRow::grade)
            .thenComparing(CustomerRow::turn)
            .thenComparing(it -> Optional.ofNullable(it.lastTouch()).orElse(Instant.MIN), Comparator.reverseOrder());

    private final Ledger ledger;
    private final Places places;
    private final FollowUpBoard board;
    private final Timeline timeline;
    private final LedgerValues values;
    private final InSheet decisions;
    private final String name;
    private final String page;
    private final Thumbnails thumbnails = new Thumbnails();

    /**
     * @param name of the owners' first workbooks, without the kind
     * @param page address of the page, without a slash at its end; "" if there is none
     */
    public Gathering(
            Ledger ledger, Places places, FollowUpBoard board, Timeline timeline, LedgerValues values, InSheet decisions, String name,
            String page) {
        this.ledger = ledger;
        this.places = places;
        this.board = board;
        this.timeline = timeline;
        this.values = values;
        this.decisions = decisions;
        this.name = name;
        this.page = page;
    }

    /** @param shown customers that have a sheet in the file by now, whatever they are worth */
    public WorkbookData gather(SheetBook book, Instant at, Set<CustomerId> shown) {
        List<CustomerRow> customers = board.customers(Optional.of(book.owner()), at);
        return gather(
                book, name, at, shown, customers,
                book.isFirst() ? places.settled(book.owner(), customers, shown) : places.of(book.owner()));
    }

    /**
     * Of a new file that is nobody's: no place is remembered for it.
     *
     * @param name of the first of them
     */
    public WorkbookData given(SheetBook book, String name, Instant at) {
        List<CustomerRow> customers = board.customers(Optional.of(book.owner()), at);
        return gather(book, name, at, Set.of(), customers, places.planned(book.owner(), customers, Set.of()));
    }

    /** Places for those that have none, while the first workbook cannot be written. */
    public void settle(String owner, Instant at, Set<CustomerId> inFirst) {
        places.settled(owner, board.customers(Optional.of(owner), at), inFirst);
    }

    private WorkbookData gather(
            SheetBook book, String name, Instant at, Set<CustomerId> shown, List<CustomerRow> all, Map<CustomerId, Integer> where) {
        Optional<String> viewer = Optional.of(book.owner());
        List<CustomerRow> ours = book.isFirst()
                ? all
                : all.stream()
                        .filter(it -> isIn(book, it, where) || shown.contains(it.id()))
                        .toList();
        List<CustomerRow> sheets = sheets(book, ours, where);
        Map<CustomerId, List<TimelineEntry>> history = new HashMap<>();
        Map<CustomerId, Long> older = new HashMap<>();
        Set<CustomerId> told = new HashSet<>(shown);
        sheets.forEach(it -> told.add(it.id()));
        List<CustomerRow> customers = Listing.of(ours, told, board.today(at));
        List<CustomerId> tell = customers.stream().map(CustomerRow::id).filter(told::contains).toList();
        for (CustomerId it : tell) {
            List<TimelineEntry> entries = timeline.shortly(it, at.plusMillis(1), EVENTS);
            history.put(it, entries);
            older.put(it, entries.size() < EVENTS ? 0 : timeline.older(it, entries.getLast().at()));
        }
        Snapshot now = ledger.read(tx -> values.of(tx, all, viewer));
        List<CustomerId> chosen = customers.stream().filter(CustomerRow::gradeByHand).map(CustomerRow::id).toList();
        Snapshot automatic = ledger.read(tx ->
                values.automatic(tx, customers, chosen.isEmpty() ? Map.of() : decisions.suggested(tx, chosen, at)));
        Map<CustomerId, Particulars> particulars =
                ledger.read(tx -> ParticularsReading.of(tx, tell, at));
        Pictures pictures = new Pictures(ledger.read(tx -> PictureChoice.of(tx, history)), thumbnails, timeline);
        return new WorkbookData(
                book, name, where, at, board.zone(), customers, ours.size() - customers.size(), sheets, book.isFirst() ? board.due(viewer, at) : List.of(), history, older,
                particulars, pictures, page, now, automatic);
    }

    /** Those that are to have a sheet: the most valuable, or all whose place is in this workbook. */
    private static List<CustomerRow> sheets(SheetBook book, List<CustomerRow> customers, Map<CustomerId, Integer> where) {
        List<CustomerRow> open = customers.stream().filter(it -> !it.stage().closed()).toList();
        return where.isEmpty() && book.isFirst()
                ? open.stream().sorted(VALUE).limit(FollowUpWorkbook.MOST_SHEETS).sorted(Comparator.comparing(CustomerRow::id)).toList()
                : open.stream().filter(it -> isIn(book, it, where)).toList();
    }

    private static boolean isIn(SheetBook book, CustomerRow it, Map<CustomerId, Integer> where) {
        return where.getOrDefault(it.id(), 0) == book.number();
    }

    /** Differs when anything differs that a workbook shows, the day among it. */
    public int state(WorkbookData it) {
        int customers = it.customers().stream()
                .mapToInt(row -> Objects.hash(it.state(row), it.automatic().row(row.id().number())))
                .sum();
        return Objects.hash(
                board.today(it.at()), it.unlisted(), it.due(), it.ownColumns(), it.industryColumns(), it.book().isFirst() ? it.places() : Map.of(), customers);
    }
}
