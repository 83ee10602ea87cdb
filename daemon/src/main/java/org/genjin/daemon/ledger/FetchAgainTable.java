package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;

/** Places that are to be read again, because a message's content was dropped and is wanted, or because they were kept out. */
public final class FetchAgainTable {

    private final Handle handle;

    FetchAgainTable(Handle handle) {
        this.handle = handle;
    }

    /** Has messages fetched again from each place where they were seen. */
    public void want(Collection<Long> messages) {
        for (long message : messages) {
            handle.execute(
                    "insert into fetch_again (source, mailbox, locator, message)"
                            + " select s.source, s.mailbox, s.locator, s.message from sighting s where s.message = ?"
                            + " and not exists (select 1 from fetch_again f where f.message = s.message)",
                    message);
        }
    }

    /** Mailbox → the places in it that nobody has asked for yet. */
    public Map<Mailbox, List<String>> unasked(String source) {
        Map<Mailbox, List<String>> places = new LinkedHashMap<>();
        handle.createQuery("select mailbox, locator from fetch_again where source = ? and asked_at is null and failed_at is null"
                        + " order by mailbox, locator")
                .bind(0, source)
                .map((row, _) -> Map.entry(new Mailbox(source, row.getString(1)), row.getString(2)))
                .forEach(it -> places.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return places;
    }

    /** Places of a mailbox are being asked for. */
    public void asked(Mailbox mailbox, Instant now) {
        handle.execute(
                "update fetch_again set asked_at = ? where source = ? and mailbox = ? and asked_at is null",
                Rows.timestamp(now), mailbox.source(), mailbox.name());
    }

    /** The mailbox was read to its end: what was asked for and did not come is not there any more. */
    public void failed(Mailbox mailbox, Instant now) {
        failed(mailbox, " and asked_at is not null", now);
    }

    /** There is no such mailbox any more. */
    public void gone(Mailbox mailbox, Instant now) {
        failed(mailbox, "", now);
    }

    private void failed(Mailbox mailbox, String which, Instant now) {
        handle.execute(
                "delete from fetch_again where source = ? and mailbox = ? and message = 0" + which, mailbox.source(), mailbox.name());
        handle.execute(
                "update fetch_again set failed_at = ? where source = ? and mailbox = ? and failed_at is null" + which,
                Rows.timestamp(now), mailbox.source(), mailbox.name());
    }

    /** What is still to be read again from a source, by mailbox. */
    public List<Mailbox> mailboxes(String source) {
        return handle.createQuery("select distinct mailbox from fetch_again where source = ? and failed_at is null order by mailbox")
                .bind(0, source)
                .map((row, _) -> new Mailbox(source, row.getString(1)))
                .list();
    }

    /** Sources that something is to be read again from. */
    public List<String> sources() {
        return handle.createQuery("select distinct source from fetch_again where failed_at is null").mapTo(String.class).list();
    }

    /** Those of {@code messages} that were asked for, and whether one of their places may still bring them. */
    public Map<Long, Boolean> hopeful(Collection<Long> messages) {
        Map<Long, Boolean> hopeful = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select message, count(*) places, count(failed_at) failed from fetch_again"
                                + " where message in (<ids>) group by message")
                .list((row, _) -> Map.entry(row.getLong("message"), row.getLong("failed") < row.getLong("places")))
                .forEach(it -> hopeful.put(it.getKey(), it.getValue()));
        return hopeful;
    }
}
