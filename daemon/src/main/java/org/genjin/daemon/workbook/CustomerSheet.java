package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.FoundBook.FoundSheet;
import org.jspecify.annotations.Nullable;

/**
 * One customer: facts above, a person's notes in the middle, the history below, newest first. What is between facts and history
 * is the person's: it is never written after the sheet was made.
 */
final class CustomerSheet {

    static final List<String> COLUMNS = List.of("at", "channel", "direction", "who", "summary", "files", "link", "_id");

    private static final int[] WIDTHS = {17, 12, 10, 26, 58, 26, 10};
    private static final int SUMMARY = 200;
    private static final int FACTS = 2;
    private static final int NOTES = 9;
    private static final int HISTORY = 18;
    /** What stands in place of an id in the row that tells of older messages. */
    private static final String OLDER = "older";

    private final SheetWords words;
    private final Cells cells;

    CustomerSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    /** @param found the sheet as it was; null if it is new and empty */
    void write(XSSFSheet sheet, CustomerRow it, WorkbookData data, @Nullable FoundSheet found, Set<String> noted) {
        Row title = Cells.row(sheet, 0);
        cells.linkToSheet(title, 0, words.text("customer.back"), words.text("sheet.overview"), 1);
        cells.text(title, 1, it.id() + " " + it.name(), Look.TITLE);
        cells.text(title, 5, words.text("column.grade") + " " + it.grade() + "  " + words.value("stage", it.stage().id()) + "  "
                + words.value("turn", it.turn().id()), Look.BOLD);
        facts(sheet, it, data, found == null);
        if (found == null) {
            Frame.widths(sheet, WIDTHS);
            cells.text(Cells.row(sheet, NOTES), 0, words.text("customer.notes"), Look.HEAD);
            cells.text(Cells.row(sheet, NOTES + 1), 0, "", Look.WRAPPED);
            sheet.addMergedRegion(new CellRangeAddress(NOTES + 1, HISTORY - 3, 0, WIDTHS.length - 1));
            cells.text(Cells.row(sheet, HISTORY - 1), 0, words.text("customer.log"), Look.BOLD);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            Frame.print(sheet, false, words.text("footer", it.id().toString()));
        }
        history(sheet, it, data, found == null ? Optional.empty() : found.history(), noted);
    }

    private void facts(XSSFSheet sheet, CustomerRow it, WorkbookData data, boolean fresh) {
        List<Contact> contacts = it.contacts();
        String zone = it.timeZone() == null
                ? ""
                : it.timeZone() + " (" + OfficeHours.theirs(it.timeZone(), data.zone(), data.at().atZone(data.zone()).toLocalDate()) + ")";
        String next = it.next()
                .map(due -> due.date() + " " + words.value("reason", due.reason().id())
                        + ": " + words.sentence().action(due))
                .orElse("");
        String[][] facts = {
            {"column.country", words.country(it), words.text("customer.zone"), zone},
            {"column.contact", joined(contacts.stream().map(Contact::name).toList()),
                words.text("column.addresses"), joined(contacts.stream().flatMap(c -> c.addresses().stream()).toList())},
            {"column.phones", joined(contacts.stream().flatMap(c -> c.phones().stream()).toList()),
                words.text("customer.language"), String.join(" ", it.languages())},
            {"column.next", next, words.text("column.owner"), it.owner()},
            {"column.first", it.firstContact() == null ? "" : it.firstContact().atZone(data.zone()).toLocalDate().toString(),
                words.text("column.touches"), Integer.toString(it.touches())}
        };
        for (int i = 0; i < facts.length; i++) {
            Row row = Cells.row(sheet, FACTS + i);
            Cell label = row.getCell(0);
            boolean ours = label != null && label.getCellType() == CellType.STRING
                    && HeaderWords.is(label.getStringCellValue(), facts[i][0]);
            if (fresh || ours) { // elsewhere a person has put something of their own
                cells.text(row, 0, words.text(facts[i][0]), Look.LABEL);
                cells.text(row, 1, facts[i][1], Look.PLAIN);
                cells.text(row, 4, facts[i][2] + ":  " + facts[i][3], Look.PLAIN);
            }
        }
    }

    private void history(XSSFSheet sheet, CustomerRow it, WorkbookData data, Optional<FoundTable> found, Set<String> noted) {
        Spot spot = found.map(table -> Spot.found(sheet, table, cells, COLUMNS))
                .orElseGet(() -> Spot.fresh(sheet, Math.max(HISTORY, sheet.getLastRowNum() + 1), cells, words, COLUMNS));
        List<HistoryRows.Line> lines = new ArrayList<>();
        for (TimelineEntry entry : data.history().getOrDefault(it.id(), List.of())) {
            lines.add(new HistoryRows.Line(Long.toString(entry.row()), (where, row) -> entry(where, row, entry, data, it)));
        }
        long older = data.older().getOrDefault(it.id(), 0L);
        if (older > 0) {
            lines.add(new HistoryRows.Line(OLDER, (where, row) -> cells.linkToPage(
                    row, Math.max(0, where.column("at")), words.text("customer.older", older), data.page(it.id()))));
        }
        new HistoryRows(spot, cells, found.orElse(null), noted).write(lines);
    }

    private void entry(Spot spot, Row row, TimelineEntry entry, WorkbookData data, CustomerRow it) {
        boolean fresh = row.getHeight() == row.getSheet().getDefaultRowHeight();
        cells.moment(row, spot.column("at"), entry.at(), data.zone());
        cells.text(row, spot.column("channel"), words.value("channel", entry.channel().id()), Look.PLAIN);
        cells.text(row, spot.column("direction"), words.value("direction", entry.direction().id()), Look.PLAIN);
        cells.text(row, spot.column("who"), entry.who(), Look.PLAIN);
        String said = summary(entry);
        String files = joined(entry.attachments().stream().map(TimelineEntry.AttachmentLine::name).toList());
        cells.text(row, spot.column("summary"), said, Look.WRAPPED);
        cells.text(row, spot.column("files"), files, Look.WRAPPED);
        if (fresh) {
            Frame.height(row, Text.columns(said), WIDTHS[4] - 4, Text.columns(files), WIDTHS[5] - 3);
        }
        String page = data.page(it.id());
        cells.linkToPage(
                row, spot.column("link"), page.isEmpty() ? "" : words.text("open"), page.isEmpty() ? "" : page + "#m" + entry.row());
    }

    /** Subject and first words, as many as one looks at. */
    static String summary(TimelineEntry entry) {
        String said = entry.text().replaceAll("\\s+", " ").strip();
        String whole = entry.subject().isBlank() ? said : said.isEmpty() ? entry.subject() : entry.subject() + ": " + said;
        return whole.length() <= SUMMARY ? whole : Text.fit(whole, SUMMARY - 1) + "…";
    }

    private static String joined(List<String> texts) {
        return texts.stream().filter(it -> !it.isBlank()).distinct().collect(Collectors.joining("；"));
    }
}
