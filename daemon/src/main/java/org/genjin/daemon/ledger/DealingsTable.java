package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.genjin.daemon.calendar.CustomerZone.Hints;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.DealingsReading;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.Promise;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where we stand with each customer: as it was worked out last, and what it is worked out from. */
public final class DealingsTable {

    private final Handle handle;

    DealingsTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * As it was worked out, with what it was worked out from.
     *
     * @param standing last mails and touches as they were then
     */
    public record Kept(Dealings dealings, Hints hints, CustomerTable.Standing standing) {
        /** Whether it says the same of the same. */
        public boolean isLike(Kept other) {
            return isOf(other.standing) && dealings.equals(other.dealings) && hints.equals(other.hints);
        }

        /** Whether nothing was said since. */
        boolean isOf(CustomerTable.Standing now) {
            return Objects.equals(standing.lastIn(), now.lastIn())
                    && Objects.equals(standing.lastOut(), now.lastOut())
                    && standing.touches() == now.touches();
        }
    }

    public void keep(Map<CustomerId, Kept> all) {
        if (all.isEmpty()) {
            return;
        }
        forget(all.keySet());
        PreparedBatch insert = handle.prepareBatch(
                "insert into dealings (customer_id, version, last_in, last_out, touches, state, clock_offset, clock_at, phone_zones)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        all.forEach((id, it) -> {
            ZoneOffset offset = it.hints().offset();
            insert.add(
                    id.number(), DealingsReading.VERSION, Rows.timestampOrNull(it.standing().lastIn()),
                    Rows.timestampOrNull(it.standing().lastOut()), it.standing().touches(), DealingsText.write(it.dealings()),
                    offset == null ? null : offset.getTotalSeconds(), Rows.timestampOrNull(it.hints().at()),
                    Rows.fit(zones(it.hints().phones()), 2000));
        });
        insert.execute();
    }

    /** They are worked out anew when somebody asks. */
    public void forget(Collection<CustomerId> customers) {
        if (!customers.isEmpty()) {
            handle.createUpdate("delete from dealings where customer_id in (<ids>)")
                    .bindList("ids", customers.stream().map(CustomerId::number).toList())
                    .execute();
        }
    }

    /** Of all customers of whom it was worked out by the rules of today. */
    public Map<CustomerId, Kept> kept() {
        Map<CustomerId, Kept> kept = new HashMap<>();
        handle.createQuery("select * from dealings where version = ?")
                .bind(0, DealingsReading.VERSION)
                .map((row, _) -> Map.entry(new CustomerId(row.getLong("customer_id")), kept(row)))
                .forEach(it -> kept.put(it.getKey(), it.getValue()));
        return kept;
    }

    public Map<CustomerId, Kept> kept(Collection<CustomerId> customers) {
        Map<CustomerId, Kept> kept = new HashMap<>();
        new ListQuery(handle, "ids", customers, "select * from dealings where version = :version and customer_id in (<ids>)")
                .bind("version", DealingsReading.VERSION)
                .list((row, _) -> Map.entry(new CustomerId(row.getLong("customer_id")), kept(row)))
                .forEach(it -> kept.put(it.getKey(), it.getValue()));
        return kept;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Integer offset = row.getObject("clock_offset", Integer.class);
        return new Kept(
                DealingsText.read(row.getString("state")),
                new Hints(
                        zones(row.getString("phone_zones")), offset == null ? null : ZoneOffset.ofTotalSeconds(offset),
                        Rows.instantOrNull(row, "clock_at")),
                new CustomerTable.Standing(
                        null, Rows.instantOrNull(row, "last_in"), Rows.instantOrNull(row, "last_out"), row.getInt("touches"), List.of()));
    }

    /**
     * What was heard from and said to a customer.
     *
     * @param events oldest first
     * @param clock by which the last mail was dated that says so; the telephones are not looked at
     */
    public record Heard(List<Event> events, Hints clock) {
        public static final Heard NOTHING = new Heard(List.of(), Hints.NONE);
    }

    /**
     * What was said with customers from {@code from} up to {@code until}.
     *
     * @param facts of the same customers up to the same time
     */
    public Map<CustomerId, Heard> heard(
            Collection<CustomerId> customers, Map<CustomerId, List<SaidFact>> facts, Instant from, Instant until) {
        Map<CustomerId, List<Event>> events = new HashMap<>();
        Map<CustomerId, Hints> clocks = new HashMap<>();
        Map<CustomerId, Map<Long, List<Fact>>> saidIn = new HashMap<>();
        facts.forEach((id, all) -> all.forEach(it -> saidIn.computeIfAbsent(id, _ -> new HashMap<>())
                .computeIfAbsent(it.message(), _ -> new ArrayList<>()).add(it.fact())));
        Map<CustomerId, Map<Long, List<Promise>>> promisedIn = new HashMap<>();
        new SaidTable(handle).promises(customers, until).forEach((id, all) -> all.forEach(it -> promisedIn.computeIfAbsent(id, _ -> new HashMap<>())
                .computeIfAbsent(it.message(), _ -> new ArrayList<>()).add(it.promise())));
        new ListQuery(
                        handle, "ids", customers,
                        "select m.whose, m.id, m.sent_at, m.direction, m.expects_answer, m.said_version, m.valid_until, m.clock_offset from "
                                + Theirs.MESSAGES + " where m.sent_at <= :until and m.sent_at > :from and " + CustomerTable.TOUCH
                                + " order by m.sent_at, m.id")
                .bind("until", Rows.timestamp(until))
                .bind("from", Rows.timestamp(from))
                .list((row, _) -> {
                    CustomerId id = new CustomerId(row.getLong("whose"));
                    long message = row.getLong("id");
                    Integer clock = row.getObject("clock_offset", Integer.class);
                    if (clock != null) {
                        clocks.put(id, new Hints(List.of(), ZoneOffset.ofTotalSeconds(clock), Rows.instant(row, "sent_at")));
                    }
                    return Map.entry(
                            id,
                            new Event(
                                    message, Rows.instant(row, "sent_at"), Direction.valueOf(row.getString("direction")),
                                    row.getInt("said_version") == 0 || row.getBoolean("expects_answer"),
                                    saidIn.getOrDefault(id, Map.of()).getOrDefault(message, List.of()),
                                    promisedIn.getOrDefault(id, Map.of()).getOrDefault(message, List.of()),
                                    row.getObject("valid_until", LocalDate.class)));
                })
                .forEach(it -> events.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        Map<CustomerId, Heard> heard = new HashMap<>();
        events.forEach((id, all) -> heard.put(id, new Heard(all, clocks.getOrDefault(id, Hints.NONE))));
        return heard;
    }

    /** The answer of a mailbox whose reader is away. */
    public record Absence(Point announced, LocalDate back) {}

    /** Who is or was away after {@code day}, as far as their mailboxes have said by {@code until}: the last that each customer's said. */
    public Map<CustomerId, Absence> away(LocalDate day, Instant until) {
        Map<CustomerId, Absence> away = new HashMap<>();
        handle.createQuery("select m.customer_id, m.id, m.sent_at, m.back_on from message m where m.back_on > :day"
                        + " and m.customer_id is not null and m.direction = 'IN' and m.sent_at <= :until order by m.sent_at, m.id")
                .bind("day", day)
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Map.entry(
                        new CustomerId(row.getLong(1)),
                        new Absence(new Point(row.getLong(2), Rows.instant(row, "sent_at")), row.getObject(4, LocalDate.class))))
                .forEach(it -> away.put(it.getKey(), it.getValue()));
        return away;
    }

    private static String zones(List<List<ZoneId>> phones) {
        return phones.stream()
                .map(it -> it.stream().map(ZoneId::getId).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private static List<List<ZoneId>> zones(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";")).map(it -> Arrays.stream(it.split(",")).map(ZoneId::of).toList()).toList();
    }
}
