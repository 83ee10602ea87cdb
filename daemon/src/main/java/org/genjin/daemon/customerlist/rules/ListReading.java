package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.customerlist.rules.Proposal.Seen;
import org.genjin.daemon.customerlist.rules.Proposal.SeenColumn;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/** From the sheets of a file to what a careful person would enter. Pure; any thread. */
public final class ListReading {

    private static final int SAMPLES = 5;
    private static final int SAMPLE_LENGTH = 60;

    private final Tools tools;
    private final Us us;

    public ListReading(Us us) {
        this.us = us;
        this.tools = Tools.of(us);
    }

    /** @param remembered fingerprint of a header → what a person said its columns hold, by header */
    public Proposal read(ListFile file, Map<String, Map<String, Role>> remembered) {
        return new One(file, remembered).read();
    }

    /** A header as {@link #read} knows it. */
    public static String folded(String header) {
        return HeaderWords.fold(header);
    }

    /** What tells the headers of a file's tables from others. */
    public List<String> fingerprints(ListFile file) {
        TableFinder finder = new TableFinder(tools.headers());
        return file.sheets().stream()
                .filter(it -> !it.hidden())
                .flatMap(it -> finder.find(it).tables().stream())
                .map(it -> fingerprint(it.headers()))
                .distinct()
                .toList();
    }

    /** What tells one header from another, however its columns are ordered. */
    public static String fingerprint(List<String> headers) {
        return headers.stream().map(HeaderWords::fold).filter(it -> !it.isEmpty()).sorted().distinct().collect(Collectors.joining("|"));
    }

    /** One reading. */
    private final class One {

        private final ListFile file;
        private final Map<String, Map<String, Role>> remembered;
        private final Asked asked = new Asked();
        private final List<Seen> seen = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final Columns columns = new Columns(tools.headers(), tools.countries(), tools.phones());
        private final TableFinder finder = new TableFinder(tools.headers());
        private final LeftOut leftOut = new LeftOut(us);
        private final NotCustomers not = new NotCustomers(us);
        private String system = "";

        One(ListFile file, Map<String, Map<String, Role>> remembered) {
            this.file = file;
            this.remembered = remembered;
        }

        Proposal read() {
            for (Sheet sheet : file.sheets()) {
                if (sheet.hidden()) {
                    asked.ask(Question.Kind.HIDDEN_SHEET, "", sheet.name());
                } else if (!sheet.rows().isEmpty()) {
                    boolean only = file.sheets().stream().filter(it -> !it.hidden()).count() == 1;
                    sheet(sheet, only);
                }
            }
            entries.removeIf(leftOut::holds);
            Assembly assembly = new Assembly(us, asked);
            Finishing finishing = new Finishing(tools, asked);
            List<Draft> drafts = assembly.join(entries);
            return new Proposal(
                    system, seen, drafts.stream().filter(it -> !it.onlyDeals()).map(finishing::customer).toList(),
                    drafts.stream().filter(Draft::onlyDeals).map(Finishing::dealing).toList(), asked.all());
        }

        private void sheet(Sheet sheet, boolean only) {
            if (!only && isTemplate(sheet.name())) {
                asked.ask(Question.Kind.UNREAD_SHEET, "", sheet.name());
                return;
            }
            for (Sheet part : new SideBySide(tools.headers()).parts(new Upright(tools.headers()).of(sheet))) {
                part(part);
            }
        }

        private void part(Sheet upright) {
            TableFinder.Found found = finder.find(upright);
            Legend legend = Legend.of(withLooseRows(found));
            List<List<Column>> held = new ArrayList<>();
            boolean customers = false;
            for (Table table : found.tables()) {
                List<Column> of = columns.of(table, legend, roles(table));
                held.add(of);
                customers |= Columns.has(of, Role.COMPANY) || of.stream().anyMatch(it -> it.role().tellsWho()) && !isCard(upright, found);
            }
            if (customers) {
                for (int i = 0; i < held.size(); i++) {
                    table(found.tables().get(i), held.get(i), legend, around(found), Titles.above(found, i));
                }
            } else if (isCard(upright, found)) {
                cards(upright, found, held);
            } else if (!headerless(upright, legend)) {
                asked.ask(Question.Kind.UNREAD_SHEET, "", upright.name());
            }
        }

        /** Rows with a single cell within a table may be its legend too. */
        private static List<Row> withLooseRows(TableFinder.Found found) {
            List<Row> rows = new ArrayList<>(found.outside());
            found.tables().forEach(table -> table.body().stream().filter(it -> it.filled() == 1).forEach(rows::add));
            return rows;
        }

        private static String around(TableFinder.Found found) {
            return withLooseRows(found).stream()
                    .flatMap(it -> it.cells().stream())
                    .map(Cell::text)
                    .filter(it -> !it.isBlank())
                    .collect(Collectors.joining("\n"));
        }

        private static boolean isTemplate(String name) {
            String bare = CardReader.sheetName(name);
            return WordLists.is("templatesheet", bare) || WordLists.is("templatesheet", name) || isMadeOf("templatesheet", HeaderWords.fold(bare));
        }

        /** {@code 空白模板}: one such word behind the other. */
        private static boolean isMadeOf(String key, String name) {
            return !name.isEmpty() && WordLists.of(key).stream().filter(it -> it.codePoints().allMatch(Character::isIdeographic))
                    .anyMatch(it -> name.equals(it) || name.startsWith(it) && isMadeOf(key, name.substring(it.length())));
        }

        private boolean isCard(Sheet sheet, TableFinder.Found found) {
            CardReader reader = new CardReader(tools, new Asked());
            int labels = reader.labels(found);
            if (found.tables().stream().anyMatch(this::isOfMany)) {
                return false;
            }
            boolean logOnly = !found.tables().isEmpty() && file.sheets().size() > 1 && !found.outside().isEmpty();
            return labels >= 2 || logOnly && !WordLists.is("untitled", sheet.name());
        }

        /** Whether the rows of a table are of several customers, by the numbers that these have. */
        private boolean isOfMany(Table table) {
            for (int i = 0; i < table.headers().size(); i++) {
                int column = i;
                boolean number = tools.headers().find(table.headers().get(i)).filter(it -> it.whole() && it.role() == Role.ID).isPresent();
                if (number && table.body().stream().map(it -> it.cell(column).text().strip()).filter(it -> !it.isEmpty()).distinct().count() > 1) {
                    return true;
                }
            }
            return false;
        }

        /** One customer, or several below each other. */
        private void cards(Sheet sheet, TableFinder.Found found, List<List<Column>> held) {
            List<Sheet> blocks = new Blocks(tools.headers()).parts(sheet);
            seen.add(new Seen(sheet.name(), 0, List.of(), blocks.size(), List.of()));
            if (blocks.size() == 1) {
                card(sheet, found, held);
                return;
            }
            for (Sheet block : blocks) {
                TableFinder.Found within = finder.find(block);
                card(block, within, within.tables().stream().map(it -> columns.of(it, Legend.NONE, roles(it))).toList());
            }
        }

        private void card(Sheet sheet, TableFinder.Found found, List<List<Column>> held) {
            Entry entry = new CardReader(tools, asked).read(sheet, found, held, null);
            if (!entry.company.isEmpty()) {
                enter(entry, false, "");
            }
        }

        private void table(Table written, List<Column> held, Legend legend, String around, Titles titles) {
            TwoInOne apart = TwoInOne.of(written, held, tools.headers());
            List<Column> of = apart.columns();
            Table table = Dittos.resolved(apart.table(), of, asked);
            Optional<Systems.Known> known = Systems.of(table);
            boolean book = known.filter(Systems.Known::addressBook).isPresent() || file.kind() == ListFile.Kind.VCARD;
            if (system.isEmpty()) {
                system = known.map(Systems.Known::name).orElse("");
            }
            if (known.filter(Systems.Known::deals).isPresent()) {
                List<Entry> deals = new DealReader(table, of, tools, asked).read();
                seen.add(seen(table, of, deals.size()));
                entries.addAll(deals);
                return;
            }
            String named = sheetCountry(table.sheet().name(), of);
            String country = named != null || Columns.has(of, Role.COUNTRY) ? named : titles.country(tools.countries(), us.country());
            TableWords words = TableWords.of(table, of, legend, around, country, titles.texts().isEmpty() ? "" : titles.texts().getFirst());
            String grades = of.stream().filter(it -> it.role() == Role.GRADE).map(Column::header).findFirst().orElse("");
            words.scale().taken().ifPresent(it -> asked.ask(Question.Kind.SCALE, table.sheet().name(), grades.isEmpty() ? it : grades + ": " + it));
            words.orderShown(table, of).ifPresent(it -> asked.ask(Question.Kind.DATE_ORDER, table.sheet().name(), it));
            if (words.carLetters()) {
                asked.ask(Question.Kind.CAR_LETTERS, table.sheet().name(), "D, A, E, F, I, B …");
            }
            owners(table, of);
            List<Entry> read = new RowReader(table, of, words, tools, asked, book).read();
            seen.add(seen(table, of, read.size()));
            List<String> others = titles.others(table.sheet().name());
            for (Entry it : read) {
                it.kinds.addAll(others);
                footnote(it, around);
                enter(it, book, around);
            }
        }

        /** {@code * invoice to his wife}, below a list with {@code Bar Nizza*} in it. */
        private void footnote(Entry entry, String around) {
            if (!entry.footnote.isEmpty()) {
                around.lines().map(String::strip)
                        .filter(it -> it.startsWith(entry.footnote) && it.length() > entry.footnote.length() && !it.startsWith(entry.footnote + entry.footnote))
                        .findFirst()
                        .ifPresent(it -> {
                            entry.notes.add(it);
                            asked.ask(Question.Kind.FOOTNOTE, entry, entry.company + ": " + it);
                        });
            }
        }

        private void enter(Entry entry, boolean book, String around) {
            Optional<Question.Kind> why = not.why(entry, book, around);
            if (why.isPresent()) {
                if (why.get() == Question.Kind.NOT_CUSTOMER || why.get() == Question.Kind.OURSELVES) {
                    leftOut.add(entry);
                }
                String who = entry.company.isEmpty() ? entry.people.stream().map(it -> it.name).findFirst().orElse("") : entry.company;
                asked.ask(why.get(), entry, who.isEmpty() ? String.join(", ", entry.addresses()) : who);
            } else {
                entries.add(entry);
            }
        }

        /** A list without a header, where addresses or numbers leave no doubt that it is one. */
        private boolean headerless(Sheet sheet, Legend legend) {
            int width = sheet.rows().stream().mapToInt(it -> it.cells().size()).max().orElse(0);
            List<String> none = Collections.nCopies(width, "");
            Table table = new Table(sheet, none, none, sheet.rows(), false);
            List<Column> of = Headerless.columns(columns.of(table, legend, Map.of()), table, tools);
            if (!Columns.has(of, Role.EMAIL) && !Columns.has(of, Role.PHONE)) {
                return false;
            }
            table(table, of, legend, "", Titles.NONE);
            return true;
        }

        private Map<String, Role> roles(Table table) {
            Map<String, Role> roles = new HashMap<>();
            Systems.of(table).ifPresent(it -> roles.putAll(it.roles()));
            roles.putAll(remembered.getOrDefault(fingerprint(table.headers()), Map.of()));
            return roles;
        }

        private @Nullable String sheetCountry(String name, List<Column> of) {
            if (Columns.has(of, Role.COUNTRY)) {
                return null;
            }
            return tools.countries().ofAddress(name.replaceAll("[-_.\\d]+", " ")).filter(it -> !it.equals(us.country())).orElse(null);
        }

        /** Rows without an owner where most have one lie in a pool of customers of nobody. */
        private void owners(Table table, List<Column> of) {
            for (Column it : of) {
                if (it.role() == Role.OWNER) {
                    long named = table.body().stream().filter(row -> !row.cell(it.index()).isEmpty()).count();
                    long unnamed = table.body().stream().filter(row -> row.cell(it.index()).isEmpty() && row.filled() > 2).count();
                    if (named > 0 && unnamed > 0) {
                        asked.ask(Question.Kind.NO_OWNER, table.sheet().name(), it.header() + ": " + unnamed);
                    }
                }
            }
        }

        private static Seen seen(Table table, List<Column> of, int rows) {
            List<SeenColumn> shown = new ArrayList<>();
            List<Column> from = new ArrayList<>();
            for (Column it : of) {
                List<String> samples = table.body().stream()
                        .map(row -> sample(row, it))
                        .filter(text -> !text.isEmpty())
                        .limit(SAMPLES)
                        .toList();
                if (!it.header().isEmpty() || !samples.isEmpty()) {
                    shown.add(new SeenColumn(it.header(), it.role(), samples));
                    from.add(it);
                }
            }
            int header = table.headed() && !table.body().isEmpty() ? Math.max(1, table.body().getFirst().number() - 1) : 0;
            List<List<String>> first = table.body().stream()
                    .limit(SAMPLES)
                    .map(row -> from.stream().map(it -> sample(row, it)).toList())
                    .toList();
            return new Seen(table.sheet().name(), header, shown, rows, first);
        }

        private static String sample(Row row, Column column) {
            String text = row.cell(column.index()).text().replaceAll("\\s+", " ").strip();
            return Text.fit(text, SAMPLE_LENGTH + 1);
        }
    }
}
