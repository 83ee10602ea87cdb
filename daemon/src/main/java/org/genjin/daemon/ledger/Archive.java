package org.genjin.daemon.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageRereader;
import org.genjin.daemon.reading.MessageReading;
import org.genjin.daemon.reading.Reading;

/** What was said, from the bytes in the store: nothing of it depends on the source any more. Thread-safe. */
public final class Archive {

    private final Store store;
    private final MessageRereader rereader;
    private final MessageReading reading;

    public Archive(Store store, MessageRereader rereader, MessageReading reading) {
        this.store = store;
        this.rereader = rereader;
        this.reading = reading;
    }

    /** A message and what it says. */
    public record Said(Message message, Reading reading) {}

    /**
     * @return empty if the bytes are not in the store or cannot be read as the message they were: {@code verify} names
     *     such messages
     * @throws UncheckedIOException if the store cannot be read at all
     */
    public Optional<Said> said(Transaction tx, MessageRow row) {
        return said(tx, row, row.rawHash());
    }

    private Optional<Said> said(Transaction tx, MessageRow row, String rawHash) {
        return message(tx, row, rawHash).map(it -> new Said(it, reading.read(it)));
    }

    /** All words of a message. */
    public Optional<String> words(Transaction tx, MessageRow row) {
        return said(tx, row)
                .map(it -> it.reading().text() + "\n" + it.reading().quoted() + "\n" + it.reading().signature());
    }

    /** What a message says besides its new words, and what it said before it was changed: both are to be found. */
    public String withEarlier(Transaction tx, MessageRow row, String quoted, List<String> wordings) {
        StringBuilder words = new StringBuilder(quoted);
        for (String rawHash : wordings) {
            said(tx, row, rawHash).ifPresent(it -> words.append('\n').append(it.reading().text()));
        }
        return words.toString();
    }

    /** A message as it came, without what it says; empty as for {@link #said}. */
    public Optional<Message> message(Transaction tx, MessageRow row) {
        return message(tx, row, row.rawHash());
    }

    private Optional<Message> message(Transaction tx, MessageRow row, String rawHash) {
        Optional<byte[]> raw = bytes(tx, rawHash);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rereader.reread(row.channel(), Content.of(raw.get()), "kept", row.sentAt()));
        } catch (MailReader.UnreadableMail e) {
            return Optional.empty();
        }
    }

    /** The bytes of that hash; empty if they are missing or damaged. */
    public Optional<byte[]> bytes(Transaction tx, String hash) {
        Optional<Store.Place> place = tx.contents().find(hash);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.read(place.get()));
        } catch (Store.StoreDamaged e) {
            // Its pack may have been written anew since its place was looked up.
            Optional<Store.Place> now = tx.contents().find(hash);
            return now.isEmpty() || now.equals(place) ? Optional.empty() : bytes(tx, hash);
        } catch (IOException e) {
            throw new UncheckedIOException("The store cannot be read: " + e.getMessage(), e);
        }
    }

    /** The bytes of an attachment: from the store where it lies by itself, else out of its message. */
    public Optional<byte[]> document(Transaction tx, AttachmentTable.Row attachment) {
        String hash = attachment.contentHash();
        if (hash == null) {
            return Optional.empty();
        }
        Optional<byte[]> own = bytes(tx, hash);
        if (own.isPresent()) {
            return own;
        }
        return tx.messages()
                .find(attachment.message())
                .flatMap(row -> message(tx, row))
                .map(Message::attachments)
                .filter(attachments -> attachments.size() > attachment.ordinal())
                .map(attachments -> attachments.get(attachment.ordinal()).content())
                .map(Archive::read);
    }

    private static byte[] read(Content content) {
        try (var in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
