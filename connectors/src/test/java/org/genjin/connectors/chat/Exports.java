package org.genjin.connectors.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/** Exports made in tests, read without any file. */
final class Exports {

    static final Instant WRITTEN_AT = Instant.parse("2026-03-20T08:00:00Z");

    private Exports() {}

    static Transcript transcript(String path, String text) {
        return transcript(path, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** @param beside what lies with it, by name */
    static Transcript transcript(String path, byte[] bytes, Map<String, byte[]> beside) {
        return transcript(path, bytes, WRITTEN_AT, beside);
    }

    static Transcript transcript(String path, byte[] bytes, @Nullable Instant writtenAt, Map<String, byte[]> beside) {
        ChatExport export = new ChatExport(path, Content.of(bytes), ZoneOffset.UTC, writtenAt, new InMemory(beside));
        try {
            return ChatFormats.of("whatsapp").orElseThrow().read(export);
        } catch (IOException | ChatFormat.UnreadableExport e) {
            throw new AssertionError(e);
        }
    }

    static List<Message> messages(String path, String text) {
        return messages(transcript(path, text), ZoneOffset.UTC);
    }

    /** Read as what it is recognised as. */
    static List<Message> detected(String path, byte[] bytes, Map<String, byte[]> beside, ZoneId zone) {
        return messages(read(path, bytes, beside, zone), zone);
    }

    static List<Message> detected(String path, String text) {
        return detected(path, text.getBytes(StandardCharsets.UTF_8), Map.of(), ZoneOffset.UTC);
    }

    static Transcript read(String path, byte[] bytes, Map<String, byte[]> beside, ZoneId zone) {
        ExportHead head = ExportHead.of(path, Arrays.copyOf(bytes, Math.min(bytes.length, 64 * 1024)));
        ChatFormat format = ChatFormats.of(head).orElseThrow(() -> new AssertionError("not recognised: " + path));
        try {
            return format.read(new ChatExport(path, Content.of(bytes), zone, WRITTEN_AT, new InMemory(beside)));
        } catch (IOException | ChatFormat.UnreadableExport e) {
            throw new AssertionError(e);
        }
    }

    /** Messages in short: time, who (and {@code >} where it is us), words, {@code *} for a notice, {@code +} for files. */
    static List<String> told(List<Message> messages) {
        return messages.stream().map(Exports::told).toList();
    }

    private static String told(Message it) {
        Message.Participant from = it.from();
        String who = from == null ? "-" : String.valueOf(from.name());
        StringBuilder told = new StringBuilder(it.sentAt() + " " + who);
        told.append(it.speaker() == Message.Speaker.OWNER ? ">" : ":");
        told.append(it.kind() == Message.Kind.SYSTEM ? " *" : " ").append(it.body().plain());
        it.attachments().forEach(file -> told.append(" +").append(file.present() ? "!" : "").append(file.name()));
        return told.toString();
    }

    static List<Message> messages(Transcript transcript, ZoneId zone) {
        ChatMessages messages = new ChatMessages(transcript, zone);
        return messages.page(0, messages.size());
    }

    private record InMemory(Map<String, byte[]> files) implements ChatExport.Beside {

        @Override
        public @Nullable Content part(String relative) {
            return media(relative);
        }

        @Override
        public @Nullable Content media(String name) {
            byte[] bytes = files.get(name);
            return bytes == null ? null : Content.of(bytes);
        }
    }
}
