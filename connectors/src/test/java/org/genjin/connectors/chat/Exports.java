package org.genjin.connectors.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
