package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;

/** A customer's history with its words, from ledger and store. Thread-safe. */
public final class Timeline {

    private final Ledger ledger;
    private final Archive archive;
    private final SourceWording wording;

    /** @param wording says what became of content that is not there */
    public Timeline(Ledger ledger, Archive archive, SourceWording wording) {
        this.ledger = ledger;
        this.archive = archive;
        this.wording = wording;
    }

    /** The newest {@code limit} messages before {@code before}, newest first. Whether the asker may see it is settled. */
    public List<TimelineEntry> of(CustomerId customer, Instant before, int limit) {
        return ledger.read(tx -> entries(tx, tx.messages().ofCustomer(customer, before, limit), true));
    }

    /** The same with the first words only, for tables: no word is read from the store. */
    public List<TimelineEntry> shortly(CustomerId customer, Instant before, int limit) {
        return ledger.read(tx -> entries(tx, tx.messages().ofCustomer(customer, before, limit), false));
    }

    /** How many messages are older than {@code before}. */
    public long older(CustomerId customer, Instant before) {
        return ledger.read(tx -> tx.messages().countOfCustomer(customer, before));
    }

    /** @param type as declared by its sender, which may be wrong */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Document(String name, String type, byte[] bytes) {}

    /** An attachment, by its message's row and its place in it; empty if there is none or {@code viewer} may not see it. */
    public Optional<Document> document(Optional<String> viewer, long message, int ordinal) {
        return ledger.read(tx -> tx.messages()
                .find(message)
                .filter(row -> viewer.isEmpty() || mayRead(tx, viewer.get(), row))
                .flatMap(row -> tx.attachments().of(List.of(message)).getOrDefault(message, List.of()).stream()
                        .filter(it -> it.ordinal() == ordinal)
                        .findFirst())
                .flatMap(it -> archive.document(tx, it).map(bytes -> new Document(it.name(), it.type(), bytes))));
    }

    /** Whether {@code viewer} may read the message with that row; false too if there is none. */
    public boolean mayRead(Optional<String> viewer, long message) {
        return ledger.read(tx -> tx.messages()
                .find(message)
                .filter(row -> viewer.isEmpty() || mayRead(tx, viewer.get(), row))
                .isPresent());
    }

    private static boolean mayRead(Transaction tx, String viewer, MessageRow row) {
        return tx.sightings().of(List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
                        .anyMatch(it -> it.owner().equals(viewer))
                || (row.customer() != null && isOfOneOf(tx, viewer, tx.further().concerned(List.of(row.id()))));
    }

    private static boolean isOfOneOf(Transaction tx, String viewer, Collection<CustomerId> customers) {
        return tx.customers().owners(customers.stream().map(CustomerId::number).toList()).containsValue(viewer);
    }

    private List<TimelineEntry> entries(Transaction tx, List<MessageRow> rows, boolean whole) {
        Map<Long, List<AttachmentTable.Row>> attachments =
                tx.attachments().of(rows.stream().map(MessageRow::id).toList());
        Map<String, AttachmentTable.Extraction> extractions = tx.attachments().extractions(hashes(attachments.values()));
        Set<String> logos = tx.attachments().logos(hashes(attachments.values()));
        Map<Long, String> dropped = dropped(tx, rows);
        List<TimelineEntry> entries = new ArrayList<>();
        for (MessageRow row : rows) {
            String text = dropped.getOrDefault(row.id(), row.preview());
            String quoted = "";
            if (whole && !row.isDropped()) {
                var said = archive.said(tx, row);
                text = said.map(it -> words(it.reading().text(), it.reading().signature())).orElse(row.preview());
                quoted = said.map(it -> it.reading().quoted()).orElse("");
            }
            List<TimelineEntry.AttachmentLine> lines = attachments.getOrDefault(row.id(), List.of()).stream()
                    .filter(it -> it.contentHash() == null || !logos.contains(it.contentHash()))
                    .map(it -> line(it, extractions))
                    .toList();
            entries.add(new TimelineEntry(
                    row.id(), row.key(), row.sentAt(), row.channel(), row.direction(), row.sender(), row.subject(), text,
                    quoted, lines, row.auto() || row.bulk(), row.matchWhy()));
        }
        return entries;
    }

    /** What is said in the place of words that were dropped while the message was nobody's. */
    private Map<Long, String> dropped(Transaction tx, List<MessageRow> rows) {
        List<Long> ids = rows.stream().filter(MessageRow::isDropped).map(MessageRow::id).toList();
        Map<Long, Boolean> hopeful = tx.fetchAgain().hopeful(ids);
        Map<Long, String> sentences = new HashMap<>();
        tx.dropped().of(ids).forEach((id, at) -> sentences.put(id, wording.dropped(at, hopeful.getOrDefault(id, true))));
        return sentences;
    }

    private static String words(String text, String signature) {
        return signature.isBlank() ? text : text + "\n\n" + signature;
    }

    private static List<String> hashes(Collection<List<AttachmentTable.Row>> attachments) {
        List<String> hashes = new ArrayList<>();
        attachments.forEach(rows -> rows.forEach(it -> {
            String hash = it.contentHash();
            if (hash != null) {
                hashes.add(hash);
            }
        }));
        return hashes;
    }

    private static TimelineEntry.AttachmentLine line(
            AttachmentTable.Row it, Map<String, AttachmentTable.Extraction> extractions) {
        String hash = it.contentHash();
        AttachmentTable.Extraction extraction = hash == null ? null : extractions.get(hash);
        return new TimelineEntry.AttachmentLine(
                it.ordinal(), it.name(), it.type(), it.size(), hash != null, extraction == null ? "" : extraction.problem());
    }
}
