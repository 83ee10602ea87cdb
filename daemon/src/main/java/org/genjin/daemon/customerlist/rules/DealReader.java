package org.genjin.daemon.customerlist.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a list of deals: each says whose it is, and what. Used for one table. */
final class DealReader {

    private static final String DASH = " – ";

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_WORDS = 2_000;

    private final Table table;
    private final List<Column> columns;
    private final Tools tools;
    private final Asked asked;
    private final DateWords.Order order;

    DealReader(Table table, List<Column> columns, Tools tools, Asked asked) {
        this.table = table;
        this.columns = columns;
        this.tools = tools;
        this.asked = asked;
        List<String> days = new ArrayList<>();
        columns.stream()
                .filter(it -> it.role() == Role.DEALDAY || it.role() == Role.DEALCLOSE)
                .forEach(it -> table.body().forEach(row -> days.add(row.cell(it.index()).text())));
        this.order = DateWords.order(days);
    }

    List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (Row row : table.body()) {
            Entry entry = whose(row);
            String name = text(row, Role.DEAL);
            if (name.isEmpty() && text(row, Role.DEALID).isEmpty()) {
                continue;
            }
            if (entry.company.isEmpty() && entry.number.isEmpty() && entry.addresses().isEmpty()) {
                asked.ask(Question.Kind.NOBODYS_DEAL, entry, name);
                continue;
            }
            entry.deal = deal(row, entry, name);
            entries.add(entry);
        }
        return entries;
    }

    private Entry whose(Row row) {
        Entry entry = new Entry(table.sheet().name(), row.number());
        entry.company = CompanyNames.tidy(text(row, Role.COMPANY));
        entry.number = text(row, Role.ID);
        entry.firm.addresses.addAll(MailAddresses.in(text(row, Role.EMAIL)));
        return entry;
    }

    private Deal deal(Row row, Entry entry, String name) {
        // Our own files name the customer first, as lists of deals are read without the customer beside.
        String bare = !entry.company.isEmpty() && name.startsWith(entry.company + DASH) ? name.substring(entry.company.length() + DASH.length()) : name;
        String id = text(row, Role.DEALID);
        String own = id.startsWith(entry.number + "-") ? id.substring(entry.number.length() + 1) : id;
        Cell sum = cell(row, Role.AMOUNT);
        Optional<BigDecimal> amount = Sums.amount(sum);
        String currency = Sums.currency(text(row, Role.CURRENCY)).or(() -> Sums.currency(sum.text())).orElse("");
        return new Deal(
                Text.fit(own.isEmpty() ? Names.folded(bare) : own, LONGEST_KEY), Text.fit(bare.isEmpty() ? own : bare, LONGEST_NAME),
                stage(row, entry), amount.orElse(null), amount.isEmpty() ? "" : currency, day(row, Role.DEALDAY), day(row, Role.DEALCLOSE),
                Text.fit(PlainText.of(text(row, Role.DEALWORDS)), LONGEST_WORDS));
    }

    /** What is most exact stands last; won and lost say themselves. */
    private Stage stage(Row row, Entry entry) {
        Stage stage = null;
        String unknown = "";
        for (Column it : columns) {
            String text = row.cell(it.index()).text().strip();
            if (it.role() == Role.DEALSTAGE && !text.isEmpty()) {
                Optional<Stage> known = tools.own().dealStage(text);
                stage = known.orElse(stage);
                unknown = known.isPresent() ? unknown : text;
            }
        }
        String state = text(row, Role.DEALSTATE).toLowerCase(Locale.ROOT);
        if (stage == null && (state.equals("won") || state.equals("lost"))) {
            return state.equals("won") ? Stage.WON : Stage.LOST;
        }
        if (stage == null && !unknown.isEmpty()) {
            asked.ask(Question.Kind.DEAL_STAGE, entry, unknown);
        }
        return Objects.requireNonNullElse(stage, Stage.QUOTED);
    }

    private @Nullable LocalDate day(Row row, Role role) {
        Cell cell = cell(row, role);
        return DateWords.read(cell, order, OptionalInt.empty()) instanceof DateWords.Read.Day it ? it.date() : null;
    }

    private String text(Row row, Role role) {
        return cell(row, role).text().strip();
    }

    /** The first that holds anything of the columns of that role. */
    private Cell cell(Row row, Role role) {
        return columns.stream()
                .filter(it -> it.role() == role)
                .map(it -> row.cell(it.index()))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(Cell.EMPTY);
    }
}
