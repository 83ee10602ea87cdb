package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.ChatTable;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * Joins exports of one chat that overlap: finds the messages that a later export has under another key ({@link ChatOverlap}),
 * and takes over what it knows better. The newest words of a changed message are kept, and earlier ones stay findable; what
 * was taken back keeps its words and says so; a file that was left out before is there once an export has it.
 */
public final class SameChat {

    private static final Duration AROUND = Duration.ofHours(26);
    private static final int PROBES = 8;
    private static final String TAKEN_BACK = "Its sender took this message back later.";

    private final Archive archive;

    public SameChat(Archive archive) {
        this.archive = archive;
    }

    /** The chat that a message is of. */
    private record Chat(Channel channel, String title) {}

    /** Messages of the batch that are known under another key: the message → the row's id. */
    IdentityHashMap<Prepared, Long> find(Transaction tx, String owner, List<Prepared> batch, Map<String, MessageTable.Known> known) {
        Map<Chat, List<Prepared>> chats = new LinkedHashMap<>();
        for (Prepared it : batch) {
            String title = it.message().chat();
            if (it.message().localTime() != null && it.message().sentAt() != null && title != null) {
                chats.computeIfAbsent(new Chat(it.message().channel(), title), _ -> new ArrayList<>()).add(it);
            }
        }
        // By identity: a batch can hold equal messages, and comparing whole messages is dear.
        IdentityHashMap<Prepared, Long> same = new IdentityHashMap<>();
        chats.forEach((chat, messages) -> {
            if (messages.stream().anyMatch(it -> !known.containsKey(it.message().key().value()))) {
                align(tx, owner, chat, messages, known, same);
            }
        });
        return same;
    }

    private void align(
            Transaction tx, String owner, Chat chat, List<Prepared> messages, Map<String, MessageTable.Known> known,
            IdentityHashMap<Prepared, Long> same) {
        Instant from = messages.stream().map(SameChat::sentAt).min(Instant::compareTo).orElseThrow().minus(AROUND);
        Instant to = messages.stream().map(SameChat::sentAt).max(Instant::compareTo).orElseThrow().plus(AROUND);
        List<ChatOverlap.Line> lines = new ArrayList<>(messages.stream().map(it -> line(it, known)).toList());
        for (String title : titles(tx, owner, chat, messages)) {
            List<ChatOverlap.Known> places = tx.chats().places(owner, chat.channel(), title, from, to).stream()
                    .map(SameChat::known)
                    .toList();
            ChatOverlap.align(places, lines, title.equals(chat.title()), id -> isEdited(tx, id)).forEach((index, id) -> {
                same.put(messages.get(index), id);
                lines.set(index, lines.get(index).knownAs(id));
            });
        }
    }

    /** What the chat may be called in the ledger: as now, as one that has the same words in the same minutes, as who speaks. */
    private static Set<String> titles(Transaction tx, String owner, Chat chat, List<Prepared> messages) {
        Set<String> titles = new LinkedHashSet<>(List.of(chat.title()));
        int step = Math.max(1, messages.size() / PROBES);
        for (int i = 0; i < messages.size(); i += step) {
            Message message = messages.get(i).message();
            String words = NewRows.preview(messages.get(i));
            if (!words.isEmpty()) {
                titles.addAll(tx.chats().titlesOf(owner, chat.channel(), localTime(message), words));
            }
        }
        Set<String> speakers = new LinkedHashSet<>();
        for (Prepared it : messages) {
            Message.Participant from = it.message().from();
            if (from != null && from.name() != null && it.message().kind() == Message.Kind.MESSAGE) {
                speakers.add(from.name());
            }
        }
        titles.addAll(speakers.size() == 2 ? speakers : Set.of());
        return titles;
    }

    private static ChatOverlap.Line line(Prepared it, Map<String, MessageTable.Known> known) {
        Message message = it.message();
        MessageTable.Known row = known.get(message.key().value());
        return new ChatOverlap.Line(
                ChatOverlap.minute(localTime(message)), sender(message.from()), NewRows.preview(it),
                message.kind() == Message.Kind.SYSTEM, message.change(), row == null ? null : row.id());
    }

    private static ChatOverlap.Known known(ChatTable.Place it) {
        return new ChatOverlap.Known(it.id(), ChatOverlap.minute(it.at()), it.sender(), it.preview(), it.system());
    }

    private boolean isEdited(Transaction tx, long id) {
        return tx.messages().find(id).flatMap(row -> archive.said(tx, row))
                .map(it -> it.message().change() == Message.Change.EDITED)
                .orElse(false);
    }

    /**
     * Takes over what copies of known messages know better.
     *
     * @param again copies, with the rows' ids
     * @return the messages that are not as they were
     */
    Set<Long> update(Transaction tx, IdentityHashMap<Prepared, Long> again, Instant now) {
        Set<Long> changed = new LinkedHashSet<>();
        again.forEach((it, id) -> {
            MessageRow row = tx.messages().find(id).orElseThrow();
            if (!row.fingerprint().equals(it.fingerprint())) {
                boolean words = isWordsChanged(tx, it, row, now);
                boolean file = tx.attachments().come(id, Ingest.documents(id, it));
                if (words || file) {
                    changed.add(id);
                }
            }
        });
        tx.renew(changed);
        return changed;
    }

    private boolean isWordsChanged(Transaction tx, Prepared it, MessageRow row, Instant now) {
        Message.Change change = it.message().change();
        if (change == Message.Change.TAKEN_BACK) {
            String problem = row.problem();
            boolean news = !row.system() && (problem == null || !problem.endsWith(TAKEN_BACK));
            if (news) {
                tx.chats().note(row.id(), Text.fit(problem == null ? TAKEN_BACK : problem + " " + TAKEN_BACK, 1000));
            }
            return news;
        }
        Optional<Archive.Said> before = archive.said(tx, row);
        if (before.isEmpty() || row.system() || words(before.get().reading().text()).equals(words(it.reading().text()))) {
            return false;
        }
        if (change == Message.Change.EDITED) {
            tx.chats().keepWording(row.id(), row.rawHash(), now);
            tx.chats().reword(NewRows.reworded(row, it));
            return true;
        }
        // An older export that comes later: what it has was said before.
        return before.get().message().change() == Message.Change.EDITED && tx.chats().keepWording(row.id(), it.rawHash(), now);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String sender(Message.@Nullable Participant from) {
        String sender = from == null ? null : from.address() != null ? from.address() : from.name();
        return sender == null ? "" : Text.fit(sender, 400);
    }

    private static LocalDateTime localTime(Message message) {
        LocalDateTime at = message.localTime();
        if (at == null) {
            throw new IllegalStateException("only messages with a local time are aligned");
        }
        return at;
    }

    private static Instant sentAt(Prepared it) {
        Instant at = it.message().sentAt();
        return at == null ? Instant.EPOCH : at;
    }
}
