package org.genjin.connectors.chat;

import java.util.HashSet;
import java.util.Set;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in a chat: where the format does not tell, of two people the one who is not the chat's title is the owner.
 *
 * @param other the other one's name; null where there are more than two, or where nothing tells
 */
record ChatSides(@Nullable String other) {

    static ChatSides of(Chat chat) {
        if (chat.group()) {
            return new ChatSides(null);
        }
        Set<String> speakers = new HashSet<>();
        for (ChatLine line : chat.lines()) {
            Message.Participant from = line.from();
            if (!line.system() && from != null && from.name() != null) {
                speakers.add(from.name());
            }
        }
        String other = ChatText.name(chat.title());
        return new ChatSides(speakers.contains(other) || speakers.size() < 2 ? other : null);
    }

    Message.Speaker speaker(ChatLine line) {
        Message.Participant from = line.from();
        if (line.speaker() != Message.Speaker.UNKNOWN || from == null || other == null) {
            return line.speaker();
        }
        return other.equals(from.name()) ? Message.Speaker.OTHER : Message.Speaker.OWNER;
    }
}
