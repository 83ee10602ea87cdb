package org.genjin.connectors.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chat's entry as it is kept: a small JSON document with all that is known of it, so that the message can be made again
 * when the export is long gone. The bytes of what was sent with it are kept apart.
 *
 * @param change null if it is as it was sent
 */
public record ChatEntry(
        String key,
        boolean system,
        String channel,
        Instant sentAt,
        @Nullable LocalDateTime localTime,
        Message.@Nullable Participant from,
        List<Message.Participant> to,
        String speaker,
        @Nullable String chat,
        @Nullable String room,
        String subject,
        String text,
        String quoted,
        @Nullable String inReplyTo,
        boolean auto,
        List<File> files,
        @Nullable String problem,
        Message.@Nullable Change change) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was sent along. */
    public record File(String name, String type, long size) {}

    /** The document's bytes, written when they are asked for: nobody wants those of an entry that is known already. */
    record Written(ChatEntry entry) implements Content {
        @Override
        public long size() {
            return entry.write().length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(entry.write());
        }
    }

    static List<File> files(List<Message.Attachment> attachments) {
        return attachments.isEmpty()
                ? List.of()
                : attachments.stream().map(it -> new File(it.name(), it.mediaType(), it.size())).toList();
    }

    /** What somebody of us noted by hand; two notes are never the same. */
    public static Message note(String owner, Instant at, String text) {
        ChatEntry entry = new ChatEntry(
                "note:" + UUID.randomUUID(), false, Channel.NOTE.id(), at, null,
                new Message.Participant(owner, null), List.of(), Message.Speaker.OWNER.name(), null, null, "", text, "", null,
                false, List.of(), null, null);
        return entry.message("note", List.of(), Content.of(entry.write()));
    }

    public byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    /** Whether bytes are what {@link #write} wrote, and not the mail by which a platform told of a message. */
    public static boolean isKept(Content raw) throws MailReader.UnreadableMail {
        try (InputStream in = raw.open()) {
            return in.read() == '{';
        } catch (IOException e) {
            throw new MailReader.UnreadableMail("What was kept of this message cannot be read.", e);
        }
    }

    /** @throws MailReader.UnreadableMail if the bytes are not what {@link #write} wrote */
    public static Message read(Content raw, String locator) throws MailReader.UnreadableMail {
        try (InputStream in = raw.open()) {
            ChatEntry entry = JSON.readValue(in.readAllBytes(), ChatEntry.class);
            List<Message.Attachment> files = entry.files.stream()
                    .map(it -> new Message.Attachment(it.name(), it.type(), it.size(), null))
                    .toList();
            return entry.message(locator, files, raw);
        } catch (IOException | JacksonException e) {
            throw new MailReader.UnreadableMail("What was kept of this message is damaged.", e);
        }
    }

    Message message(String locator, List<Message.Attachment> attachments, Content raw) {
        return new Message(
                new MessageKey(key),
                system ? Message.Kind.SYSTEM : Message.Kind.MESSAGE,
                Channel.of(channel),
                locator,
                null,
                sentAt,
                localTime,
                from,
                to,
                List.of(),
                Message.Speaker.valueOf(speaker),
                chat,
                room,
                subject,
                new Message.Body(text, null, quoted),
                inReplyTo == null ? List.of() : List.of(inReplyTo),
                List.of(),
                false,
                auto,
                attachments,
                change == null ? Map.of() : Map.of(Message.CHANGED, change.name()),
                raw,
                problem);
    }
}
