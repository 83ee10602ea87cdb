package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.rows.MovedRows;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.RowMove;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.jspecify.annotations.Nullable;

/** All customers of an owner, one a row. Rows stay where a person sorted them to; new ones come below. */
final class OverviewSheet {

    /** The place of a column that a person deleted. */
    private static final int NOWHERE = -1;

    private final SheetWords words;
    private final SheetValues values;
    private final Cells cells;
    private final WorkbookData data;
    private final Map<CustomerId, String> names;

    /** @param names customer → the name of its sheet */
    OverviewSheet(SheetWords words, SheetValues values, Cells cells, WorkbookData data, Map<CustomerId, String> names) {
        this.words = words;
        this.values = values;
        this.cells = cells;
        this.data = data;
        this.names = names;
    }

    /**
     * @param sheet the one that was found, or an empty one
     * @param choices what its columns of lines of trade offer
     * @return what it says now
     */
    Snapshot write(XSSFSheet sheet, IndustryLists choices, Found found, long revision) {
        Spot spot = found.book().overview()
                .map(it -> Spot.found(sheet, it, cells, Columns.HIDDEN))
                .orElseGet(() -> fresh(sheet));
        Snapshot said = new Snapshot();
        if (!spot.fresh()) {
            appended(spot, found, said);
        }
        int last = Math.max(spot.header(), lastRow(found));
        AutoNotes notes = new AutoNotes(words, sheet);
        for (CustomerRow it : data.customers()) {
            Integer line = found.lines().get(it.id().number());
            if (line == null && found.isAway(it.id())) {
                continue;
            }
            Row row = Cells.row(sheet, line == null ? ++last : line - 1);
            row(spot, row, it, revision);
            theirs(spot, row, it, found, said);
            Map<String, String> automatic = data.automatic().row(it.id().number());
            if (automatic != null) {
                automatic.forEach((key, code) -> notes.add(row, spot.column(key), key, values.shown(key, code)));
            }
            OwnCells.note(spot, row, Columns.OURS, it.id().number(), Place.OVERVIEW, said);
        }
        spot.columns().forEach((key, column) -> said.put(0, key, Integer.toString(column)));
        if (spot.fresh()) {
            OverviewLook.give(spot, words, last);
        }
        choices.give(sheet, spot);
        notes.write();
        gone(sheet, found);
        return said;
    }

    private Spot fresh(XSSFSheet sheet) {
        List<String> keys = new ArrayList<>(Columns.OVERVIEW);
        Spot spot = Spot.fresh(sheet, 0, cells, words, keys);
        int column = keys.size();
        for (String it : industryColumns()) {
            industry(spot, it, column++);
        }
        for (String own : data.ownColumns()) {
            cells.text(Cells.row(sheet, 0), column, Columns.header(own), Look.HEAD);
            spot.columns().put(own, column++);
        }
        return spot;
    }

    private List<String> industryColumns() {
        return values.industryHeaders().inOrder(data.industryColumns());
    }

    private void industry(Spot spot, String key, int column) {
        IndustryHeaders headers = values.industryHeaders();
        cells.text(Cells.row(spot.sheet(), spot.header()), column, headers.header(key), Look.HEAD);
        spot.sheet().setColumnWidth(column, headers.width(key) * 256);
        spot.columns().put(key, column);
    }

    /** Columns of a line of trade that was chosen later come behind all others; one that a person deleted stays away. */
    private void appended(Spot spot, Found found, Snapshot said) {
        int free = found.book().overview().stream()
                .flatMap(it -> it.rows().stream())
                .mapToInt(it -> it.cells().size())
                .reduce(Cells.row(spot.sheet(), spot.header()).getLastCellNum(), Math::max);
        free = spot.columns().values().stream().mapToInt(it -> it + 1).reduce(free, Math::max);
        for (String it : industryColumns()) {
            if (spot.column(it) >= 0) {
                continue;
            }
            if (found.wasWritten(it)) {
                said.put(0, it, Integer.toString(NOWHERE));
            } else {
                industry(spot, it, free++);
            }
        }
    }

    /** The last row in which there is anything, whoever wrote it. */
    private static int lastRow(Found found) {
        return found.book().overview()
                .map(it -> it.rows().isEmpty() ? it.header() - 1 : it.rows().getLast().number() - 1)
                .orElse(0);
    }

    /** Customers that are none any more, or somebody else's. */
    private void gone(XSSFSheet sheet, Found found) {
        Set<Long> there = data.customers().stream().map(it -> it.id().number()).collect(Collectors.toSet());
        found.book().overview().ifPresent(table -> MovedRows.move(sheet, new RowMove(
                table.rows().stream()
                        .filter(row -> CustomerId.parse(table.text(row, "_id")).filter(it -> !there.contains(it.number())).isPresent())
                        .map(row -> row.number() - 1)
                        .toList(),
                Map.of(), table.header())));
    }

    private void row(Spot spot, Row row, CustomerRow it, long revision) {
        ZoneId zone = data.zone();
        ZoneId theirs = it.timeZone();
        cells.text(row, spot.column("id"), it.id().toString(), Look.PLAIN);
        cells.text(row, spot.column("window"), theirs == null ? "" : OfficeHours.theirs(theirs, zone, data.today()).toString(), Look.PLAIN);
        cells.text(row, spot.column("turn"), words.value("turn", it.turn().id()), Look.PLAIN);
        cells.day(row, spot.column("last-out"), it.lastOut(), zone);
        cells.day(row, spot.column("last-in"), it.lastIn(), zone);
        silent(spot, row, it);
        cells.number(row, spot.column("touches"), it.touches(), Look.COUNT);
        Optional<TradeTerms.Quote> quote = data.particulars(it.id()).quote();
        cells.linkToPage(
                row, spot.column("quote"), quote.map(price -> price.dated(zone)).orElse(""),
                quote.map(price -> data.page(it.id(), price)).orElse(""));
        cells.day(row, spot.column("first"), it.firstContact(), zone);
        cells.text(row, spot.column("owner"), it.owner(), Look.PLAIN);
        cells.text(row, spot.column("_id"), it.id().toString(), Look.PLAIN);
        cells.number(row, spot.column("_rev"), (double) revision);
        cells.number(row, spot.column("_limit"), it.grade().silentDays());
    }

    /** The columns in which a person's word counts. */
    private void theirs(Spot spot, Row row, CustomerRow it, Found found, Snapshot said) {
        spot.columns().forEach((key, column) -> {
            if (!Columns.isTheirs(key)) {
                return;
            }
            String code = data.code(it.id(), key);
            said.put(it.id().number(), key, values.settled(key, code));
            if (found.isAsTyped(it.id(), key)) {
                return;
            }
            switch (key) {
                case "name" -> name(row, column, it, code);
                case "next" -> cells.day(row, column, code.isEmpty() ? null : LocalDate.parse(code));
                case "grade" -> cells.text(row, column, code, Look.BOLD);
                default -> {
                    if (Columns.isIndustry(key) && typedKind(row, column, key, code)) {
                        return;
                    }
                    // What a person typed into a column of their own is left as it is, a date or a number too.
                    if (!Columns.isOwn(key) || !code.equals(found.typed(it.id(), key))) {
                        cells.text(row, column, values.shown(key, code), isChosen(key) ? Look.CHOICE : Look.PLAIN);
                    }
                }
            }
        });
    }

    private boolean isChosen(String key) {
        return !values.industryHeaders().offered(key).isEmpty();
    }

    /** Days and numbers as such, so that the file can count with them. */
    private boolean typedKind(Row row, int column, String key, String code) {
        IndustryColumn.Kind kind = values.industryHeaders().column(key).map(IndustryColumn::kind).orElse(IndustryColumn.Kind.TEXT);
        if (code.isEmpty() || !(kind == IndustryColumn.Kind.DATE || kind == IndustryColumn.Kind.NUMBER)) {
            return false;
        }
        if (kind == IndustryColumn.Kind.DATE) {
            cells.day(row, column, LocalDate.parse(code));
        } else {
            cells.number(row, column, Double.parseDouble(code));
        }
        return true;
    }

    private void name(Row row, int column, CustomerRow it, String name) {
        String sheet = names.get(it.id());
        if (sheet == null) {
            cells.linkToPage(row, column, name, data.page(it.id()));
        } else {
            cells.linkToSheet(row, column, name, sheet, 1);
        }
    }

    /** The one formula: it goes on counting while nobody writes the file. */
    private void silent(Spot spot, Row row, CustomerRow it) {
        if (spot.column("last-out") < 0 || spot.column("last-in") < 0) {
            return;
        }
        int line = row.getRowNum() + 1;
        String out = CellReference.convertNumToColString(spot.column("last-out")) + line;
        String in = CellReference.convertNumToColString(spot.column("last-in")) + line;
        String both = "MAX(" + out + "," + in + ")";
        cells.formula(row, spot.column("silent"), "IF(" + both + "=0,\"\",TODAY()-" + both + ")", days(it.lastTouch()));
    }

    private @Nullable Long days(@Nullable Instant touch) {
        return touch == null ? null : ChronoUnit.DAYS.between(touch.atZone(data.zone()).toLocalDate(), data.today());
    }
}
