package org.genjin.daemon.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.ChatGap;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageTable;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Transaction;

/**
 * Stores one batch: its bytes first, then in one transaction its messages, whose they are, where they were seen, and the
 * cursor that covers them. Storing a batch again changes nothing.
 *
 * <p>One batch at a time; the ledger's writer lock sees to it.
 */
public final class Ingest {

    private final Ledger ledger;
    private final Store store;
    private final Supplier<Assignment> assignment;
    private final NewRows rows;
    private final SameMail sameMail;
    private final SameChat sameChat;
    private final Restoring restoring;
    private final SourceWording wording;
    private final InstantSource clock;

    public Ingest(
            Ledger ledger,
            Store store,
            Supplier<Assignment> assignment,
            NewRows rows,
            SameMail sameMail,
            SameChat sameChat,
            SourceWording wording,
            InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.assignment = assignment;
        this.rows = rows;
        this.sameMail = sameMail;
        this.sameChat = sameChat;
        this.restoring = new Restoring(rows);
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * @param fresh the messages that were new, by their rows' ids
     * @param changed messages that are not what they were: changed by their senders, or with files that came only now
     * @param keptOut how many must not be stored
     * @param warnings what people are told of the mailbox as a whole
     * @param matching how long it took to say whose they are
     */
    public record Outcome(
            int stored,
            int seenAgain,
            int unreadable,
            int keptOut,
            Map<Long, Prepared> fresh,
            Set<Long> changed,
            List<String> warnings,
            Duration matching) {

        /** Of a batch that had nothing to store. */
        static final Outcome NOTHING = new Outcome(0, 0, 0, 0, Map.of(), Set.of(), List.of(), Duration.ZERO);
    }

    /**
     * @param keptOut where in the batch that lay which must not be stored, and is not in it any more
     * @throws IOException if the bytes cannot be written; nothing of the batch is in the ledger then
     */
    public Outcome store(
            SourceConfig source, Mailbox mailbox, Batch batch, List<String> keptOut, List<Prepared> prepared) throws IOException {
        String owner = source.owner();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        Map<String, String> unreadable = contents(batch, prepared, contents);
        Set<String> known = ledger.read(tx -> tx.contents().known(contents.keySet()));
        List<Store.Place> places = store.put(without(contents, known));
        return ledger.transact(tx -> {
            Instant now = clock.instant();
            tx.contents().add(places);
            putWhatWasTakenOut(tx, contents);
            tx.neverLog().keptOut(mailbox, owner, keptOut);
            List<String> warnings = warn(tx, source, mailbox, batch, now);
            Outcome outcome = storeMessages(tx, mailbox, owner, prepared, now);
            tx.sources().readable(mailbox, batch.messages().stream().map(Message::locator).collect(Collectors.toSet()));
            for (Batch.Unreadable bad : batch.unreadable()) {
                tx.sources().unreadable(mailbox, owner, bad, unreadable.get(bad.locator()), now);
            }
            if (outcome.stored() > 0) {
                tx.sources().brought(source.name(), now);
            }
            tx.cursors().save(mailbox, batch.next(), batch.drained(), now);
            return new Outcome(
                    outcome.stored(), outcome.seenAgain(), batch.unreadable().size(), keptOut.size(), outcome.fresh(), outcome.changed(),
                    warnings, outcome.matching());
        });
    }

    /** What people are told of the mailbox, before its messages are known and its cursor is moved. */
    private List<String> warn(Transaction tx, SourceConfig source, Mailbox mailbox, Batch batch, Instant now) {
        List<String> warnings = new ArrayList<>(batch.warnings());
        batch.warnings().forEach(it -> tx.warnings().add(mailbox, source.owner(), it, now));
        ChatSpans chats = ChatSpans.of(batch.messages());
        if (!chats.isEmpty() && !tx.cursors().isUnderWay(mailbox)) {
            for (ChatGap gap : chats.gaps(tx, source.owner())) {
                String sentence = wording.gap(gap);
                tx.warnings().add(mailbox, source.owner(), sentence, gap, now);
                warnings.add(sentence);
            }
        }
        if (batch.drained() && isReading(tx, source, mailbox, batch)) {
            tx.warnings().ended(mailbox);
        }
        return warnings;
    }

    /** A server is asked each time; a file that has not changed is not read, so nothing is said of it anew. */
    private static boolean isReading(Transaction tx, SourceConfig source, Mailbox mailbox, Batch batch) {
        return source instanceof SourceConfig.Imap
                || !batch.messages().isEmpty()
                || !batch.unreadable().isEmpty()
                || !batch.warnings().isEmpty()
                || !tx.cursors().find(mailbox).equals(batch.next());
    }

    /** Something may have been taken out of the store since it was looked up there: then it is written now. */
    private void putWhatWasTakenOut(Transaction tx, Map<String, byte[]> contents) {
        Collection<byte[]> missing = without(contents, tx.contents().known(contents.keySet()));
        try {
            tx.contents().add(store.put(missing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<byte[]> without(Map<String, byte[]> contents, Set<String> known) {
        return contents.entrySet().stream().filter(it -> !known.contains(it.getKey())).map(Map.Entry::getValue).toList();
    }

    /**
     * What is to be kept of a batch.
     *
     * @return locator → hash of what could not be read
     */
    private Map<String, String> contents(Batch batch, List<Prepared> prepared, Map<String, byte[]> byHash)
            throws IOException {
        Set<Prepared> unwanted = ledger.read(tx -> Restoring.unwanted(tx, prepared));
        for (Prepared it : prepared) {
            if (unwanted.contains(it)) {
                continue;
            }
            byHash.put(it.rawHash(), it.raw());
            for (Prepared.Document document : it.documents()) {
                byte[] bytes = document.bytes();
                if (bytes != null && document.hash() != null) {
                    byHash.put(document.hash(), bytes);
                }
            }
        }
        Map<String, String> unreadable = new HashMap<>();
        for (Batch.Unreadable bad : batch.unreadable()) {
            if (bad.raw() != null) {
                byte[] raw = Preparation.bytes(bad.raw());
                unreadable.put(bad.locator(), Store.hash(raw));
                byHash.put(Store.hash(raw), raw);
            }
        }
        return unreadable;
    }

    private Outcome storeMessages(
            Transaction tx, Mailbox mailbox, String owner, List<Prepared> prepared, Instant now) {
        Map<String, List<Long>> seen = new LinkedHashMap<>();
        Map<String, Prepared> fresh = new LinkedHashMap<>();
        Map<String, List<Prepared>> waiting = new LinkedHashMap<>();
        Map<String, MessageTable.Known> known =
                tx.messages().known(prepared.stream().map(it -> it.message().key().value()).toList());
        IdentityHashMap<Prepared, Long> again = sameChat.find(tx, owner, prepared, known);
        IdentityHashMap<Prepared, Long> copies = new IdentityHashMap<>();
        int seenAgain = 0;
        for (Prepared it : prepared) {
            String key = sameMail.keyFor(tx, it, known, fresh);
            MessageTable.Known before = known.get(key);
            if (before != null && it.message().channel() != Channel.EMAIL) {
                again.put(it, before.id());
            }
            Long row = before == null ? again.get(it) : Long.valueOf(before.id());
            if (row != null) {
                copies.put(it, row);
                seen.computeIfAbsent(it.message().locator(), _ -> new ArrayList<>()).add(row);
                seenAgain++;
            } else {
                seenAgain += fresh.putIfAbsent(key, it) == null ? 0 : 1;
                waiting.computeIfAbsent(key, _ -> new ArrayList<>()).add(it);
            }
        }
        Set<Long> changed = sameChat.update(tx, again, now);
        Restoring.Outcome restored = restoring.restore(tx, copies, now);
        Map<Long, Prepared> stored = insert(tx, owner, fresh, now, seen, waiting);
        // Visible to one more owner from now on: the index has to hear of it.
        Set<Long> rowsAgain = new LinkedHashSet<>();
        seen.values().forEach(rowsAgain::addAll);
        rowsAgain.removeAll(stored.keySet());
        Set<Long> newToOwner = tx.sightings().notYetOf(owner, rowsAgain);
        tx.sightings().add(mailbox, owner, seen, now);
        tx.renew(newToOwner);
        long begun = System.nanoTime();
        Map<Long, Prepared> open = new LinkedHashMap<>(stored);
        open.putAll(restored.open());
        assignment.get().after(tx, owner, open, now);
        changed.addAll(restored.restored().keySet());
        return new Outcome(
                stored.size(), seenAgain, 0, 0, stored, changed, List.of(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private Map<Long, Prepared> insert(
            Transaction tx,
            String owner,
            Map<String, Prepared> fresh,
            Instant now,
            Map<String, List<Long>> seen,
            Map<String, List<Prepared>> waiting) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        NewRows.Inserted inserted = rows.insert(tx, owner, fresh, now);
        Map<Long, Prepared> stored = new LinkedHashMap<>();
        inserted.ids().forEach((key, id) -> {
            stored.put(id, fresh.get(key));
            waiting.getOrDefault(key, List.of())
                    .forEach(it -> seen.computeIfAbsent(it.message().locator(), _ -> new ArrayList<>()).add(id));
        });
        return stored;
    }

    /** The rows of a message's documents, numbered as the message has them; what is hidden has no row. */
    static List<AttachmentTable.Row> documents(long id, Prepared prepared) {
        List<AttachmentTable.Row> documents = new ArrayList<>();
        for (int i = 0; i < prepared.documents().size(); i++) {
            Prepared.Document it = prepared.documents().get(i);
            if (!it.hidden()) {
                documents.add(new AttachmentTable.Row(id, i, it.name(), it.type(), it.size(), it.hash()));
            }
        }
        return documents;
    }
}
