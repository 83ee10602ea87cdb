package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.ledger.CustomerRow;

/** What is known of a customer, on top of its sheet: each value stands beside its label, wherever a person has put the label. */
final class FactsBlock {

    /** The labels that stand side by side in a new sheet, as keys of {@code column.…}. */
    static final List<List<String>> PAIRS = List.of(
            List.of("country", "site"),
            List.of("zone", "source"),
            List.of("type", "terms"),
            List.of("language", "payment"),
            List.of("next", "action"),
            List.of("first", "touches"),
            List.of("owner", "products"));

    private static final String CONTACT = "contact";
    /** What the columns of their line of trade hold. */
    static final String INDUSTRY = "industry";
    static final int RIGHT = 3;

    private final SheetWords words;
    private final SheetValues values;
    private final Cells cells;

    FactsBlock(SheetWords words, SheetValues values, Cells cells) {
        this.words = words;
        this.values = values;
        this.cells = cells;
    }

    /** Labels for a new sheet. */
    void label(XSSFSheet sheet) {
        int line = CustomerGrid.FACTS + 1;
        for (List<String> pair : PAIRS) {
            Row row = Cells.row(sheet, line++);
            cells.text(row, 0, words.text("column." + pair.getFirst()), Look.LABEL);
            cells.text(row, RIGHT, words.text("column." + pair.getLast()), Look.LABEL);
        }
        cells.text(Cells.row(sheet, line), 0, words.text("column." + CONTACT), Look.LABEL);
    }

    /**
     * @param places where the labels are
     * @param asTyped facts that stay as a person typed them
     */
    void write(XSSFSheet sheet, Map<String, FactPlaces.Place> places, CustomerRow it, WorkbookData data, Set<String> asTyped) {
        Map<String, String> texts = texts(it, data);
        String next = data.code(it.id(), "next");
        if (!texts.getOrDefault(INDUSTRY, "").isEmpty()) {
            industryPlace(sheet, places);
        }
        places.forEach((key, place) -> {
            Row row = Cells.row(sheet, place.line());
            if (asTyped.contains(key)) {
                return;
            }
            if (place.inline()) {
                cells.text(row, place.column(), words.text("column." + key) + FactPlaces.INLINE + texts.getOrDefault(key, ""), Look.PLAIN);
            } else if (key.equals(CONTACT)) {
                contacts(sheet, place, it);
            } else if (key.equals("next")) {
                cells.day(row, place.column() + 1, next.isEmpty() ? null : LocalDate.parse(next));
            } else if (key.equals("site")) {
                String site = texts.getOrDefault(key, "");
                cells.linkToPage(row, place.column() + 1, site, site.isEmpty() ? "" : "https://" + site.split(SheetValues.BETWEEN, 2)[0]);
            } else {
                cells.text(row, place.column() + 1, texts.getOrDefault(key, ""), Look.PLAIN);
            }
        });
    }

    private Map<String, String> texts(CustomerRow it, WorkbookData data) {
        Particulars more = data.particulars(it.id());
        Map<String, String> texts = new HashMap<>();
        texts.put("country", values.shown("country", data.code(it.id(), "country")));
        texts.put("site", SheetValues.several(more.sites()));
        texts.put("zone", it.timeZone() == null
                ? ""
                : it.timeZone() + " (" + OfficeHours.theirs(it.timeZone(), data.zone(), data.today()) + ")");
        for (String key : List.of("type", "source", "action", "products")) {
            texts.put(key, values.shown(key, data.code(it.id(), key)));
        }
        IndustryHeaders trade = values.industryHeaders();
        texts.put(INDUSTRY, trade.inOrder(data.industryColumns()).stream()
                .filter(key -> !data.code(it.id(), key).isEmpty())
                .map(key -> trade.header(key) + " " + values.shown(key, data.code(it.id(), key)))
                .collect(Collectors.joining("  ·  ")));
        texts.put("terms", more.terms());
        texts.put("payment", more.payment());
        texts.put("language", String.join(" ", it.languages()));
        texts.put("first", it.firstContact() == null ? "" : it.firstContact().atZone(data.zone()).toLocalDate().toString());
        texts.put("touches", Integer.toString(it.touches()));
        texts.put("owner", it.owner());
        texts.put("addresses", SheetValues.several(it.addresses()));
        texts.put("phones", SheetValues.several(it.phones()));
        return texts;
    }

    /** Below the contacts, where the line is free: only customers of whom such a thing is known have the label. */
    private void industryPlace(XSSFSheet sheet, Map<String, FactPlaces.Place> places) {
        FactPlaces.Place contact = places.get(CONTACT);
        if (contact != null && !contact.inline() && !places.containsKey(INDUSTRY)) {
            int line = contact.line() + CustomerGrid.CONTACTS;
            if (isFree(sheet, line, contact.column()) && isFree(sheet, line, contact.column() + 1)) {
                cells.text(Cells.row(sheet, line), contact.column(), words.text("column." + INDUSTRY), Look.LABEL);
                places.put(INDUSTRY, new FactPlaces.Place(line, contact.column(), false));
            }
        }
    }

    /** One line each, as many as there is room for: below the label, as long as nobody has written there. */
    private void contacts(XSSFSheet sheet, FactPlaces.Place place, CustomerRow it) {
        List<String> lines = new ArrayList<>(it.contacts().stream().map(this::contact).filter(one -> !one.isEmpty()).toList());
        int room = 1;
        while (room < CustomerGrid.CONTACTS && isFree(sheet, place.line() + room, place.column())) {
            room++;
        }
        if (lines.size() > room) {
            String last = lines.get(room - 1) + "  " + words.text("customer.more", lines.size() - room);
            lines.set(room - 1, last);
        }
        for (int i = 0; i < room; i++) {
            cells.text(Cells.row(sheet, place.line() + i), place.column() + 1, i < lines.size() ? lines.get(i) : "", Look.PLAIN);
        }
    }

    private static boolean isFree(XSSFSheet sheet, int line, int column) {
        Row row = sheet.getRow(line);
        Cell label = row == null ? null : row.getCell(column);
        return label == null || label.getCellType() == CellType.BLANK;
    }

    private String contact(Contact it) {
        return Stream.of(
                        Stream.of(it.name(), it.title()),
                        it.addresses().stream(),
                        it.phones().stream(),
                        it.handles().stream().map(one -> words.value("channel", one.channel()) + " " + one.name()))
                .flatMap(one -> one)
                .filter(one -> !one.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
