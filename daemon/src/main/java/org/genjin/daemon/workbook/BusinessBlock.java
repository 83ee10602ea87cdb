package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.rules.Business;

/** The newest inquiries, quotations, samples, invoices and orders of a customer, in a table of a few rows that does not grow. */
final class BusinessBlock {

    private static final HeaderWords HEADERS = new HeaderWords(CustomerGrid.BUSINESS);
    private static final int LEAST = 5;

    private final SheetWords words;
    private final Cells cells;

    BusinessBlock(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    /** The header of a new sheet. */
    void label(XSSFSheet sheet) {
        Frame.head(Cells.row(sheet, CustomerGrid.BUSINESS_TITLE + 1), cells, words, CustomerGrid.BUSINESS.toArray(String[]::new));
    }

    /** @param end the line before which its header is looked for; without one nothing is written */
    void write(XSSFSheet sheet, int end, CustomerId customer, WorkbookData data) {
        header(SheetTexts.of(sheet), end).ifPresent(it -> rows(new Spot(sheet, it.line(), it.columns(), false), customer, data));
    }

    /**
     * Where it is.
     *
     * @param line of its header, from 0
     * @param columns key → column, from 0
     */
    record Header(int line, Map<String, Integer> columns) {}

    static Optional<Header> header(SheetTexts sheet, int end) {
        for (int line = 1; line < end; line++) {
            Map<String, Integer> columns = new HashMap<>();
            sheet.line(line).forEach((column, text) -> HEADERS.key(text).ifPresent(key -> columns.putIfAbsent(key, column)));
            if (columns.size() >= LEAST && columns.containsKey("amount")) {
                return Optional.of(new Header(line, columns));
            }
        }
        return Optional.empty();
    }

    private void rows(Spot spot, CustomerId customer, WorkbookData data) {
        List<Business> business = data.particulars(customer).business();
        for (int i = 0; i < CustomerGrid.BUSINESS_ROWS; i++) {
            Row row = Cells.row(spot.sheet(), spot.header() + 1 + i);
            if (i < business.size()) {
                row(spot, row, business.get(i), customer, data);
            } else {
                spot.columns().values().forEach(column -> cells.blank(row, column));
            }
        }
    }

    private void row(Spot spot, Row row, Business it, CustomerId customer, WorkbookData data) {
        cells.day(row, spot.column("day"), it.at(), data.zone());
        cells.text(row, spot.column("kind"), words.value("says", it.kind().id()), Look.PLAIN);
        if (it.amount() == null) {
            cells.blank(row, spot.column("amount"));
        } else {
            cells.number(row, spot.column("amount"), it.amount().doubleValue(), Look.AMOUNT);
        }
        cells.text(row, spot.column("currency"), it.currency(), Look.PLAIN);
        cells.text(row, spot.column("content"), it.content(), Look.PLAIN);
        cells.text(row, spot.column("terms"), it.terms(), Look.PLAIN);
        cells.text(row, spot.column("payment"), it.payment(), Look.PLAIN);
        cells.linkToPage(
                row, spot.column("link"), data.page(customer).isEmpty() ? "" : words.text("open"),
                it.message() == Business.LISTED ? data.page(customer) : data.page(customer, it.message(), it.at()));
    }
}
