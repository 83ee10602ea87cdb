package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.genjin.daemon.words.Text;
import org.jspecify.annotations.Nullable;

/** Writes new messages down as nobody's; {@link Assignment} says whose they are, in the same transaction. */
public final class NewRows {

    private static final int REFERENCES = 12;
    /** More than enough for a preview; the rest of a long mail is not looked at. */
    private static final int PREVIEWED = 2000;

    private final Parties parties;

    public NewRows(OwnSide own) {
        this.parties = new Parties(own);
    }

    /** @param ids key → id */
    record Inserted(Map<String, Long> ids) {}

    Inserted insert(Transaction tx, String owner, Map<String, Prepared> fresh, Instant now) {
        Set<String> ownNames = ownNames(tx, fresh);
        SpokenLanguages languages = SpokenLanguages.of(tx, fresh);
        long id = tx.take(Counter.MESSAGE, fresh.size());
        long revision = tx.take(Counter.REVISION, fresh.size());
        Map<String, Long> ids = new LinkedHashMap<>();
        List<MessageRow> rows = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        List<AttachmentTable.Row> documents = new ArrayList<>();
        Map<Long, Set<String>> references = new LinkedHashMap<>();
        for (Map.Entry<String, Prepared> it : fresh.entrySet()) {
            Message message = it.getValue().message();
            Direction direction = direction(message, ownNames);
            rows.add(row(id, it.getKey(), revision++, it.getValue(), direction, languages.of(it.getValue()), now));
            participants.addAll(parties.of(id, message, direction));
            documents.addAll(Ingest.documents(id, it.getValue()));
            references.put(id, references(message));
            ids.put(it.getKey(), id++);
        }
        tx.messages().insert(rows);
        tx.participants().insertParticipants(participants);
        tx.conversations().insertReferences(references);
        tx.attachments().insert(documents);
        return new Inserted(ids);
    }

    /** A row gets back the content it was stored with once; when it was stored counts from now. */
    void restore(Transaction tx, MessageRow row, Prepared prepared, Instant now) {
        Message message = prepared.message();
        tx.dropped().restored(new MessageRow(
                row.id(), row.key(), row.revision(), row.system(), row.channel(), row.messageId(), row.sentAt(), row.localTime(),
                now, row.fromAddress(), row.fromName(), row.chat(), row.room(), Text.fit(message.subject(), 1000),
                preview(prepared), language(prepared, row), row.bulk(), row.auto(), row.direction(), row.customer(),
                row.matchState(), row.matchWhy(), prepared.rawHash(), prepared.raw().length, prepared.fingerprint(),
                fit(message.problem(), 1000)));
        tx.participants().insertParticipants(parties.of(row.id(), message, row.direction()));
        tx.attachments().insert(Ingest.documents(row.id(), prepared));
    }

    /** In groups nobody says which member is us; whoever spoke for us in another chat does here too. */
    private static Set<String> ownNames(Transaction tx, Map<String, Prepared> fresh) {
        Map<Channel, Set<String>> asked = new LinkedHashMap<>();
        for (Prepared it : fresh.values()) {
            Message.Participant from = it.message().from();
            if (it.message().channel() != Channel.EMAIL
                    && it.message().speaker() == Message.Speaker.UNKNOWN
                    && from != null
                    && from.name() != null) {
                asked.computeIfAbsent(it.message().channel(), _ -> new TreeSet<>()).add(from.name());
            }
        }
        Set<String> names = new TreeSet<>();
        asked.forEach((channel, them) ->
                tx.participants().ownNames(channel, them).forEach(name -> names.add(channel.id() + ":" + name)));
        return names;
    }

    private Direction direction(Message message, Set<String> ownNames) {
        Message.Participant from = message.from();
        boolean us = message.channel() != Channel.EMAIL
                && message.speaker() == Message.Speaker.UNKNOWN
                && from != null
                && ownNames.contains(message.channel().id() + ":" + from.name());
        return us ? Direction.OUT : parties.direction(message);
    }

    private static Set<String> references(Message message) {
        Set<String> references = new TreeSet<>(message.inReplyTo());
        List<String> ancestors = message.references();
        references.addAll(ancestors.subList(Math.max(0, ancestors.size() - REFERENCES), ancestors.size()));
        return references;
    }

    private MessageRow row(
            long id, String key, long revision, Prepared prepared, Direction direction, String language, Instant now) {
        Message message = prepared.message();
        Message.Participant from = parties.speaker(message);
        Instant sentAt = message.sentAt();
        return new MessageRow(
                id,
                key,
                revision,
                message.kind() == Message.Kind.SYSTEM,
                message.channel(),
                fit(message.messageId(), 1000),
                sentAt == null ? now : sentAt,
                message.localTime(),
                now,
                from == null ? null : fit(from.address(), 400),
                from == null ? null : fit(from.name(), 500),
                fit(message.chat(), 500),
                fit(message.room(), 500),
                Text.fit(message.subject(), 1000),
                preview(prepared),
                language,
                message.bulk() && !parties.passesOn(message),
                message.auto(),
                direction,
                null,
                MatchState.NOBODY,
                "",
                prepared.rawHash(),
                prepared.raw().length,
                prepared.fingerprint(),
                fit(message.problem(), 1000));
    }

    /** The first words on one line. */
    static String preview(Prepared prepared) {
        String said = prepared.reading().text();
        return Text.fit(said.substring(0, Math.min(said.length(), PREVIEWED)).replaceAll("\\s+", " ").strip(), 300);
    }

    /** A row that says what {@code now} says, where and by whom it was said before. */
    static MessageRow reworded(MessageRow row, Prepared now) {
        return new MessageRow(
                row.id(), row.key(), row.revision(), row.system(), row.channel(), row.messageId(), row.sentAt(),
                row.localTime(), row.storedAt(), row.fromAddress(), row.fromName(), row.chat(), row.room(), row.subject(),
                preview(now), language(now, row), row.bulk(), row.auto(), row.direction(), row.customer(),
                row.matchState(), row.matchWhy(), now.rawHash(), now.raw().length, now.fingerprint(), row.problem());
    }

    /** What the conversation told before still holds where the words cannot tell. */
    private static String language(Prepared now, MessageRow row) {
        return now.reading().language().isEmpty() ? row.language() : now.reading().language();
    }

    private static @Nullable String fit(
            @Nullable String text, int length) {
        return text == null ? null : Text.fit(text, length);
    }
}
