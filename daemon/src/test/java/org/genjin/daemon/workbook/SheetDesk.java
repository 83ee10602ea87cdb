package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.GradeRule;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.decision.Belonging;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.ingest.Assignment;
import org.genjin.daemon.ingest.NewRows;
import org.genjin.daemon.ingest.Notes;
import org.genjin.daemon.ingest.Preparation;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ingest.Standings;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DecisionTable;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SaidTable;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.WordsReading;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.report.Reports;
import org.genjin.daemon.workbook.keeping.SheetPasswords;
import org.genjin.daemon.workbook.keeping.SheetWishes;
import org.genjin.daemon.workbook.keeping.Sheets;

/** A ledger with a workbook, and a rep who opens it. */
final class SheetDesk implements AutoCloseable {

    static final String LI = "li@factory.example";
    private static final String OVERVIEW = "总览";
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final Sheets sheets;
    private final Decisions decisions;
    private final Undoing undoing;
    private final Questions questions;
    private final Timeline timeline;
    private final Connectors connectors;
    private final Exports exports;
    private final Notes notes;
    private SheetPasswords password = SheetPasswords.NONE;
    private boolean all;
    private final IndustryBoard industries;

    SheetDesk(Path folder, Language language, Instant now) throws IOException {
        this(folder, language, now, List.of());
    }

    /** @param trade what lines of trade the home is in */
    SheetDesk(Path folder, Language language, Instant now, List<String> trade) throws IOException {
        ledger = Ledger.open(folder.resolve("ledger"), now);
        Store store = new Store(folder.resolve("store"));
        connectors = new Connectors(Map.of(), () -> now);
        WordsReading reading = new WordsReading();
        Archive archive = new Archive(store, connectors, reading);
        FollowUpPolicy policy = new FollowUpPolicy(CountryCalendar.UNKNOWN.workingOn(EnumSet.allOf(DayOfWeek.class)), SHANGHAI);
        board = new FollowUpBoard(ledger, policy, new Calendars(), SHANGHAI);
        timeline = new Timeline(ledger, archive, new SourceWording(Language.EN, ZoneId.of("UTC")));
        OwnSide own = new OwnSide(Set.of("factory.example"), Set.of(LI), _ -> false);
        Standings standings = new Standings(
                new GradeRule.Thresholds(
                        3, BigDecimal.valueOf(50_000), Duration.ofDays(365), Duration.ofDays(90), Duration.ofHours(48), Duration.ofDays(180)),
                SHANGHAI);
        Rematch rematch = new Rematch(() -> new Assignment(own, Map.of(), archive), standings);
        notes = new Notes(ledger, store, new Preparation(reading), new NewRows(own));
        Industries known = new Industries(folder.resolve("industries"), trade);
        industries = new IndustryBoard(ledger, known);
        decisions = new Decisions(ledger, notes, known);
        undoing = new Undoing(ledger, rematch);
        questions = new Questions(ledger, new Belonging(ledger, rematch, own));
        sheets = new Sheets(
                ledger, board, timeline, new Reports(ledger, policy, new Calendars(), SHANGHAI), new InSheet(rematch, notes), industries,
                language, folder.resolve("sheets"), folder.resolve("temporary"), new SheetWishes(owner -> password.of(owner), _ -> all), "http://127.0.0.1:8025");
        exports = new Exports(
                ledger, board, timeline, industries, language, folder.resolve("sheets"), "http://127.0.0.1:8025");
    }

    /** Enters customers, numbered from one. */
    void customers(Instant now, String... names) {
        ledger.transact(tx -> {
            for (int i = 0; i < names.length; i++) {
                tx.customers().insert(new CustomerId(i + 1), names[i], LI, now);
            }
            return tx.take(Transaction.Counter.CUSTOMER, names.length);
        });
    }

    /** From now on it is this. */
    void password(SheetPasswords password) {
        this.password = password;
    }

    /** From now on each customer is to have a sheet, or the most valuable ones again. */
    void all(boolean all) {
        this.all = all;
    }

    /**
     * A mail of a customer's, or to one.
     *
     * @param facts what it says of the trade
     */
    void mail(long customer, String mime, Instant at, Fact... facts) throws Exception {
        Message mail = connectors.reread(Channel.EMAIL, Content.of(mime.getBytes(StandardCharsets.UTF_8)), "desk", at);
        CustomerId id = new CustomerId(customer);
        notes.store(id, LI, mail, DecisionTable.Kind.LOG, at);
        ledger.transact(tx -> {
            long row = tx.messages().ofCustomer(id, at.plusMillis(1), 1).getFirst().id();
            List<SaidTable.Found> found = Stream.of(facts).map(it -> new SaidTable.Found(it, "")).toList();
            tx.said().put(List.of(new SaidTable.Saying(row, found, List.of(), false, null, null, null)), 1);
            return null;
        });
    }

    Ledger ledger() {
        return ledger;
    }

    Sheets sheets() {
        return sheets;
    }

    /** Of a workbook in a language. */
    SheetValues values(Language language) {
        return new SheetValues(new SheetWords(language), industries);
    }

    Exports exports() {
        return exports;
    }

    Decisions decisions() {
        return decisions;
    }

    Undoing undoing() {
        return undoing;
    }

    Questions questions() {
        return questions;
    }

    Timeline timeline() {
        return timeline;
    }

    Path file() {
        return sheets.file(LI);
    }

    CustomerRow customer(long number, Instant at) {
        return board.customer(Optional.of(LI), new CustomerId(number), at).orElseThrow();
    }

    /** Writes the owner's workbook, after reading what was changed in it. */
    Sheets.Outcome.Written written(Instant at) throws IOException {
        return (Sheets.Outcome.Written) sheets.write(LI, at);
    }

    /** Where the workbook of that number is. */
    Path file(int number) {
        return sheets.file(new SheetBook(LI, number));
    }

    /** Changes the overview as a person would. */
    void change(Consumer<Sheet> change) throws IOException {
        edit(workbook -> change.accept(workbook.getSheet(OVERVIEW)));
    }

    /** Looks at the overview as it is in the file. */
    void look(Consumer<Sheet> look) throws IOException {
        try (InputStream in = Files.newInputStream(file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.accept(workbook.getSheet(OVERVIEW));
        }
    }

    /** A rep opens the workbook, changes it and saves. */
    void edit(Consumer<XSSFWorkbook> change) throws IOException {
        edit(file(), change);
    }

    static void edit(Path file, Consumer<XSSFWorkbook> change) throws IOException {
        XSSFWorkbook workbook;
        try (InputStream in = Files.newInputStream(file)) {
            workbook = new XSSFWorkbook(in);
        }
        change.accept(workbook);
        try (workbook; OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    /** The cell under a header in the row whose hidden column has that customer. */
    static Cell cell(Sheet sheet, String customer, String header) {
        int id = column(sheet, "_id");
        for (Row row : sheet) {
            if (row.getCell(id) != null && RowMark.id(row.getCell(id).toString()).equals(customer)) {
                return row.getCell(column(sheet, header), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no row for " + customer);
    }

    static int column(Sheet sheet, String header) {
        for (Cell it : sheet.getRow(0)) {
            if (it.toString().equals(header)) {
                return it.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + header);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
