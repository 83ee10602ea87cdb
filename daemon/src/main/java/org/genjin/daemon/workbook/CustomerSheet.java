package org.genjin.daemon.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.FoundBook.FoundSheet;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One customer: facts and business above, a person's notes in the middle, the history below, newest first. What is between business
 * and history is the person's: it is never written after the sheet was made.
 */
final class CustomerSheet {

    private static final int SUMMARY = 200;
    /** What stands in place of an id in the row that tells of older messages. */
    static final String OLDER = "older";
    /** The most telling first; more than two of them in a row tell less. */
    private static final List<String> SUBJECTS = List.of(
            "complaint", "order", "invoice", "quote", "rfq", "sample", "shipment", "payment", "decline", "meeting", "certificate", "delivery",
            "target-price", "custom-made", "moq", "price");

    private final SheetWords words;
    private final SheetValues values;
    private final Cells cells;
    private final FactsBlock facts;
    private final BusinessBlock business;

    CustomerSheet(SheetWords words, SheetValues values, Cells cells) {
        this.words = words;
        this.values = values;
        this.cells = cells;
        this.facts = new FactsBlock(words, values, cells);
        this.business = new BusinessBlock(words, cells);
    }

    /**
     * @param found the sheet as it was; null if it is new and empty
     * @param said what the workbook says by now
     */
    void write(XSSFSheet sheet, CustomerRow it, WorkbookData data, @Nullable FoundSheet found, Found book, Snapshot said) {
        boolean whole = PrintedArea.isWhole(sheet);
        if (found == null) {
            make(sheet, it);
        }
        Row title = Cells.row(sheet, 0);
        cells.linkToSheet(title, 0, words.text("customer.back"), words.text("sheet.overview"), 1);
        Set<String> asTyped = book.asTyped(Place.SHEET, it.id());
        if (!asTyped.contains("name")) {
            cells.text(title, SheetTitle.NAME, SheetTitle.name(it), Look.TITLE);
        }
        if (!asTyped.contains("grade") && !asTyped.contains("stage")) {
            cells.text(title, SheetTitle.STANDING, SheetTitle.standing(it, words), Look.BOLD);
        }
        SheetTexts texts = SheetTexts.of(sheet);
        int end = notes(texts, found == null ? Optional.empty() : found.history());
        facts.write(sheet, FactPlaces.in(texts, end), it, data, asTyped);
        business.write(sheet, end, it.id(), data);
        FactsSaid.note(sheet, end, it, data, values, said);
        history(sheet, it, data, found == null ? Optional.empty() : found.history(), book.noted());
        if (whole) {
            PrintedArea.extend(sheet);
        }
    }

    private void make(XSSFSheet sheet, CustomerRow it) {
        CustomerGrid.widths(sheet, words);
        sheet.createFreezePane(0, 1);
        Cells.row(sheet, 0).setHeightInPoints(24);
        section(sheet, CustomerGrid.FACTS, "customer.facts");
        facts.label(sheet);
        section(sheet, CustomerGrid.BUSINESS_TITLE, "customer.business");
        business.label(sheet);
        section(sheet, CustomerGrid.NOTES_TITLE, "customer.notes");
        for (int i = 0; i < CustomerGrid.NOTES_ROWS; i++) {
            Row row = Cells.row(sheet, CustomerGrid.NOTES_TITLE + 1 + i);
            for (int column = 0; column < CustomerGrid.COLUMNS; column++) {
                cells.text(row, column, "", Look.OWN);
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(
                CustomerGrid.NOTES_TITLE + 1, CustomerGrid.NOTES_TITLE + CustomerGrid.NOTES_ROWS, 0, CustomerGrid.COLUMNS - 1));
        section(sheet, CustomerGrid.HISTORY_TITLE, "customer.log");
        // No rows that repeat in print: with two hundred sheets that have some LibreOffice takes three times as long to open them.
        Frame.print(sheet, false, words.text("footer", it.id().toString()));
    }

    private void section(XSSFSheet sheet, int line, String key) {
        Row row = Cells.row(sheet, line);
        row.setHeightInPoints(18);
        for (int column = 0; column < CustomerGrid.COLUMNS; column++) {
            cells.text(row, column, column == 0 ? words.text(key) : "", Look.SECTION);
        }
    }

    /** The line above which all is ours: where the person's own zone begins. */
    static int notes(SheetTexts sheet, Optional<FoundTable> history) {
        int end = history.map(it -> it.header() - 1).orElse(CustomerGrid.HISTORY_HEAD);
        for (int line = 1; line < end; line++) {
            if (sheet.line(line).values().stream().anyMatch(it -> HeaderWords.is(it, "customer.notes"))) {
                return line;
            }
        }
        return Math.min(end, CustomerGrid.NOTES_TITLE);
    }

    private void history(XSSFSheet sheet, CustomerRow it, WorkbookData data, Optional<FoundTable> found, Set<String> noted) {
        Spot spot = found.map(table -> Spot.found(sheet, table, cells, CustomerGrid.HISTORY))
                .orElseGet(() -> Spot.fresh(
                        sheet, Math.max(CustomerGrid.HISTORY_HEAD, sheet.getLastRowNum() + 1), cells, words, CustomerGrid.HISTORY));
        Particulars more = data.particulars(it.id());
        List<HistoryRows.Line> lines = new ArrayList<>();
        Map<Long, Instant> at = new HashMap<>();
        for (TimelineEntry entry : data.history().getOrDefault(it.id(), List.of())) {
            at.put(entry.row(), entry.at());
            lines.add(new HistoryRows.Line(Long.toString(entry.row()), (where, row) -> entry(where, row, entry, more, data, it)));
        }
        long older = data.older().getOrDefault(it.id(), 0L);
        if (older > 0) {
            lines.add(new HistoryRows.Line(OLDER, (where, row) -> cells.linkToPage(
                    row, Math.max(0, where.column("at")), words.text("customer.older", older), data.page(it.id()))));
        }
        HistoryRows.marked(spot, cells, found.orElse(null), noted).write(lines);
        new SheetPictures(sheet, spot).write(
                data.pictures().of(it.id()), data.pictures()::small,
                picture -> data.page(it.id(), picture.message(), at.getOrDefault(picture.message(), data.at())));
    }

    private void entry(Spot spot, Row row, TimelineEntry entry, Particulars more, WorkbookData data, CustomerRow it) {
        boolean fresh = row.getHeight() == row.getSheet().getDefaultRowHeight();
        cells.moment(row, spot.column("at"), entry.at(), data.zone());
        cells.text(row, spot.column("channel"), words.value("channel", entry.channel().id()), Look.PLAIN);
        String direction = words.value("direction", entry.direction().id());
        boolean named = spot.column("who") >= 0;
        cells.text(row, spot.column("direction"), named ? direction : arrow(direction) + entry.who(), Look.PLAIN);
        cells.text(row, spot.column("who"), entry.who(), Look.PLAIN);
        cells.text(row, spot.column("kind"), subjects(more.subjects().getOrDefault(entry.row(), Set.of())), Look.WRAPPED);
        String said = summary(entry);
        String files = SheetValues.several(entry.attachments().stream()
                .map(TimelineEntry.AttachmentLine::name)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList());
        String promised = more.promises().getOrDefault(entry.row(), "");
        cells.text(row, spot.column("summary"), said, Look.WRAPPED);
        cells.text(row, spot.column("files"), files, Look.WRAPPED);
        cells.text(row, spot.column("action"), promised, Look.WRAPPED);
        if (fresh) {
            int[] widths = CustomerGrid.WIDTHS;
            Frame.height(
                    row, Text.columns(said), widths[4] - 4, Text.columns(files), widths[5] - 3, Text.columns(promised), widths[6] - 3);
        }
        cells.linkToPage(
                row, spot.column("link"), data.page(it.id()).isEmpty() ? "" : words.text("open"), data.page(it.id(), entry.row(), entry.at()));
    }

    /** The arrow of a direction's words. */
    private static String arrow(String direction) {
        char first = direction.charAt(0);
        return first == '←' || first == '→' ? first + " " : direction + " ";
    }

    private String subjects(Set<String> of) {
        return SUBJECTS.stream().filter(of::contains).limit(2).map(it -> words.value("says", it)).collect(Collectors.joining(" · "));
    }

    /** Subject and first words, as many as one looks at. */
    static String summary(TimelineEntry entry) {
        String said = Text.line(entry.text(), SUMMARY);
        String whole = entry.subject().isBlank() ? said : said.isEmpty() ? entry.subject() : entry.subject() + ": " + said;
        return whole.length() <= SUMMARY ? whole : Text.fit(whole, SUMMARY - 1) + "…";
    }
}
