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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of a chat's entries: who of the two sides spoke, when it was in UTC, and keys that are the same in another
 * export of the chat: channel, chat, minute, sender, words or "media", and which of several equal ones it is.
 */
final class ChatEntries {

    private static final int HASH = 40;

    private final Channel channel;
    private final String title;
    private final boolean group;
    private final Set<String> speakers;
    private final ZoneId zone;
    private final List<Source> sources = new ArrayList<>();

    /** @param speakers everybody who says something */
    ChatEntries(Channel channel, String title, boolean group, Set<String> speakers, ZoneId zone) {
        this.channel = channel;
        this.title = title;
        this.group = group;
        this.speakers = speakers;
        this.zone = zone;
    }

    /** One entry as an export has it. */
    record Source(
            LocalDateTime at,
            String locator,
            @Nullable String from,
            boolean system,
            String text,
            List<Message.Attachment> attachments) {}

    void add(Source source) {
        sources.add(source);
    }

    List<Message> build(String problem) {
        List<Message> messages = new ArrayList<>();
        Map<String, Integer> equal = new HashMap<>();
        LocalDateTime before = null;
        boolean secondPass = false;
        for (Source source : sources) {
            if (before != null && source.at().isBefore(before) && isTwice(source.at())) {
                secondPass = true; // the clock was set back between the two
            }
            before = source.at();
            String same = identity(source);
            int number = equal.merge(same, 1, Integer::sum);
            messages.add(message(source, key(same, number), instant(source.at(), secondPass), problem));
        }
        return messages;
    }

    private Message message(Source it, MessageKey key, Instant sentAt, String problem) {
        String from = it.from();
        String phone = from == null ? null : phone(from);
        Message.Participant participant = from == null ? null : new Message.Participant(phone, from);
        ChatEntry entry = new ChatEntry(
                key.value(), it.system(), channel.id(), sentAt.toString(), it.at().toString(), from, phone,
                speaker(it).name(), title, group ? title : null, it.text(),
                it.attachments().stream()
                        .map(a -> new ChatEntry.File(a.name(), a.mediaType(), a.size()))
                        .toList(),
                problem.isEmpty() ? null : problem);
        return entry.message(it.locator(), participant, it.attachments(), Content.of(entry.write()));
    }

    private Message.Speaker speaker(Source it) {
        String from = it.from();
        if (from == null || group) {
            return Message.Speaker.UNKNOWN;
        }
        String other = ChatText.name(title);
        boolean titled = speakers.contains(other) || speakers.size() < 2;
        if (!titled) {
            return Message.Speaker.UNKNOWN;
        }
        return from.equals(other) ? Message.Speaker.OTHER : Message.Speaker.OWNER;
    }

    private String identity(Source it) {
        String words = !it.attachments().isEmpty() ? "media" : folded(it.text());
        return String.join(
                "\u0001", channel.id(), folded(title), it.at().truncatedTo(ChronoUnit.MINUTES).toString(),
                it.from() == null ? "" : folded(it.from()), it.system() ? "system" : "", words);
    }

    private MessageKey key(String identity, int number) {
        return new MessageKey(channel.id() + ":" + hash(identity + "\u0001" + number));
    }

    private static String folded(String text) {
        return Normalizer.normalize(ChatText.visible(text), Normalizer.Form.NFC).replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    private boolean isTwice(LocalDateTime at) {
        return zone.getRules().getValidOffsets(at).size() > 1;
    }

    private Instant instant(LocalDateTime at, boolean secondPass) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
        return offsets.size() > 1 && secondPass ? at.toInstant(offsets.get(1)) : at.atZone(zone).toInstant();
    }

    /** E.164 if the name is a telephone number, else null. */
    private static @Nullable String phone(String name) {
        String digits = name.replaceAll("[\\s().\\-\u2011\u00a0]", "");
        return digits.matches("\\+\\d{7,15}") ? digits : null;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
