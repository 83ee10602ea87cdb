package org.genjin.connectors.chat;

import java.util.List;

/**
 * What an export says.
 *
 * @param warnings sentences for a person about the whole: that the app cut it off, that a guess was made
 */
public record Transcript(List<Chat> chats, List<String> warnings) {

    public Transcript {
        chats = List.copyOf(chats);
        warnings = List.copyOf(warnings);
    }

    public static Transcript of(Chat chat) {
        return new Transcript(List.of(chat), List.of());
    }
}
