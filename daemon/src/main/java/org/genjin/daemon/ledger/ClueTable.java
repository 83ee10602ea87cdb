package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What in messages may tie somebody to a customer, and what tells who buys from whom. */
public final class ClueTable {

    private static final int LONGEST = 200;
    /** Which messages may be given to somebody else: those that no person has decided about. */
    private static final String OPEN = "m.match_by <> 'person' and m.match_state <> 'ONE'";

    private final Handle handle;

    ClueTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds clues that the messages do not have yet. */
    public void add(Map<Long, ? extends Collection<Clue>> clues) {
        PreparedBatch insert = handle.prepareBatch("insert into clue (message, kind, clue) values (?, ?, ?)");
        clues.forEach((message, them) -> them.stream()
                .map(it -> new Clue(it.kind(), Rows.fit(it.value(), LONGEST)))
                .distinct()
                .forEach(it -> insert.add(message, it.kind().id(), it.value())));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    public Map<Long, List<Clue>> of(Collection<Long> messages) {
        Map<Long, List<Clue>> clues = new HashMap<>();
        new ListQuery(handle, "ids", messages, "select message, kind, clue from clue where message in (<ids>)")
                .list((row, _) -> Map.entry(row.getLong(1), new Clue(Clue.Kind.of(row.getString(2)), row.getString(3))))
                .forEach(it -> clues.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return clues;
    }

    /** How often a sign was said by somebody, or by us to them. */
    public record Signs(String party, String direction, String sign, int messages, Instant first, Instant last) {}

    /** What messages written by people with each of {@code parties} tell. */
    public List<Signs> signs(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select p.party, m.direction, k.clue, count(*) n, min(m.sent_at) first_said, max(m.sent_at) last_said"
                                + " from participant p join message m on m.id = p.message"
                                + " join clue k on k.message = m.id and k.kind = 'sign'"
                                + " where p.party in (<parties>) and " + CustomerTable.TOUCH
                                + " and ((m.direction = 'IN' and p.role = 'from') or (m.direction = 'OUT' and p.role = 'to'))"
                                + " group by p.party, m.direction, k.clue")
                .list((row, _) -> new Signs(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
                        Rows.instant(row, "first_said"), Rows.instant(row, "last_said")));
    }

    /** Open messages that have one of {@code values}: to be looked at again when a customer becomes known by it. */
    public List<Long> openWith(Collection<Clue.Kind> kinds, Collection<String> values) {
        return new ListQuery(
                        handle, "values", values,
                        "select distinct k.message from clue k join message m on m.id = k.message"
                                + " where k.clue in (<values>) and k.kind in (<kinds>) and " + OPEN)
                .bindList("kinds", kinds.stream().map(Clue.Kind::id).toList())
                .distinct(Long.class);
    }

    /** Messages that pass on words of {@code parties}, and what answers them: an agent's about their client, a colleague's. */
    public List<Long> passingOn(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "with passed as (select distinct k.message from participant p"
                                + " join clue k on k.clue = p.address and k.kind = 'forwarded' where p.party in (<parties>))"
                                + " select m.id from message m join passed on passed.message = m.id where m.match_by <> 'person'"
                                + " union select m.id from passed join message f on f.id = passed.message"
                                + " join reference r on r.message_id = f.message_id join message m on m.id = r.message"
                                + " where m.match_by <> 'person'")
                .list(Long.class);
    }

    /** Those of {@code parties} whose words one of us has passed on to another of us. */
    public List<String> passedOnByUs(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select distinct p.party from participant p"
                                + " join clue k on k.clue = p.address and k.kind = 'forwarded' join message m on m.id = k.message"
                                + " where p.party in (<parties>) and m.direction = 'INTERNAL'")
                .distinct(String.class);
    }

    /** Customers' messages of a chat or by free mail that have one of {@code values}, though no domain tells whose they are. */
    public List<Long> ofThinCustomers(Collection<Clue.Kind> kinds, Collection<String> values) {
        return new ListQuery(
                        handle, "values", values,
                        "select distinct k.message from clue k join message m on m.id = k.message"
                                + " where k.clue in (<values>) and k.kind in (<kinds>) and m.match_by <> 'person'"
                                + " and m.customer_id is not null and not exists (select 1 from identity i"
                                + " where i.customer_id = m.customer_id and i.kind = 'domain')")
                .bindList("kinds", kinds.stream().map(Clue.Kind::id).toList())
                .distinct(Long.class);
    }

    /** Those of {@code customers} whose own messages have a sign. */
    public List<CustomerId> saying(Collection<CustomerId> customers, String sign) {
        return new ListQuery(
                        handle, "ids", customers,
                        "select distinct m.customer_id from message m join clue k on k.message = m.id"
                                + " where m.customer_id in (<ids>) and m.direction = 'IN' and k.kind = 'sign' and k.clue = :sign")
                .bind("sign", sign)
                .distinct((row, _) -> new CustomerId(row.getLong(1)));
    }

    /** Those of {@code customers} who have named a platform in a message. */
    public List<CustomerId> namingPlatforms(Collection<CustomerId> customers) {
        return new ListQuery(
                        handle, "ids", customers,
                        "select distinct m.customer_id from message m join clue k on k.message = m.id"
                                + " where m.customer_id in (<ids>) and k.kind = 'platform' and m.channel = 'email'")
                .distinct((row, _) -> new CustomerId(row.getLong(1)));
    }

    /** A customer's message that has a clue: by its subject, or the number of a paper it names. */
    public record Dated(String value, CustomerId customer, Instant sentAt) {}

    public List<Dated> dated(Clue.Kind kind, Collection<String> values) {
        return new ListQuery(
                        handle, "values", values,
                        "select k.clue, m.customer_id, m.sent_at from clue k join message m on m.id = k.message"
                                + " where k.kind = :kind and k.clue in (<values>) and m.customer_id is not null")
                .bind("kind", kind.id())
                .list((row, _) -> new Dated(
                        row.getString(1), new CustomerId(row.getLong(2)), Rows.instant(row, "sent_at")));
    }
}
