package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A part of a chat that no export told: between the last message of one export and the first of another that has none in
 * common with it.
 *
 * @param from the last message before it
 * @param to the first message after it
 */
public record ChatGap(Chat chat, Instant from, Instant to) {

    /**
     * Apps that write a whole chat into one file, from its beginning or as far back as they reach: two such files have
     * messages in common, or something lies between them. Others write a file a day, a part or the days that were asked for.
     */
    private static final Set<Channel> WHOLE_CHATS =
            EnumSet.of(Channel.WHATSAPP, Channel.WECHAT, Channel.LINE, Channel.VIBER);

    /** @param title what the chat is called at its source */
    public record Chat(Channel channel, String title) {}

    /** From the first to the last message of an export. */
    public record Span(Instant first, Instant last) {

        public static Span of(Instant at) {
            return new Span(at, at);
        }

        /** Both together, and what is between them. */
        public Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /**
     * @param newest the newest message that was known before the export was read; null if none was
     * @param first the first message of the export
     */
    public static Optional<ChatGap> between(Chat chat, @Nullable Instant newest, Instant first) {
        return newest != null && WHOLE_CHATS.contains(chat.channel()) && first.isAfter(newest)
                ? Optional.of(new ChatGap(chat, newest, first))
                : Optional.empty();
    }
}
