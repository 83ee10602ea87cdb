package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.ChatGap;
import org.genjin.daemon.ledger.Transaction;

/** Of which chats messages are, and from when to when; mail is of none. */
final class ChatSpans {

    private final Map<ChatGap.Chat, ChatGap.Span> spans = new LinkedHashMap<>();

    static ChatSpans of(List<Message> messages) {
        ChatSpans spans = new ChatSpans();
        spans.add(messages);
        return spans;
    }

    void add(List<Message> messages) {
        for (Message it : messages) {
            String title = it.chat();
            Instant at = it.sentAt();
            if (title != null && at != null && it.kind() == Message.Kind.MESSAGE) {
                spans.merge(new ChatGap.Chat(it.channel(), title), ChatGap.Span.of(at), ChatGap.Span::with);
            }
        }
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Which of these, the first of an export, come after all that is known of their chats and leave something out. */
    List<ChatGap> gaps(Transaction tx, String owner) {
        List<ChatGap> gaps = new ArrayList<>();
        spans.forEach((chat, span) -> ChatGap.between(chat, tx.sightings().newest(owner, chat).orElse(null), span.first())
                .ifPresent(gaps::add));
        return gaps;
    }

    /** Takes back the gaps that these, a whole export, reach over. */
    void bridge(Transaction tx, String owner) {
        spans.forEach((chat, span) -> tx.warnings().bridged(owner, chat, span));
    }
}
