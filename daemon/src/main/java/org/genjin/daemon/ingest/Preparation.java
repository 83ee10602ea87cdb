package org.genjin.daemon.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.reading.MessageReading;
import org.genjin.daemon.reading.Reading;
import org.jspecify.annotations.Nullable;

/** Works out what one message says and what identifies its bytes. No state, any thread. */
public final class Preparation {

    private final MessageReading reading;

    public Preparation(MessageReading reading) {
        this.reading = reading;
    }

    /** @throws IOException if the message's bytes cannot be read any more */
    Prepared prepare(Message message) throws IOException {
        byte[] raw = bytes(message.raw());
        Reading said = reading.read(message);
        List<Prepared.Document> documents = new ArrayList<>();
        for (Message.Attachment attachment : message.attachments()) {
            documents.add(document(attachment, message.channel()));
        }
        return new Prepared(message, said, raw, Store.hash(raw), fingerprint(message, said, documents), documents);
    }

    static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    private static Prepared.Document document(Message.Attachment attachment, Channel channel) throws IOException {
        Content content = attachment.content();
        if (content == null) {
            return new Prepared.Document(name(attachment), attachment.mediaType(), attachment.size(), null, false, null);
        }
        byte[] bytes = bytes(content);
        return new Prepared.Document(
                name(attachment),
                attachment.mediaType(),
                bytes.length,
                Store.hash(bytes),
                attachment.isHidden(),
                channel == Channel.EMAIL ? null : bytes);
    }

    /** What a person can call it by. */
    private static String name(Message.Attachment attachment) {
        return attachment.name().isEmpty() ? attachment.mediaType() : attachment.name();
    }

    /** What makes two copies of a mail the same whatever relays did to its headers: sender, time, subject, words, files. */
    private static String fingerprint(Message message, Reading said, List<Prepared.Document> documents) {
        MessageDigest digest = Store.sha256();
        Message.Participant from = message.from();
        update(digest, from == null ? null : from.address());
        update(digest, String.valueOf(message.sentAt()));
        update(digest, message.subject());
        update(digest, withoutBlanks(said.text() + said.quoted() + said.signature()));
        documents.forEach(document -> update(digest, document.hash()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String withoutBlanks(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                words.append(text.charAt(i));
            }
        }
        return words.toString();
    }

    private static void update(MessageDigest digest, @Nullable String part) {
        digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
