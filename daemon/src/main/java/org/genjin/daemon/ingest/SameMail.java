package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageTable;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Whether two mails under one Message-ID are one. Relays and lists change a mail on its way (footers, encodings): it is
 * the same if sender and time agree and the words of one are those of the other, or nearly. Programs that send many mails under
 * one id exist too: those are as many messages.
 */
public final class SameMail {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private final Archive archive;

    public SameMail(Archive archive) {
        this.archive = archive;
    }

    /** The key under which {@code it} is or will be stored; {@code known} may gain an entry. */
    String keyFor(
            Transaction tx, Prepared it, Map<String, MessageTable.Known> known, Map<String, Prepared> fresh) {
        String key = it.message().key().value();
        if (it.message().channel() != Channel.EMAIL || same(tx, it, known.get(key)) || same(it, fresh.get(key))) {
            return key;
        }
        if (!known.containsKey(key) && !fresh.containsKey(key)) {
            return key;
        }
        String other = key.substring(0, Math.min(key.length(), 100)) + "#" + it.fingerprint().substring(0, 16);
        known.putAll(tx.messages().known(List.of(other)));
        return other;
    }

    private boolean same(Transaction tx, Prepared it, MessageTable.@Nullable Known known) {
        if (known == null) {
            return false;
        }
        if (known.fingerprint().equals(it.fingerprint())) {
            return true;
        }
        Optional<MessageRow> row = tx.messages().find(known.id());
        return row.isPresent()
                && agree(it.message(), row.get().fromAddress(), row.get().sentAt(), row.get().subject())
                // Of what was dropped the words cannot be asked; another mail under its id, by its sender, at its second is too rare.
                && (row.get().isDropped()
                        || archive.words(tx, row.get()).map(words -> Likeness.sameWords(words, words(it))).orElse(false));
    }

    private static boolean same(Prepared it, @Nullable Prepared other) {
        if (other == null) {
            return false;
        }
        Message.Participant from = other.message().author();
        return it.fingerprint().equals(other.fingerprint())
                || (agree(it.message(), from == null ? null : from.address(), other.message().sentAt(), other.message().subject())
                        && Likeness.sameWords(words(other), words(it)));
    }

    /**
     * Outlook keeps of a sender within its own company no address, and of a mail's time what its own clock said; then the subject has
     * to agree as well.
     */
    private static boolean agree(Message message, @Nullable String from, @Nullable Instant sentAt, String subject) {
        Message.Participant sender = message.author();
        String address = sender == null ? null : sender.address();
        if (Objects.equals(address, from) && Objects.equals(message.sentAt(), sentAt)) {
            return true;
        }
        boolean sameSender = address == null || from == null || address.equals(from);
        Instant at = message.sentAt();
        boolean sameTime = at != null && sentAt != null && Duration.between(at, sentAt).abs().compareTo(CLOCKS_APART) <= 0;
        return sameSender && sameTime && Likeness.letters(message.subject()).equals(Likeness.letters(subject));
    }

    private static String words(Prepared it) {
        return it.reading().text() + it.reading().quoted() + it.reading().signature();
    }
}
