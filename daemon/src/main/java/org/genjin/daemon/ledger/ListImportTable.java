package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DecisionTable.WasValue;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Customer lists that were imported, and what each changed. */
public final class ListImportTable {

    private static final String CUSTOMER = "customer";
    private static final String IDENTITY = "identity";

    private final Handle handle;

    ListImportTable(Handle handle) {
        this.handle = handle;
    }

    /** @param undoneAt null while it stands */
    public record Imported(
            long id, String file, String system, String owner, Instant at, int created, int updated, int unchanged,
            @Nullable Instant undoneAt) {}

    /** One thing that an import changed. */
    public sealed interface Change {
        CustomerId customer();

        /** A customer that is new, with all that it is known by. */
        record Made(CustomerId customer) implements Change {}

        record Known(CustomerId customer, Kind kind, String knownAs, String owner) implements Change {}

        /** @param now what the import wrote */
        record Value(WasValue was, @Nullable String now) implements Change {
            @Override
            public CustomerId customer() {
                return was.customer();
            }
        }
    }

    public void add(Imported it) {
        handle.execute(
                "insert into list_import (id, file, system, owner, imported_at, created, updated, unchanged)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                it.id(), Rows.fit(it.file(), 1000), Rows.fit(it.system(), 100), it.owner(), Rows.timestamp(it.at()), it.created(),
                it.updated(), it.unchanged());
    }

    /** In this order; taken back in the opposite one. */
    public void addChanges(long id, List<Change> changes) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into list_import_change (list_import, ordinal, customer_id, what, kind, known_as, owner, was_value, was_by,"
                        + " was_why, was_message, now_value) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int ordinal = 0;
        for (Change change : changes) {
            ordinal++;
            switch (change) {
                case Change.Made it -> batch.add(
                        id, ordinal, it.customer().number(), CUSTOMER, null, null, null, null, "", "", null, null);
                case Change.Known it -> batch.add(
                        id, ordinal, it.customer().number(), IDENTITY, it.kind().id(), Rows.fit(it.knownAs(), 400), it.owner(),
                        null, "", "", null, null);
                case Change.Value it -> batch.add(
                        id, ordinal, it.customer().number(), it.was().field(), null, null, null, it.was().value(), it.was().by(),
                        it.was().why(), it.was().message(), it.now());
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    public List<Change> changes(long id) {
        return handle.createQuery("select * from list_import_change where list_import = ? order by ordinal")
                .bind(0, id)
                .map((row, _) -> change(row))
                .list();
    }

    /** The newest that stands, of one owner's or, if empty, of all. */
    public Optional<Imported> last(Optional<String> owner) {
        return handle.createQuery("select * from list_import where undone_at is null and (:owner is null or owner = :owner)"
                        + " order by id desc limit 1")
                .bind("owner", owner.orElse(null))
                .map((row, _) -> imported(row))
                .findOne();
    }

    /** The newest first, whether they stand or not. */
    public List<Imported> recent(Optional<String> owner, int limit) {
        return handle.createQuery("select * from list_import where (:owner is null or owner = :owner) order by id desc limit :limit")
                .bind("owner", owner.orElse(null))
                .bind("limit", limit)
                .map((row, _) -> imported(row))
                .list();
    }

    public void undone(long id, Instant now) {
        handle.execute("update list_import set undone_at = ? where id = ?", Rows.timestamp(now), id);
    }

    /** Customer → what the newest standing import wrote in one place. */
    public Map<CustomerId, String> written(Collection<CustomerId> customers, String field) {
        Map<CustomerId, String> written = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select c.customer_id, c.now_value from list_import_change c join list_import i on i.id = c.list_import"
                                + " where c.what = :what and i.undone_at is null and c.customer_id in (<ids>) order by i.id")
                .bind("what", field)
                .list((row, _) -> Map.entry(new CustomerId(row.getLong(1)), String.valueOf(row.getString(2))))
                .forEach(it -> written.put(it.getKey(), it.getValue()));
        return written;
    }

    /** What a person said the columns under such headers hold: header → role. */
    public Map<String, String> columns(String fingerprint) {
        Map<String, String> columns = new HashMap<>();
        handle.createQuery("select header, role from list_column where fingerprint = ?")
                .bind(0, fingerprint)
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(it -> columns.put(it.getKey(), it.getValue()));
        return columns;
    }

    public void rememberColumns(String fingerprint, Map<String, String> columns) {
        columns.forEach((header, role) -> {
            handle.execute("delete from list_column where fingerprint = ? and header = ?", fingerprint, Rows.fit(header, 300));
            handle.execute(
                    "insert into list_column (fingerprint, header, role) values (?, ?, ?)", fingerprint, Rows.fit(header, 300), role);
        });
    }

    /**
     * A customer that a list brings.
     *
     * @param values what the list says of it: column → value
     * @param action what is to be done on the day of the next follow-up; "" if nothing is said
     */
    public record NewCustomer(CustomerId id, String name, Map<String, String> values, String action) {

        private @Nullable String value(Field field) {
            return values.get(field.column());
        }
    }

    /** Customers that are new, known by their names from now on; all at once, as a list brings tens of thousands. */
    public void insertCustomers(List<NewCustomer> customers, String owner, String why, Instant now) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into customer (id, name, name_by, name_why, country, country_by, country_why, grade, grade_by, grade_why,"
                        + " stage, stage_by, stage_why, owner, notes, next_date, next_text, next_set_at, created_at, touches, languages)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')");
        String reason = Rows.fit(why, 500);
        String list = By.LIST.id();
        List<Identity> firms = new ArrayList<>();
        for (NewCustomer it : customers) {
            String country = it.value(Field.COUNTRY);
            String grade = it.value(Field.GRADE);
            String stage = it.value(Field.STAGE);
            String next = it.values().get(CustomerTable.NEXT);
            // Of a stage later words will tell more, but for one that nobody's words lead out of.
            String stageBy = Stage.BLOCKED.name().equals(stage) ? list : By.DAEMON.id();
            batch.add(
                    it.id().number(), Rows.fit(it.name(), 500), list, reason,
                    country, by(country), country == null ? "" : reason,
                    grade == null ? Grade.C.name() : grade, by(grade), grade == null ? "" : reason,
                    stage == null ? Stage.NEW.name() : stage, stageBy, stage == null ? "" : reason,
                    owner, it.values().getOrDefault("notes", ""), next == null ? null : LocalDate.parse(next),
                    next == null ? "" : Rows.fit(it.action(), 1000), next == null ? null : Rows.timestamp(now), Rows.timestamp(now));
            FirmNames.keys(it.name()).stream().distinct()
                    .forEach(key -> firms.add(new Identity(Kind.FIRM, key, "", it.id(), "", null)));
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        insertIdentities(firms);
    }

    private static String by(@Nullable String value) {
        return value == null ? By.DAEMON.id() : By.LIST.id();
    }

    /** Identities that nobody has yet; all at once, as a list brings tens of thousands. */
    public void insertIdentities(List<Identity> identities) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into identity (kind, known_as, owner, customer_id, person, title, first_seen, last_seen, message, set_by)"
                        + " values (?, ?, ?, ?, ?, ?, null, null, null, ?)");
        // In the order in which the table keeps them: neighbours are written together.
        List<Identity> sorted = identities.stream().sorted(Comparator.comparing(Identity::kind).thenComparing(Identity::knownAs)).toList();
        for (Identity it : sorted) {
            batch.add(
                    it.kind().id(), Rows.fit(it.knownAs(), 400), it.owner(), it.customer().number(), Rows.fit(it.person(), 500),
                    Rows.fit(it.title(), 300), it.by().id());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        CustomerId customer = new CustomerId(row.getLong("customer_id"));
        String what = row.getString("what");
        return switch (what) {
            case CUSTOMER -> new Change.Made(customer);
            case IDENTITY -> new Change.Known(
                    customer, Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("known_as"),
                    row.getString("owner"));
            default -> new Change.Value(
                    new WasValue(
                            customer, what, row.getString("was_value"), row.getString("was_by"), row.getString("was_why"),
                            Rows.longOrNull(row, "was_message")),
                    row.getString("now_value"));
        };
    }

    private static Imported imported(ResultSet row) throws SQLException {
        return new Imported(
                row.getLong("id"), row.getString("file"), row.getString("system"), row.getString("owner"),
                Rows.instant(row, "imported_at"), row.getInt("created"), row.getInt("updated"), row.getInt("unchanged"),
                Rows.instantOrNull(row, "undone_at"));
    }
}
