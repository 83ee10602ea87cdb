package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The reminder sheet as a file of its own: what is due today, what is over, who waits for us, and below them all of it. The first
 * three choose their rows by formulas out of the last, by the date of whoever looks, and follow what is changed there.
 */
final class ReminderBook {

    private final SheetWords words;

    ReminderBook(SheetWords words) {
        this.words = words;
    }

    /**
     * What stands in it.
     *
     * @param reminders in the order in which they are to stand
     * @param page address of the page, without a slash at its end; "" if there is none
     */
    record Content(List<Reminder> reminders, Instant at, ZoneId zone, String page) {

        LocalDate today() {
            return at.atZone(zone).toLocalDate();
        }
    }

    /** @param workbook an empty one */
    void write(XSSFWorkbook workbook, Content content) {
        Cells cells = new Cells(workbook);
        XSSFSheet today = made(workbook, "sheet.today");
        XSSFSheet late = made(workbook, "sheet.overdue");
        XSSFSheet mine = made(workbook, "sheet.mine");
        ReminderTable table = new ReminderTable(made(workbook, "sheet.all"), words, cells);
        table.write(content);
        ReminderView.Counted counted = new ReminderView.Counted(table.range("_due"));
        view(today, "sheet.today", counted.today(), table, cells, content, chosen(content, it -> it.due() != null && it.due().equals(content.today())));
        view(late, "sheet.overdue", counted.overdue(), table, cells, content, chosen(content, it -> it.due() != null && it.due().isBefore(content.today())));
        view(mine, "sheet.mine", ReminderView.all(table.range("_mine")), table, cells, content, waiting(content));
        new ListsSheet(words, cells).write(made(workbook, "sheet.lists"), List.of());
        table.choices();
        workbook.setActiveSheet(0);
        workbook.setForceFormulaRecalculation(true);
    }

    private void view(
            XSSFSheet sheet, String title, ReminderView.Choice choice, ReminderTable table, Cells cells, Content content,
            List<Integer> chosen) {
        new ReminderView(sheet, words, cells).write(words.text(title), choice, table, content, chosen);
    }

    private XSSFSheet made(XSSFWorkbook workbook, String name) {
        XSSFSheet sheet = workbook.createSheet(words.text(name));
        sheet.setRightToLeft(words.isRightToLeft());
        return sheet;
    }

    private static List<Integer> chosen(Content content, java.util.function.Predicate<Reminder> which) {
        return IntStream.range(0, content.reminders().size()).filter(it -> which.test(content.reminders().get(it))).boxed().toList();
    }

    /** Who has waited the longest first. */
    private static List<Integer> waiting(Content content) {
        List<Integer> mine = new ArrayList<>(chosen(content, it -> it.isMine() && it.customer().lastIn() != null));
        mine.sort(Comparator.comparing(it -> {
            Instant in = content.reminders().get(it).customer().lastIn();
            return (in == null ? Instant.MAX : in).atZone(content.zone()).toLocalDate();
        }));
        return mine;
    }
}
