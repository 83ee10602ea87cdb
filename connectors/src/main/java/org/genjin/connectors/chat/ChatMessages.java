package org.genjin.connectors.chat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.genjin.connectors.Message;

/**
 * The messages of a transcript, made when they are asked for: who of the two sides spoke, when it was in UTC, and keys that
 * are the same in another export of the chat ({@link ChatIdentities}).
 */
public final class ChatMessages {

    private final ZoneId zone;
    private final List<String> warnings;
    private final List<Talk> talks = new ArrayList<>();
    private int size;

    /** @param zone of the device that wrote the export */
    public ChatMessages(Transcript transcript, ZoneId zone) {
        this.zone = zone;
        this.warnings = transcript.warnings();
        for (Chat chat : transcript.chats()) {
            talks.add(new Talk(chat, size, ChatSides.of(chat), new ChatIdentities(chat), secondPasses(chat)));
            size += chat.lines().size();
        }
    }

    /**
     * One chat of the transcript.
     *
     * @param start how many messages come before it
     * @param secondPass in the hour that a clock set back shows twice: those of the second time
     */
    private record Talk(Chat chat, int start, ChatSides sides, ChatIdentities identities, BitSet secondPass) {}

    public int size() {
        return size;
    }

    public List<String> warnings() {
        return warnings;
    }

    /** @param to exclusive, at most {@link #size} */
    public List<Message> page(int from, int to) {
        List<Message> messages = new ArrayList<>(Math.max(0, to - from));
        for (Talk talk : talks) {
            int end = Math.min(to - talk.start(), talk.chat().lines().size());
            for (int i = Math.max(0, from - talk.start()); i < end; i++) {
                messages.add(message(talk, i));
            }
        }
        return messages;
    }

    private BitSet secondPasses(Chat chat) {
        BitSet second = new BitSet();
        if (zone.getRules().isFixedOffset()) {
            return second;
        }
        LocalDateTime before = null;
        boolean passed = false;
        for (int i = 0; i < chat.lines().size(); i++) {
            if (chat.lines().get(i).time() instanceof ChatLine.Time.Local(LocalDateTime at)) {
                boolean back = before != null && at.isBefore(before);
                // The clock was set back between the two.
                passed = back && zone.getRules().getValidOffsets(at).size() > 1
                        || passed && before != null && at.toLocalDate().equals(before.toLocalDate());
                before = at;
            }
            second.set(i, passed);
        }
        return second;
    }

    private Message message(Talk talk, int index) {
        Chat chat = talk.chat();
        ChatLine line = chat.lines().get(index);
        Instant sentAt = switch (line.time()) {
            case ChatLine.Time.At at -> at.instant();
            case ChatLine.Time.Local(LocalDateTime local) -> instant(local, talk.secondPass().get(index));
        };
        LocalDateTime local = switch (line.time()) {
            case ChatLine.Time.At at -> at.local();
            case ChatLine.Time.Local at -> at.local();
        };
        String replyTo = line.replyTo();
        ChatEntry entry = new ChatEntry(
                talk.identities().key(index), line.system(), chat.channel().id(), sentAt, local,
                line.from(), line.to(), talk.sides().speaker(line).name(), chat.title(), chat.group() ? chat.title() : null,
                line.subject(), line.text(), line.quoted(),
                replyTo == null ? null : talk.identities().nativeKey(replyTo), line.auto(),
                ChatEntry.files(line.files()),
                chat.problem(), line.change() == Message.Change.NONE ? null : line.change());
        return entry.message(line.locator(), line.files(), new ChatEntry.Written(entry));
    }

    private Instant instant(LocalDateTime at, boolean secondPass) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
        return switch (offsets.size()) {
            case 1 -> at.toInstant(offsets.getFirst());
            case 2 -> at.toInstant(offsets.get(secondPass ? 1 : 0));
            default -> at.atZone(zone).toInstant();
        };
    }
}
