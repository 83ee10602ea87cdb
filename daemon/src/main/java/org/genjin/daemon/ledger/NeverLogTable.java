package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where something lies that is not logged, and the list by which that was decided. */
public final class NeverLogTable {

    private final Handle handle;

    NeverLogTable(Handle handle) {
        this.handle = handle;
    }

    /** @param kind {@code folder}, {@code address} or {@code domain} */
    public record Entry(String kind, String entry) {}

    /** The list that what is stored agrees with. */
    public Set<Entry> entries() {
        return new HashSet<>(handle.createQuery("select kind, entry from never_log_entry")
                .map((row, _) -> new Entry(row.getString(1), row.getString(2)))
                .list());
    }

    /** What is stored agrees with this list now. */
    public void obeyed(Collection<Entry> entries) {
        handle.execute("delete from never_log_entry");
        entries.forEach(it -> handle.execute("insert into never_log_entry (kind, entry) values (?, ?)", it.kind(), it.entry()));
    }

    /** Notes places where something lies that is not logged; those that are noted stay. */
    public void keptOut(Mailbox mailbox, String owner, Collection<String> locators) {
        if (locators.isEmpty()) {
            return;
        }
        List<String> fitting = locators.stream().map(it -> Rows.fit(it, 400)).distinct().toList();
        Set<String> known = new TreeSet<>(new ListQuery(
                        handle, "locators", fitting,
                        "select locator from never_logged"
                                + " where source = :source and mailbox = :mailbox and locator in (<locators>)")
                .bind("source", mailbox.source())
                .bind("mailbox", mailbox.name())
                .list(String.class));
        PreparedBatch insert =
                handle.prepareBatch("insert into never_logged (source, mailbox, locator, owner) values (?, ?, ?, ?)");
        fitting.stream().filter(it -> !known.contains(it)).forEach(it -> insert.add(mailbox.source(), mailbox.name(), it, owner));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** The places of {@code mailbox} behind {@code after} that are kept out and not known otherwise, in their order. */
    public List<String> places(Mailbox mailbox, String after, int limit) {
        return SightingTable.unseen(handle, "never_logged", mailbox, after, limit);
    }

    /** Forgets all places, and has them read again: some are no longer to be kept out. */
    public void letIn() {
        handle.execute(
                """
                insert into fetch_again (source, mailbox, locator, message) select n.source, n.mailbox, n.locator, 0 from never_logged n
                where not exists (select 1 from fetch_again f where f.source = n.source and f.mailbox = n.mailbox
                    and f.locator = n.locator and f.message = 0)
                """);
        handle.execute("delete from never_logged");
    }

    /** Notes which mailboxes of a source are not opened. */
    public void notOpened(String source, String owner, Collection<String> mailboxes) {
        List<String> known = notOpened(source);
        if (!known.equals(mailboxes.stream().sorted().toList())) {
            handle.execute("delete from never_opened where source = ?", source);
            mailboxes.forEach(it ->
                    handle.execute("insert into never_opened (source, mailbox, owner) values (?, ?, ?)", source, it, owner));
        }
    }

    /** By name. */
    public List<String> notOpened(String source) {
        return handle.createQuery("select mailbox from never_opened where source = ?")
                .bind(0, source)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** How many places of a source are kept out. */
    public long count(String source) {
        return handle.createQuery("select count(*) from never_logged where source = ?").bind(0, source).mapTo(Long.class).one();
    }

    /** How many places are kept out. */
    public long count() {
        return handle.createQuery("select count(*) from never_logged").mapTo(Long.class).one();
    }

    /** By what a customer is known. */
    public record Known(IdentityTable.Kind kind, String knownAs) {

        /** Of a chat. */
        public Channel channel() {
            return Channel.of(knownAs.substring(0, knownAs.indexOf(':')));
        }

        /** Of a chat. */
        public String title() {
            return knownAs.substring(knownAs.indexOf(':') + 1);
        }
    }

    /** All by which customers are known. */
    public List<Known> identities() {
        return handle.createQuery("select distinct kind, known_as from identity")
                .map((row, _) -> new Known(IdentityTable.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2)))
                .list();
    }

    /** No customer is known by that any more. */
    public void forget(Known it) {
        handle.execute("delete from identity where kind = ? and known_as = ?", it.kind().id(), it.knownAs());
    }

    /** Mailboxes that were read, also those of which nothing is left. */
    public List<Mailbox> mailboxes() {
        return new ArrayList<>(handle.createQuery("select source, mailbox from mailbox_cursor")
                .map((row, _) -> new Mailbox(row.getString(1), row.getString(2)))
                .list());
    }

    /** Forgets that a mailbox was ever read, and what was said of it; what was seen there is not touched. */
    public void forget(Mailbox mailbox) {
        for (String table : List.of("mailbox_cursor", "mailbox_proof", "mailbox_warning", "unreadable", "never_logged", "fetch_again")) {
            handle.execute("delete from " + table + " where source = ? and mailbox = ?", mailbox.source(), mailbox.name());
        }
    }
}
