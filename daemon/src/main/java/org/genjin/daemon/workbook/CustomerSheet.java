package org.genjin.daemon.workbook;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.Cells.Look;

/** One customer: facts above, notes in the middle, the history below, newest first. */
final class CustomerSheet {

    private static final int[] WIDTHS = {17, 12, 10, 26, 58, 26, 10};
    private static final int SUMMARY = 200;
    private static final int FACTS = 2;
    private static final int NOTES = 9;
    private static final int HISTORY = 18;

    private final SheetWords words;
    private final Cells cells;

    CustomerSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    void write(Sheet sheet, CustomerRow it, WorkbookData data) {
        Frame.widths(sheet, WIDTHS);
        Row title = sheet.createRow(0);
        cells.linkToSheet(title, 0, words.text("customer.back"), words.text("sheet.overview"), 1);
        cells.text(title, 1, it.id() + " " + it.name(), Look.TITLE);
        cells.text(title, 5, words.text("column.grade") + " " + it.grade() + "  " + words.value("stage", it.stage().id()) + "  "
                + words.value("turn", it.turn().id()), Look.BOLD);
        facts(sheet, it, data);
        cells.text(sheet.createRow(NOTES), 0, words.text("customer.notes"), Look.HEAD);
        cells.text(sheet.createRow(NOTES + 1), 0, it.notes(), Look.WRAPPED);
        sheet.addMergedRegion(new CellRangeAddress(NOTES + 1, HISTORY - 3, 0, WIDTHS.length - 1));
        history(sheet, it, data);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        Frame.print(sheet, false, words.text("footer", it.id().toString()));
    }

    private void facts(Sheet sheet, CustomerRow it, WorkbookData data) {
        List<Contact> contacts = it.contacts();
        String zone = it.timeZone() == null
                ? ""
                : it.timeZone() + " (" + OfficeHours.theirs(it.timeZone(), data.zone(), data.at().atZone(data.zone()).toLocalDate()) + ")";
        String next = it.next()
                .map(due -> due.date() + " " + words.value("reason", due.reason().id())
                        + ": " + words.sentence().action(due))
                .orElse("");
        String[][] facts = {
            {words.text("column.country"), words.country(it), words.text("customer.zone"), zone},
            {words.text("column.contact"), joined(contacts.stream().map(Contact::name).toList()),
                words.text("column.addresses"), joined(contacts.stream().flatMap(c -> c.addresses().stream()).toList())},
            {words.text("column.phones"), joined(contacts.stream().flatMap(c -> c.phones().stream()).toList()),
                words.text("customer.language"), String.join(" ", it.languages())},
            {words.text("column.next"), next, words.text("column.owner"), it.owner()},
            {words.text("column.first"), it.firstContact() == null ? "" : it.firstContact().atZone(data.zone()).toLocalDate().toString(),
                words.text("column.touches"), Integer.toString(it.touches())}
        };
        for (int i = 0; i < facts.length; i++) {
            Row row = sheet.createRow(FACTS + i);
            cells.text(row, 0, facts[i][0], Look.LABEL);
            cells.text(row, 1, facts[i][1], Look.PLAIN);
            cells.text(row, 4, facts[i][2] + ":  " + facts[i][3], Look.PLAIN);
        }
    }

    private void history(Sheet sheet, CustomerRow it, WorkbookData data) {
        cells.text(sheet.createRow(HISTORY - 1), 0, words.text("customer.log"), Look.BOLD);
        Frame.head(sheet.createRow(HISTORY), cells, words, "at", "channel", "direction", "who", "summary", "files", "link");
        int line = HISTORY + 1;
        for (TimelineEntry entry : data.history().getOrDefault(it.id(), List.of())) {
            Row row = sheet.createRow(line++);
            cells.moment(row, 0, entry.at(), data.zone());
            cells.text(row, 1, words.value("channel", entry.channel().id()), Look.PLAIN);
            cells.text(row, 2, words.value("direction", entry.direction().id()), Look.PLAIN);
            cells.text(row, 3, entry.who(), Look.PLAIN);
            String said = summary(entry);
            String files = joined(entry.attachments().stream().map(TimelineEntry.AttachmentLine::name).toList());
            cells.text(row, 4, said, Look.WRAPPED);
            cells.text(row, 5, files, Look.WRAPPED);
            Frame.height(row, Text.columns(said), WIDTHS[4] - 4, Text.columns(files), WIDTHS[5] - 3);
            String page = data.page(it.id());
            cells.linkToPage(row, 6, page.isEmpty() ? "" : words.text("open"), page.isEmpty() ? "" : page + "#m" + entry.row());
        }
        long older = data.older().getOrDefault(it.id(), 0L);
        if (older > 0) {
            cells.linkToPage(sheet.createRow(line), 0, words.text("customer.older", older), data.page(it.id()));
        }
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
