package org.genjin.connectors.chat;

import java.util.List;
import org.genjin.connectors.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of an export.
 *
 * @param id the same in every export of this chat: the format's own id, or its title where it has none
 * @param title what people call it
 * @param group whether more than two people can be in it
 * @param lines in the order in which they were said
 * @param problem a sentence that stands with each message, such as that its times are a guess; null if there is none
 */
record Chat(Channel channel, String id, String title, boolean group, List<ChatLine> lines, @Nullable String problem) {

    Chat {
        lines = List.copyOf(lines);
    }
}
