package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The customers, and where each stands. */
public final class CustomerTable {

    /** Which messages {@code m} count as contact with a customer: what people wrote to each other. */
    static final String TOUCH = "m.kind = 'MESSAGE' and not m.bulk and not m.auto and m.direction <> 'INTERNAL'";

    /** The customers {@code <ids>} and those that were merged into them: {@code id}, and {@code whose} it is now. Both parts have an index. */
    static final String WITH_MERGED = "(select id, id as whose from customer where id in (<ids>) and merged_into is null"
            + " union all select id, merged_into as whose from customer where merged_into in (<ids>))";

    private static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");
    private static final int LANGUAGES_EVERY = 32;
    private static final String DAEMON = "daemon";
    private static final String PERSON = "person";
    /** A customer list that a person imported: a later import may change it, the daemon may not. */
    private static final String LIST = "list";
    /** The date of the next follow-up, with when it was set and what is to be done. */
    public static final String NEXT = "next";

    private final Handle handle;

    CustomerTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * One customer as the ledger has it.
     *
     * @param gradeByHand true if a person chose the grade
     * @param nextSetAt when a person set {@code nextDate}; null if nobody did
     */
    public record Row(
            CustomerId id,
            String name,
            boolean nameByHand,
            @Nullable String country,
            Grade grade,
            boolean gradeByHand,
            Stage stage,
            String owner,
            String notes,
            @Nullable LocalDate nextDate,
            String nextText,
            @Nullable Instant nextSetAt,
            Standing standing) {}

    /** What the messages say of a customer up to some time. */
    public record Standing(
            @Nullable Instant firstContact,
            @Nullable Instant lastIn,
            @Nullable Instant lastOut,
            int touches,
            List<String> languages) {
        public static final Standing NONE = new Standing(null, null, null, 0, List.of());
    }

    /** A value a person can set; what a person set, the daemon leaves alone. */
    public enum Field {
        NAME("name"),
        COUNTRY("country"),
        GRADE("grade"),
        STAGE("stage");

        private final String column;

        Field(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }

    public void insert(CustomerId id, String name, String owner, Instant now) {
        handle.execute(
                """
                insert into customer (id, name, name_by, country_by, grade, grade_by, stage, stage_by, owner, notes,
                    next_text, created_at, touches, languages)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, 0, '')
                """,
                id.number(), Rows.fit(name, 500), DAEMON, DAEMON, Grade.C.name(), DAEMON, Stage.NEW.name(), DAEMON, owner,
                Rows.timestamp(now));
        knownByName(id, name);
    }

    private void knownByName(CustomerId id, String name) {
        IdentityTable identities = new IdentityTable(handle);
        for (String key : FirmNames.keys(name)) {
            identities.put(new Identity(Kind.FIRM, key, "", id, "", null));
        }
    }

    public void setByHand(CustomerId id, Field field, String value) {
        handle.execute(
                "update customer set " + field.column + " = ?, " + field.column + "_by = ?, " + field.column + "_why = '', "
                        + field.column + "_message = null where id = ?",
                Rows.fit(value, 500), PERSON, id.number());
        if (field == Field.NAME) {
            knownByName(id, value);
        }
    }

    /** Sets what a customer list says, unless a person set another value since. */
    public void setByList(CustomerId id, Field field, String value, String why) {
        handle.execute(
                "update customer set " + field.column + " = ?, " + field.column + "_by = ?, " + field.column + "_why = ?, "
                        + field.column + "_message = null where id = ? and " + field.column + "_by <> ?",
                Rows.fit(value, 500), LIST, Rows.fit(why, 500), id.number(), PERSON);
        if (field == Field.NAME) {
            knownByName(id, value);
        }
    }

    /** Sets a value that is not there yet, unless a person took it away. */
    public void fill(CustomerId id, Field field, String value) {
        handle.execute(
                "update customer set " + field.column + " = ? where id = ? and " + field.column + "_by = ? and "
                        + field.column + " is null",
                Rows.fit(value, 500), id.number(), DAEMON);
    }

    /**
     * Sets what follows from what was said, unless a person set another value.
     *
     * @param why a key of wording, and what stands in it after a blank
     * @param message the row of the message that tells it; null if none does
     */
    public void propose(CustomerId id, Field field, String value, String why, @Nullable Long message) {
        handle.createUpdate("update customer set " + field.column + " = :value, " + field.column + "_why = :why, "
                        + field.column + "_message = :message where id = :id and " + field.column + "_by = :by and ("
                        + field.column + " is null or " + field.column + " <> :value or " + field.column + "_why <> :why or coalesce("
                        + field.column + "_message, 0) <> coalesce(cast(:message as bigint), 0))")
                .bind("value", Rows.fit(value, 500))
                .bind("why", Rows.fit(why, 500))
                .bind("message", message)
                .bind("id", id.number())
                .bind("by", DAEMON)
                .execute();
    }

    /** What is written in one place of a customer's row, and why. */
    public DecisionTable.WasValue value(CustomerId id, String field) {
        if (field.startsWith(OwnColumnTable.FIELD)) {
            return new OwnColumnTable(handle).value(id, field);
        }
        boolean reasoned = Arrays.stream(Field.values()).anyMatch(it -> it.column.equals(field));
        String columns = reasoned ? field + "_by, " + field + "_why, " + field + "_message" : "'', '', cast(null as bigint)";
        String value = field.equals(NEXT) ? "coalesce(next_date || '|' || next_set_at || '|' || next_text, '')" : field;
        return handle.createQuery("select " + value + ", " + columns + " from customer where id = ?")
                .bind(0, id.number())
                .map((row, _) -> new DecisionTable.WasValue(
                        id, field, row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class)))
                .one();
    }

    /** Writes back what {@link #value} told. */
    public void restore(DecisionTable.WasValue was) {
        String value = was.value();
        if (was.field().startsWith(OwnColumnTable.FIELD)) {
            new OwnColumnTable(handle).set(was.customer(), was.field(), value == null ? "" : value);
            return;
        }
        if (was.field().equals(NEXT)) {
            String[] parts = value == null || value.isEmpty() ? new String[0] : value.split("\\|", 3);
            handle.execute(
                    "update customer set next_date = cast(? as date), next_set_at = cast(? as timestamp with time zone), next_text = ?"
                            + " where id = ?",
                    parts.length == 0 ? null : parts[0], parts.length == 0 ? null : parts[1], parts.length == 0 ? "" : parts[2],
                    was.customer().number());
            return;
        }
        boolean reasoned = Arrays.stream(Field.values()).anyMatch(it -> it.column.equals(was.field()));
        handle.execute("update customer set " + was.field() + " = ? where id = ?", value, was.customer().number());
        if (reasoned) {
            handle.execute(
                    "update customer set " + was.field() + "_by = ?, " + was.field() + "_why = ?, " + was.field()
                            + "_message = ? where id = ?",
                    was.by(), was.why(), was.message(), was.customer().number());
        }
    }

    /** Makes a customer a part of another; of itself, if it is a customer no more. Null makes it one again. */
    public void setMergedInto(CustomerId id, @Nullable CustomerId into) {
        handle.execute("update customer set merged_into = ? where id = ?", into == null ? null : into.number(), id.number());
    }

    /**
     * The same, with where it comes from.
     *
     * @param why in words
     * @param message the row of the message that tells; null if none does
     */
    public void fill(CustomerId id, Field field, String value, String why, @Nullable Long message) {
        int filled = handle.execute(
                "update customer set " + field.column + " = ?, " + field.column + "_why = ?, " + field.column
                        + "_message = ? where id = ? and " + field.column + "_by = ? and " + field.column + " is null",
                Rows.fit(value, 500), Rows.fit(why, 500), message, id.number(), DAEMON);
        if (filled > 0 && field == Field.NAME) {
            knownByName(id, value);
        }
    }

    /** Those of {@code ids} that are called by a person's name or a domain so far, and that nobody named. */
    public Set<CustomerId> calledByChance(Collection<CustomerId> ids) {
        Set<CustomerId> called = new HashSet<>();
        new ListQuery(
                        handle, "ids", ids,
                        "select c.id from customer c where c.id in (<ids>) and c.name_by = 'daemon' and c.name_why <> 'signature'"
                                + " and not exists (select 1 from identity i where i.customer_id = c.id and i.set_by <> 'daemon')")
                .list((row, _) -> new CustomerId(row.getLong(1)))
                .forEach(called::add);
        return called;
    }

    /** Those of {@code ids} whose stage came with a customer list, and not out of what was said. */
    public Set<CustomerId> stagedByList(Collection<CustomerId> ids) {
        return new HashSet<>(new ListQuery(handle, "ids", ids, "select c.id from customer c where c.id in (<ids>) and c.stage_why like 'list %'")
                .list((row, _) -> new CustomerId(row.getLong(1))));
    }

    /** Gives a better name to a customer that is called by a person's name or a domain so far, and that nobody named. */
    public void improveName(CustomerId id, String name, String why, @Nullable Long message) {
        int improved = handle.execute(
                "update customer set name = ?, name_why = ?, name_message = ? where id = ? and name_by = 'daemon'"
                        + " and name_why <> 'signature' and not exists (select 1 from identity i where i.customer_id = ? and i.set_by <> 'daemon')",
                Rows.fit(name, 500), Rows.fit(why, 500), message, id.number(), id.number());
        if (improved > 0) {
            knownByName(id, name);
        }
    }

    public void setOwner(CustomerId id, String owner) {
        handle.execute("update customer set owner = ? where id = ?", owner, id.number());
    }

    public void setNotes(CustomerId id, String notes) {
        handle.execute("update customer set notes = ? where id = ?", notes, id.number());
    }

    /** @param date null takes a date away */
    public void setNext(CustomerId id, @Nullable LocalDate date, String text, Instant now) {
        handle.execute(
                "update customer set next_date = ?, next_text = ?, next_set_at = ? where id = ?",
                date, Rows.fit(text, 1000), date == null ? null : Rows.timestamp(now), id.number());
    }

    public Optional<Row> find(CustomerId id) {
        return handle.createQuery("select * from customer where id = ? and merged_into is null")
                .bind(0, id.number())
                .map((row, _) -> row(row))
                .findOne();
    }

    /** @param owner only that owner's; empty: all */
    public List<Row> all(Optional<String> owner) {
        return handle.createQuery("select * from customer where (:owner is null or owner = :owner) and merged_into is null order by id")
                .bind("owner", owner.orElse(null))
                .map((row, _) -> row(row))
                .list();
    }

    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        new ListQuery(handle, "ids", ids, "select id, name from customer where id in (<ids>)")
                .list((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(it -> names.put(it.getKey(), it.getValue()));
        return names;
    }

    /** Customer's number → its owner. */
    public Map<Long, String> owners(Collection<Long> ids) {
        Map<Long, String> owners = new HashMap<>();
        new ListQuery(handle, "ids", ids, "select id, owner from customer where id in (<ids>)")
                .list((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(it -> owners.put(it.getKey(), it.getValue()));
        return owners;
    }

    /** How many of an owner's customers were made from {@code from} up to {@code to}. */
    public long countNew(String owner, Instant from, Instant to) {
        return handle.createQuery(
                        "select count(*) from customer where owner = ? and first_contact >= ? and first_contact < ?"
                                + " and merged_into is null")
                .bind(0, owner)
                .bind(1, Rows.timestamp(from))
                .bind(2, Rows.timestamp(to))
                .mapTo(Long.class)
                .one();
    }

    /** The countries that customers are in. */
    public List<String> countries() {
        return handle.createQuery("select distinct country from customer where country is not null").mapTo(String.class).list();
    }

    /**
     * Those of {@code ids} that were made by rules of a chat or of free mail, so that they may turn out to be others, and that
     * nobody has touched since: neither listed nor named, graded, noted or planned by a person.
     */
    public Set<CustomerId> thin(Collection<CustomerId> ids) {
        Set<CustomerId> thin = new HashSet<>();
        new ListQuery(
                        handle, "ids", ids,
                        "select c.id from customer c where c.id in (<ids>) and c.merged_into is null"
                                + " and c.name_by = 'daemon' and c.country_by = 'daemon' and c.grade_by = 'daemon'"
                                + " and c.stage_by = 'daemon' and c.notes = '' and c.next_set_at is null"
                                + " and not exists (select 1 from identity i where i.customer_id = c.id and (i.set_by <> 'daemon' or i.kind = 'domain'))"
                                + " and not exists (select 1 from decision d where d.customer_id = c.id"
                                + " and (d.made_by <> 'daemon' or d.undone_at is not null))"
                                + " and not exists (select 1 from decision_identity w join decision d on d.id = w.decision"
                                + " where w.was_customer = c.id and d.undone_at is not null)")
                .list((row, _) -> new CustomerId(row.getLong(1)))
                .forEach(thin::add);
        return thin;
    }

    public long count() {
        return handle.createQuery("select count(*) from customer where merged_into is null").mapTo(Long.class).one();
    }

    /** A message that has just become a customer's, if it counts as contact. */
    public record Touch(CustomerId customer, Direction direction, Instant at, String language) {}

    /**
     * Notes new contacts; the same as {@link #refresh}, without reading all of the customers' messages again. Only the order
     * of a customer's languages, which follows from how often each was used, is looked up now and then.
     */
    public void touch(Collection<Touch> touches) {
        Map<CustomerId, List<Touch>> byCustomer = new LinkedHashMap<>();
        touches.forEach(it -> byCustomer.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it));
        if (byCustomer.isEmpty()) {
            return;
        }
        List<CustomerId> newLanguages = new ArrayList<>();
        PreparedBatch update = handle.prepareBatch(
                "update customer set first_contact = ?, last_in = ?, last_out = ?, touches = ? where id = ?");
        for (Row row : find(byCustomer.keySet())) {
            Standing was = row.standing();
            List<Touch> fresh = byCustomer.getOrDefault(row.id(), List.of());
            int count = was.touches() + fresh.size();
            update.add(
                    Rows.timestampOrNull(earliest(was.firstContact(), fresh)),
                    Rows.timestampOrNull(latest(was.lastIn(), fresh, Direction.IN)),
                    Rows.timestampOrNull(latest(was.lastOut(), fresh, Direction.OUT)), count, row.id().number());
            boolean unknown = fresh.stream().anyMatch(it -> it.direction() == Direction.IN
                    && !it.language().isEmpty() && !was.languages().contains(it.language()));
            if (unknown || count / LANGUAGES_EVERY != was.touches() / LANGUAGES_EVERY) {
                newLanguages.add(row.id());
            }
        }
        update.execute();
        if (!newLanguages.isEmpty()) {
            languages(newLanguages.stream().map(CustomerId::number).toList(), FOREVER).forEach((id, languages) -> handle.execute(
                    "update customer set languages = ? where id = ?", Rows.fit(String.join(",", languages), 100), id.number()));
        }
    }

    /** Those of {@code ids} that are customers still. */
    public List<Row> rows(Collection<CustomerId> ids) {
        return ids.isEmpty() ? List.of() : find(ids);
    }

    public List<CustomerId> ids() {
        return handle.createQuery("select id from customer where merged_into is null order by id")
                .map((row, _) -> new CustomerId(row.getLong(1)))
                .list();
    }

    private List<Row> find(Collection<CustomerId> ids) {
        return new ListQuery(handle, "ids", ids, "select * from customer where id in (<ids>)")
                .list((row, _) -> row(row));
    }

    private static @Nullable Instant earliest(@Nullable Instant known, List<Touch> touches) {
        return Stream.concat(Stream.ofNullable(known), touches.stream().map(Touch::at)).min(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant latest(@Nullable Instant known, List<Touch> touches, Direction direction) {
        return Stream.concat(
                        Stream.ofNullable(known),
                        touches.stream().filter(it -> it.direction() == direction).map(Touch::at))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Writes down anew where {@code ids} stand, from their messages. */
    public void refresh(Collection<CustomerId> ids) {
        new DealingsTable(handle).forget(ids);
        Map<CustomerId, Standing> standings = standings(ids, FOREVER);
        for (CustomerId id : ids) {
            Standing standing = standings.getOrDefault(id, Standing.NONE);
            handle.execute(
                    "update customer set first_contact = ?, last_in = ?, last_out = ?, touches = ?, languages = ?"
                            + " where id = ?",
                    Rows.timestampOrNull(standing.firstContact()), Rows.timestampOrNull(standing.lastIn()),
                    Rows.timestampOrNull(standing.lastOut()), standing.touches(),
                    String.join(",", standing.languages()), id.number());
        }
    }

    /** Where customers stood at {@code until}, from their messages. */
    public Map<CustomerId, Standing> standings(Collection<CustomerId> ids, Instant until) {
        Map<CustomerId, Standing> standings = new HashMap<>();
        if (ids.isEmpty()) {
            return standings;
        }
        List<Long> numbers = ids.stream().map(CustomerId::number).toList();
        Map<CustomerId, List<String>> languages = languages(numbers, until);
        new ListQuery(
                        handle, "ids", numbers,
                        "select m.whose, count(*) touches, min(m.sent_at) first_contact,"
                                + " max(case when m.direction = 'IN' then m.sent_at end) last_in,"
                                + " max(case when m.direction = 'OUT' then m.sent_at end) last_out"
                                + " from " + Theirs.MESSAGES + " where m.sent_at <= :until and " + TOUCH + " group by m.whose")
                .bind("until", Rows.timestamp(until))
                .list((row, _) -> {
                    CustomerId id = new CustomerId(row.getLong("whose"));
                    return Map.entry(
                            id,
                            new Standing(
                                    Rows.instantOrNull(row, "first_contact"),
                                    Rows.instantOrNull(row, "last_in"),
                                    Rows.instantOrNull(row, "last_out"),
                                    row.getInt("touches"),
                                    languages.getOrDefault(id, List.of())));
                })
                .forEach(it -> standings.put(it.getKey(), it.getValue()));
        return standings;
    }

    private Map<CustomerId, List<String>> languages(List<Long> ids, Instant until) {
        Map<CustomerId, List<String>> languages = new HashMap<>();
        new ListQuery(
                        handle, "ids", ids,
                        "select m.whose, m.language, count(*) n from " + Theirs.MESSAGES
                                + " where m.sent_at <= :until and m.direction = 'IN' and m.language <> '' and " + TOUCH
                                + " group by m.whose, m.language order by n desc, m.language")
                .bind("until", Rows.timestamp(until))
                .list((row, _) -> Map.entry(new CustomerId(row.getLong(1)), row.getString(2)))
                .forEach(it -> languages.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return languages;
    }

    private static Row row(ResultSet row) throws SQLException {
        String languages = row.getString("languages");
        return new Row(
                new CustomerId(row.getLong("id")),
                row.getString("name"),
                !row.getString("name_by").equals(DAEMON),
                row.getString("country"),
                Grade.valueOf(row.getString("grade")),
                !row.getString("grade_by").equals(DAEMON),
                Stage.valueOf(row.getString("stage")),
                row.getString("owner"),
                row.getString("notes"),
                row.getObject("next_date", LocalDate.class),
                row.getString("next_text"),
                Rows.instantOrNull(row, "next_set_at"),
                new Standing(
                        Rows.instantOrNull(row, "first_contact"),
                        Rows.instantOrNull(row, "last_in"),
                        Rows.instantOrNull(row, "last_out"),
                        row.getInt("touches"),
                        languages.isEmpty() ? List.of() : List.of(languages.split(","))));
    }
}
