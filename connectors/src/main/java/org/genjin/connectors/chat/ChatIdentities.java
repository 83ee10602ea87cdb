package org.genjin.connectors.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;

/**
 * What makes an entry of a chat the same in every export: the format's own id, or else minute, sender, words or "media", and
 * which of several equal ones it is. Keys are made when they are asked for: of half a million entries that are known already
 * nobody may want one.
 */
final class ChatIdentities {

    private static final int HASH = 40;

    private final Chat chat;
    private final String id;
    private final Map<String, String> senders = new HashMap<>();
    /** By entry, which of several equal ones it is, where it is not the first. */
    private final Map<Integer, Integer> repeated;

    ChatIdentities(Chat chat) {
        this.chat = chat;
        this.id = ChatText.folded(chat.id());
        this.repeated = repeated(chat.lines());
    }

    String key(int index) {
        ChatLine line = chat.lines().get(index);
        String nativeId = line.nativeId();
        return nativeId != null
                ? nativeKey(nativeId)
                : key(identity(line) + "\u0001" + repeated.getOrDefault(index, 1));
    }

    String nativeKey(String nativeId) {
        return key(String.join("\u0001", chat.channel().id(), id, "id", nativeId));
    }

    private String key(String identity) {
        return chat.channel().id() + ":" + hash(identity);
    }

    /** Equal entries are looked for by a number first: of hardly any need the words be compared. */
    private Map<Integer, Integer> repeated(List<ChatLine> lines) {
        long[] marks = new long[lines.size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = lines.get(i).nativeId() != null ? i : mark(lines.get(i));
        }
        long[] sorted = marks.clone();
        Arrays.sort(sorted);
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < marks.length; i++) {
            int at = Arrays.binarySearch(sorted, marks[i]);
            boolean several = at > 0 && sorted[at - 1] == marks[i] || at + 1 < sorted.length && sorted[at + 1] == marks[i];
            if (several && lines.get(i).nativeId() == null) {
                int number = counts.merge(identity(lines.get(i)), 1, Integer::sum);
                if (number > 1) {
                    numbers.put(i, number);
                }
            }
        }
        return numbers;
    }

    /** Equal for entries with equal identities; seldom equal for others. */
    private long mark(ChatLine line) {
        long minute = switch (line.time()) {
            case ChatLine.Time.At at -> Math.floorDiv(at.instant().getEpochSecond(), 60);
            case ChatLine.Time.Local(LocalDateTime at) -> Math.floorDiv(at.toEpochSecond(ZoneOffset.UTC), 60);
        };
        long words = words(line).hashCode();
        return minute * 0x9E3779B97F4A7C15L ^ (long) sender(line).hashCode() << 32 ^ words ^ (line.system() ? 1L << 63 : 0);
    }

    private String identity(ChatLine line) {
        String words = words(line);
        String minute = switch (line.time()) {
            case ChatLine.Time.At at -> at.instant().truncatedTo(ChronoUnit.MINUTES).toString();
            case ChatLine.Time.Local(LocalDateTime at) -> at.truncatedTo(ChronoUnit.MINUTES).toString();
        };
        return String.join(
                "\u0001", chat.channel().id(), id, minute, sender(line), line.system() ? "system" : "", words);
    }

    /** What was sent is the same named and omitted, what was taken back in whatever language the app says so. */
    private static String words(ChatLine line) {
        if (line.change() == Message.Change.TAKEN_BACK) {
            return "taken back";
        }
        return line.files().isEmpty() ? ChatText.folded(line.text()) : "media";
    }

    private String sender(ChatLine line) {
        Message.Participant from = line.from();
        String name = from == null ? null : from.address() != null ? from.address() : from.name();
        return name == null ? "" : senders.computeIfAbsent(name, ChatText::folded);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
