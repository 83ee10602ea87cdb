package org.genjin.connectors.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/** One chat of Telegram's JSON while it is read: its fields stand in any order, and what a message means follows from all. */
final class TelegramChat {

    private static final Set<String> BETWEEN_TWO = Set.of("personal_chat", "bot_chat");
    private static final String SAVED = "saved_messages";

    String name = "";
    String type = "";
    String id = "";

    private final ZoneId zone;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(ChatLine line, String author, String number, String replyTo) {}

    /** @param zone of the machine that wrote the export, where nothing in it tells */
    TelegramChat(ZoneId zone) {
        this.zone = zone;
    }

    int size() {
        return entries.size();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void add(ChatLine line, String author, String number, String replyTo) {
        entries.add(new Entry(line, author, number, replyTo));
    }

    /** @param ownId of the account that was exported; "" if the export does not say */
    Chat chat(String ownId) {
        List<ChatLine.Time.At> times = times();
        Map<String, Long> seconds = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            seconds.put(entries.get(i).number(), times.get(i).instant().getEpochSecond());
        }
        List<ChatLine> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry it = entries.get(i);
            ChatLine line = it.line().at(times.get(i)).saidBy(side(it.author(), ownId));
            if (!it.number().isEmpty()) {
                line = line.identified(
                        TelegramFormat.nativeId(it.number(), times.get(i).instant().getEpochSecond()));
            }
            Long answered = it.replyTo().isEmpty() ? null : seconds.get(it.replyTo());
            if (answered != null) {
                line = line.replying("", TelegramFormat.nativeId(it.replyTo(), answered));
            }
            lines.add(line.written(type.equals("bot_chat") && line.speaker() == Message.Speaker.OTHER));
        }
        String title = title();
        return new Chat(Channel.TELEGRAM, TelegramFormat.chatId(title, lines), title, isGroup(), lines, null);
    }

    private boolean isGroup() {
        if (type.isEmpty()) {
            Set<String> authors = new HashSet<>();
            entries.forEach(it -> authors.add(it.author() + " " + name(it.line())));
            return authors.size() > 2;
        }
        return !BETWEEN_TWO.contains(type);
    }

    private static @Nullable String name(ChatLine line) {
        Message.Participant from = line.from();
        return from == null ? null : from.name();
    }

    private String title() {
        if (!name.isEmpty()) {
            return ChatText.name(name);
        }
        if (type.equals(SAVED)) {
            return "Saved Messages";
        }
        return ("Deleted Account " + id).strip();
    }

    /** Between two people the chat has the number of the other one. */
    private Message.Speaker side(String author, String ownId) {
        if (author.isEmpty()) {
            return Message.Speaker.UNKNOWN;
        }
        if (!ownId.isEmpty()) {
            return author.equals(ownId) ? Message.Speaker.OWNER : Message.Speaker.OTHER;
        }
        if (type.equals(SAVED)) {
            return Message.Speaker.OWNER;
        }
        if (BETWEEN_TWO.contains(type) && !id.isEmpty()) {
            return author.equals("user" + id) ? Message.Speaker.OTHER : Message.Speaker.OWNER;
        }
        return Message.Speaker.UNKNOWN;
    }

    /** Where only the machine's clock is written, it goes as in the nearest message that has both, else as in its zone. */
    private List<ChatLine.Time.At> times() {
        List<ChatLine.Time.At> times = new ArrayList<>();
        ZoneOffset known = null;
        for (Entry it : entries) {
            known = known == null ? offset(it.line().time()) : known;
        }
        for (Entry it : entries) {
            switch (it.line().time()) {
                case ChatLine.Time.At at -> {
                    ZoneOffset own = offset(at);
                    known = own == null ? known : own;
                    times.add(at);
                }
                case ChatLine.Time.Local local -> {
                    Instant instant = known == null
                            ? local.local().atZone(zone).toInstant()
                            : local.local().toInstant(known);
                    times.add(new ChatLine.Time.At(instant, local.local()));
                }
            }
        }
        return times;
    }

    private static @Nullable ZoneOffset offset(ChatLine.Time time) {
        if (time instanceof ChatLine.Time.At at && at.local() != null) {
            Duration ahead = Duration.between(at.instant(), at.local().toInstant(ZoneOffset.UTC));
            boolean possible = Math.abs(ahead.toMinutes()) <= 18 * 60 && ahead.toSecondsPart() == 0;
            return possible ? ZoneOffset.ofTotalSeconds((int) ahead.toSeconds()) : null;
        }
        return null;
    }
}
