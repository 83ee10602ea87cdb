package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * The standardised table as a workbook of one sheet: true dates, and each column takes only what may stand there, so that teams can
 * fill it in and hand it on; columns of lines of trade only offer it. The lists stand in the rules themselves, which leaves it the only
 * sheet; one of a home's own line of trade may be too long for that, and stands on a second.
 */
final class StandardBook {

    private static final Set<String> DAYS = Set.of("first_contact", "last_out", "last_in", "next_follow_up", "erase_after");
    private static final List<String> INCOTERMS = List.of("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP");
    private static final int WINDOW = 200;
    /** Longer ones break the file. */
    private static final int MOST_IN_RULE = 255;
    /** Rows below the last in which something may be entered. */
    private static final int SPARE = 2000;
    private static final int NARROW = 10;
    private static final int WIDE = 44;
    /** What a cell keeps free beside its text, and a header for the arrow of its filter. */
    private static final int AROUND = 2;
    private static final int ARROW = 5;

    private final SheetWords words;

    StandardBook(SheetWords words) {
        this.words = words;
    }

    /**
     * @param head as many as each row has; the first are the {@link StandardTable#COLUMNS} in order
     * @param offers what the columns behind these offer
     */
    void write(List<String> head, List<List<String>> rows, List<IndustryTail.Offer> offers, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            workbook.setZip64Mode(Zip64Mode.AsNeeded); // not every program reads the long form
            Cells cells = new Cells(workbook);
            Sheet sheet = workbook.createSheet(words.text("standard").replaceAll("[\\[\\]:*?/\\\\']", " "));
            look(sheet, head, rows);
            Row top = sheet.createRow(0);
            for (int i = 0; i < head.size(); i++) {
                cells.text(top, i, head.get(i), Look.HEAD);
            }
            for (int i = 0; i < rows.size(); i++) {
                row(sheet.createRow(i + 1), rows.get(i), cells);
            }
            offer(workbook, sheet, rows.size() + SPARE, offers, cells);
            workbook.write(out);
        }
    }

    /** Several values in one cell are no mistake here, so nothing is refused. */
    private void offer(SXSSFWorkbook workbook, Sheet sheet, int last, List<IndustryTail.Offer> offers, Cells cells) {
        List<NamedList> lists = new ArrayList<>();
        for (IndustryTail.Offer it : offers) {
            int column = StandardTable.COLUMNS.size() + it.column();
            if (fitsIntoRule(it.values())) {
                Choices.inline(sheet, column, 1, last, it.values());
            } else {
                Choices.list(sheet, column, 1, last, it.name());
                lists.add(NamedList.of(it.header(), it.name(), it.values()));
            }
            sheet.setColumnWidth(column, Math.max(sheet.getColumnWidth(column), NamedList.width(it.values()) * 256));
        }
        if (!lists.isEmpty()) {
            NamedList.write(workbook.createSheet(words.text("sheet.lists")), 0, 0, lists, cells);
        }
    }

    private static boolean fitsIntoRule(List<String> values) {
        return String.join(",", values).length() <= MOST_IN_RULE && values.stream().noneMatch(it -> it.matches("(?s).*[,\"].*|\\s.*|.*\\s"));
    }

    private static void row(Row row, List<String> values, Cells cells) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value.isEmpty()) {
                continue;
            }
            String column = i < StandardTable.COLUMNS.size() ? StandardTable.COLUMNS.get(i) : "";
            LocalDate day = DAYS.contains(column) ? day(value) : null;
            if (day != null) {
                cells.day(row, i, day);
            } else if (column.equals("touches") && value.matches("\\d{1,9}")) {
                cells.number(row, i, Integer.parseInt(value));
            } else {
                cells.text(row, i, value, Look.PLAIN);
            }
        }
    }

    private static @Nullable LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null; // a person's own words: they stay as they are
        }
    }

    private static void look(Sheet sheet, List<String> head, List<List<String>> rows) {
        int last = rows.size() + SPARE;
        for (int i = 0; i < head.size(); i++) {
            sheet.setColumnWidth(i, width(i, head, rows) * 256);
        }
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows.size()), 0, head.size() - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        list(sheet, "grade", last, Arrays.stream(Grade.values()).map(Grade::name));
        list(sheet, "stage", last, Arrays.stream(Stage.values()).map(Stage::id));
        list(sheet, "customer_type", last, codes("types"));
        list(sheet, "source", last, codes("sources"));
        list(sheet, "incoterm", last, INCOTERMS.stream());
        rule(sheet, "country_iso2", last, "AND(LEN(%1$s)=2,EXACT(%1$s,UPPER(%1$s)))");
        rule(sheet, "currency", last, "AND(LEN(%1$s)=3,EXACT(%1$s,UPPER(%1$s)))");
        rule(sheet, "email", last, "AND(ISNUMBER(FIND(\"@\",%1$s)),NOT(ISNUMBER(FIND(\" \",%1$s))))");
        rule(sheet, "email2", last, "AND(ISNUMBER(FIND(\"@\",%1$s)),NOT(ISNUMBER(FIND(\" \",%1$s))))");
        rule(sheet, "phone_e164", last, "AND(LEFT(%1$s,1)=\"+\",LEN(%1$s)<=16,ISNUMBER(VALUE(MID(%1$s,2,15))))");
        DAYS.stream().sorted().forEach(it -> add(sheet, it, last, helper(sheet).createDateConstraint(
                DataValidationConstraint.OperatorType.GREATER_THAN, "DATE(1990,1,1)", "", "yyyy-mm-dd")));
    }

    /** The header fits with its arrow, and what stands below it as far as a person can take it in at a glance. */
    private static int width(int column, List<String> head, List<List<String>> rows) {
        int values = rows.stream().mapToInt(it -> Text.columns(it.get(column))).max().orElse(0);
        return Math.max(Math.max(NARROW, Text.columns(head.get(column)) + ARROW), Math.min(WIDE, values + AROUND));
    }

    private static Stream<String> codes(String list) {
        return new SheetWords(Language.EN).list(list).stream().map(it -> it.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static void list(Sheet sheet, String column, int last, Stream<String> values) {
        add(sheet, column, last, helper(sheet).createExplicitListConstraint(values.toArray(String[]::new)));
    }

    /** @param formula with the cell's own name in it */
    private static void rule(Sheet sheet, String column, int last, String formula) {
        String cell = CellReference.convertNumToColString(StandardTable.COLUMNS.indexOf(column)) + "2";
        add(sheet, column, last, helper(sheet).createCustomConstraint(formula.formatted(cell)));
    }

    private static void add(Sheet sheet, String column, int last, DataValidationConstraint constraint) {
        int place = StandardTable.COLUMNS.indexOf(column);
        DataValidation validation = helper(sheet).createValidation(constraint, new CellRangeAddressList(1, last, place, place));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        if (constraint.getExplicitListValues() != null) {
            validation.setSuppressDropDownArrow(true); // which shows it, in files of this kind
        }
        sheet.addValidationData(validation);
    }

    private static DataValidationHelper helper(Sheet sheet) {
        return sheet.getDataValidationHelper();
    }
}
