package org.genjin.connectors.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a transcript, made when they are asked for: who of the two sides spoke, when it was in UTC, and keys that
 * are the same in another export of the chat: channel, chat and the format's own id, or else minute, sender, words or
 * "media", and which of several equal ones it is.
 */
public final class ChatMessages {

    private static final int HASH = 40;

    private final ZoneId zone;
    private final Transcript transcript;
    private final List<Numbered> lines = new ArrayList<>();

    /** @param zone of the device that wrote the export */
    public ChatMessages(Transcript transcript, ZoneId zone) {
        this.transcript = transcript;
        this.zone = zone;
        transcript.chats().forEach(this::number);
    }

    /**
     * @param number which of several equal ones it is
     * @param secondPass in the hour that a clock set back shows twice: whether it is the second time
     */
    private record Numbered(Sides sides, ChatLine line, int number, boolean secondPass) {}

    public int size() {
        return lines.size();
    }

    public List<String> warnings() {
        return transcript.warnings();
    }

    /** @param to exclusive, at most {@link #size} */
    public List<Message> page(int from, int to) {
        return lines.subList(from, to).stream().map(this::message).toList();
    }

    private void number(Chat chat) {
        Sides sides = Sides.of(chat);
        Map<String, Integer> equal = new HashMap<>();
        LocalDateTime before = null;
        boolean secondPass = false;
        for (ChatLine line : chat.lines()) {
            if (line.time() instanceof ChatLine.Time.Local(LocalDateTime at)) {
                // The clock was set back between the two.
                secondPass |= before != null && at.isBefore(before) && zone.getRules().getValidOffsets(at).size() > 1;
                before = at;
            }
            int number = line.nativeId() != null ? 1 : equal.merge(identity(chat, line), 1, Integer::sum);
            lines.add(new Numbered(sides, line, number, secondPass));
        }
    }

    private Message message(Numbered it) {
        Chat chat = it.sides().chat();
        ChatLine line = it.line();
        Instant sentAt = switch (line.time()) {
            case ChatLine.Time.At at -> at.instant();
            case ChatLine.Time.Local(LocalDateTime local) -> instant(local, it.secondPass());
        };
        LocalDateTime local = switch (line.time()) {
            case ChatLine.Time.At at -> at.local();
            case ChatLine.Time.Local at -> at.local();
        };
        Message.Participant from = line.from();
        ChatEntry entry = new ChatEntry(
                key(chat, line, it.number()), line.system(), chat.channel().id(), sentAt.toString(),
                local == null ? null : local.toString(),
                from, line.to(), it.sides().speaker(line).name(), chat.title(), chat.group() ? chat.title() : null,
                line.subject(), line.text(), line.quoted(),
                line.replyTo() == null ? null : nativeKey(chat, line.replyTo()), line.auto(),
                line.files().stream().map(a -> new ChatEntry.File(a.name(), a.mediaType(), a.size())).toList(),
                chat.problem(), line.change() == Message.Change.NONE ? null : line.change());
        return entry.message(line.locator(), line.files(), Content.of(entry.write()));
    }

    private static String key(Chat chat, ChatLine line, int number) {
        String id = line.nativeId();
        return id != null
                ? nativeKey(chat, id)
                : chat.channel().id() + ":" + hash(identity(chat, line) + "\u0001" + number);
    }

    private static String nativeKey(Chat chat, String id) {
        return chat.channel().id() + ":" + hash(String.join("\u0001", chat.channel().id(), folded(chat.id()), "id", id));
    }

    private static String identity(Chat chat, ChatLine line) {
        String words = !line.files().isEmpty() ? "media" : folded(line.text());
        String minute = switch (line.time()) {
            case ChatLine.Time.At at -> at.instant().truncatedTo(ChronoUnit.MINUTES).toString();
            case ChatLine.Time.Local(LocalDateTime at) -> at.truncatedTo(ChronoUnit.MINUTES).toString();
        };
        return String.join(
                "\u0001", chat.channel().id(), folded(chat.id()), minute, sender(line), line.system() ? "system" : "", words);
    }

    private static String sender(ChatLine line) {
        Message.Participant from = line.from();
        if (from == null) {
            return "";
        }
        String name = from.address() != null ? from.address() : from.name();
        return name == null ? "" : folded(name);
    }

    private static String folded(String text) {
        return Normalizer.normalize(ChatText.visible(text), Normalizer.Form.NFC).replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    private Instant instant(LocalDateTime at, boolean secondPass) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
        return offsets.size() > 1 && secondPass ? at.toInstant(offsets.get(1)) : at.atZone(zone).toInstant();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Who is who in a chat: where the format does not tell, of two people the one who is not the chat's title is the owner. */
    private record Sides(Chat chat, @Nullable String other) {

        static Sides of(Chat chat) {
            Set<String> speakers = new HashSet<>();
            for (ChatLine line : chat.lines()) {
                Message.Participant from = line.from();
                if (!line.system() && from != null && from.name() != null) {
                    speakers.add(from.name());
                }
            }
            String other = ChatText.name(chat.title());
            boolean titled = speakers.contains(other) || speakers.size() < 2;
            return new Sides(chat, chat.group() || !titled ? null : other);
        }

        Message.Speaker speaker(ChatLine line) {
            Message.Participant from = line.from();
            if (line.speaker() != Message.Speaker.UNKNOWN || from == null || other == null) {
                return line.speaker();
            }
            return other.equals(from.name()) ? Message.Speaker.OTHER : Message.Speaker.OWNER;
        }
    }
}
