package org.genjin.daemon.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.DocumentText;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.index.IndexEntry;
import org.genjin.index.Mark;
import org.genjin.index.SearchIndex;

/**
 * Puts into the index what the ledger has and the index has not: rows in the order of their revisions, after the one that
 * the index's own commit names. One thread at a time.
 */
public final class IndexCatchUp {

    private static final int ROWS = 200;
    /** What was put since is put again after a crash. */
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(15);
    /** What was put is made searchable at once, or so often when a whole mailbox is being taken in. */
    private static final Duration SHOW_EVERY = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Archive archive;
    private final SearchIndex index;
    private final RecentReadings recent;
    private final FactsFirst factsFirst;
    private final Crowd crowd = new Crowd();
    private long position;
    private String positionKey = "";
    private long committedAt = System.nanoTime();
    private long shownAt = System.nanoTime();
    private boolean uncommitted;
    private boolean hidden;
    private volatile Duration spent = Duration.ZERO;
    private final AtomicLong entries = new AtomicLong();

    public IndexCatchUp(Ledger ledger, Archive archive, SearchIndex index, RecentReadings recent, FactsFirst factsFirst) {
        this.ledger = ledger;
        this.archive = archive;
        this.index = index;
        this.recent = recent;
        this.factsFirst = factsFirst;
    }

    /**
     * To be called once, before anything else: an index of another ledger, or one that is ahead of its ledger (which came
     * back from a backup or a power cut), is emptied and filled anew.
     */
    public void open() throws IOException {
        Mark mark = index.mark();
        boolean ours = mark.revision() == 0 || mark.ledger().equals(ledger.id());
        // The message that had the mark's revision may have a newer one by now; that it still exists is what counts.
        boolean behind = mark.revision() == 0
                || ledger.read(tx -> tx.messages().findByKey(mark.key())
                        .map(row -> row.revision() >= mark.revision())
                        .orElse(false));
        if (ours && behind) {
            position = mark.revision();
            positionKey = mark.key();
            factsFirst.takenTo(position);
        } else {
            rebuild();
        }
    }

    /** Empties the index; the next {@link #run} fills it from ledger and store. */
    public void rebuild() throws IOException {
        index.clear();
        position = 0;
        positionKey = "";
        uncommitted = true;
        factsFirst.takenTo(position);
    }

    /** Takes messages out that the ledger does not have any more; durable when this returns. */
    public void remove(Collection<Long> rows) throws IOException {
        index.delete(rows);
        // The mark must name a message that there is: the last one up to where the index has got.
        MessageRow last = ledger.read(tx -> tx.messages().lastUpTo(position)).orElse(null);
        position = last == null ? 0 : last.revision();
        positionKey = last == null ? "" : last.key();
        uncommitted = true;
        commit();
    }

    /**
     * Puts what is missing, until nothing is. Each time that it is made searchable makes a piece of the index that has to be merged with
     * others later, so where very much comes that is put off.
     *
     * @param waitedFor whether it must be searchable when this returns
     * @return whether it is: if not, this is to be called again soon
     */
    public boolean run(boolean waitedFor) throws IOException {
        for (List<MessageRow> rows = next(); !rows.isEmpty(); rows = next()) {
            factsFirst.await(rows.getLast().revision());
            put(rows);
            crowd.came(rows.size(), System.nanoTime());
            show(false);
        }
        show(waitedFor || !crowd.isLarge(System.nanoTime()));
        return !hidden;
    }

    /** @param now whether at once, or only if it has not been done for a while */
    private void show(boolean now) throws IOException {
        long from = System.nanoTime();
        if (hidden && (now || from - shownAt > SHOW_EVERY.toNanos())) {
            index.refresh();
            shown();
            spent = spent.plusNanos(System.nanoTime() - from);
        }
    }

    private void put(List<MessageRow> rows) throws IOException {
        long from = System.nanoTime();
        MessageRow last = rows.getLast();
        index.put(factsFirst.taking(last.revision(), () -> ledger.read(tx -> entries(tx, rows))));
        position = last.revision();
        positionKey = last.key();
        entries.addAndGet(rows.size());
        hidden = true;
        uncommitted = true;
        if (System.nanoTime() - committedAt > COMMIT_EVERY.toNanos()) {
            commit();
        }
        spent = spent.plusNanos(System.nanoTime() - from);
    }

    private void shown() {
        hidden = false;
        shownAt = System.nanoTime();
    }

    /** Makes durable what was put; costs nothing if that has been done. */
    public void commit() throws IOException {
        if (uncommitted) {
            index.commit(new Mark(ledger.id(), position, positionKey));
            uncommitted = false;
            shown(); // a commit does that too
        }
        committedAt = System.nanoTime();
    }

    /** How many messages the index lacks or has in an older state. */
    public long behind() {
        long reached = position;
        return ledger.read(tx -> tx.messages().countAfterRevision(reached));
    }

    /** How many entries were put so far; a message that is put again counts again. */
    public long entries() {
        return entries.get();
    }

    /** How long indexing has taken so far. */
    public Duration spent() {
        return spent;
    }

    private List<MessageRow> next() {
        return ledger.read(tx -> tx.messages().afterRevision(position, ROWS));
    }

    private List<IndexEntry> entries(Transaction tx, List<MessageRow> rows) {
        List<Long> ids = rows.stream().map(MessageRow::id).toList();
        Map<Long, List<Sighting>> sightings = tx.sightings().of(ids);
        Map<Long, List<AttachmentTable.Row>> attachments = tx.attachments().of(ids);
        DocumentText documents = DocumentText.load(tx, archive, attachments.values());
        Map<Long, StringBuilder> people = people(tx, ids);
        Map<Long, List<String>> earlier = tx.chats().earlierWordings(ids);
        Map<Long, List<CustomerId>> further = tx.further().further(ids);
        Map<Long, String> owners = owners(tx, rows, further);
        Map<Long, List<Fact>> facts = tx.said().of(ids);
        List<IndexEntry> entries = new ArrayList<>();
        for (MessageRow row : rows) {
            Reading reading = recent.look(row.id())
                    .filter(_ -> !row.isDropped())
                    .map(RecentReadings.Recent::reading)
                    .or(() -> archive.said(tx, row).map(Archive.Said::reading))
                    .orElse(new Reading(row.preview(), "", "", row.language()));
            Set<String> visibleTo = new LinkedHashSet<>();
            sightings.getOrDefault(row.id(), List.of()).forEach(it -> visibleTo.add(it.owner()));
            List<CustomerId> customers = customers(row, further);
            customers.forEach(it -> Optional.ofNullable(owners.get(it.number())).ifPresent(visibleTo::add));
            entries.add(new IndexEntry(
                    row.id(),
                    row.key(),
                    List.copyOf(visibleTo),
                    customers.stream().map(CustomerId::toString).toList(),
                    row.channel().id(),
                    row.direction().id(),
                    row.sentAt(),
                    row.subject(),
                    reading.text(),
                    archive.withEarlier(tx, row, besides(reading), earlier.getOrDefault(row.id(), List.of())),
                    reading.signature(),
                    people.getOrDefault(row.id(), new StringBuilder()).toString(),
                    row.language(),
                    documents.of(attachments.getOrDefault(row.id(), List.of())),
                    origin(row, sightings.getOrDefault(row.id(), List.of())),
                    SaidForIndex.of(facts.getOrDefault(row.id(), List.of()), row.direction())));
        }
        return entries;
    }

    private static IndexEntry.Origin origin(MessageRow row, List<Sighting> sightings) {
        Set<String> sources = new LinkedHashSet<>();
        for (Sighting it : sightings) {
            sources.add(it.source());
            sources.add(it.owner());
        }
        return new IndexEntry.Origin(sources, conversation(row), row.rawSize(), row.matchState().id());
    }

    /** A chat is one conversation; mails are one if they are about the same with the same customer. */
    private static String conversation(MessageRow row) {
        String chat = row.room() == null ? row.chat() : row.room();
        if (chat != null) {
            return row.channel().id() + " " + chat;
        }
        CustomerId customer = row.customer();
        if (customer != null) {
            String about = Subjects.bare(row.subject());
            return about.isEmpty() ? "" : "mail " + customer + " " + about;
        }
        return Subjects.base(row.subject()).map(it -> "mail " + row.fromAddress() + " " + it).orElse("");
    }

    private static String besides(Reading reading) {
        return reading.also().isEmpty() ? reading.quoted() : reading.quoted() + "\n\n" + reading.also();
    }

    private static Map<Long, StringBuilder> people(Transaction tx, List<Long> ids) {
        Map<Long, StringBuilder> people = new HashMap<>();
        for (Participant it : tx.participants().participants(ids)) {
            StringBuilder lines = people.computeIfAbsent(it.message(), _ -> new StringBuilder());
            lines.append(it.name() == null ? "" : it.name()).append(' ');
            lines.append(it.address() == null ? "" : it.address()).append('\n');
        }
        return people;
    }

    /** Whom a message belongs to, and whom else it is about. */
    private static List<CustomerId> customers(MessageRow row, Map<Long, List<CustomerId>> further) {
        Set<CustomerId> customers = new LinkedHashSet<>();
        CustomerId first = row.customer();
        if (first != null) {
            customers.add(first);
        }
        customers.addAll(further.getOrDefault(row.id(), List.of()));
        return List.copyOf(customers);
    }

    private static Map<Long, String> owners(Transaction tx, List<MessageRow> rows, Map<Long, List<CustomerId>> further) {
        Set<Long> customers = new LinkedHashSet<>();
        rows.forEach(row -> customers(row, further).forEach(it -> customers.add(it.number())));
        return tx.customers().owners(customers);
    }
}
