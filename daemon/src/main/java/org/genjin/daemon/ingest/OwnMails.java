package org.genjin.daemon.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.outbox.OwnMail;

/**
 * Knows Genjin's own mails and what owners write back to them: neither is anybody's, and neither is contact with a customer. An
 * answer is noted, to be obeyed after the batch.
 *
 * <p>An answer is a mail from an owner's address to an owner's address alone, in that owner's mailbox, that refers to a mail of
 * ours to that owner: by its Message-ID, which nobody else can know, or by the token in it. What a program answered is none.
 */
final class OwnMails {

    /** The header by which we know our own mails. */
    private static final String OWN_MAIL = OwnMail.HEADER.toLowerCase(Locale.ROOT);
    /** An older mail is not answered any more. */
    static final Duration LIVES = Duration.ofDays(7);
    private static final int LOOKED_AT = 40_000;
    private static final int MOST_TOKENS = 12;

    private final OwnSide own;
    private final Map<String, Set<String>> addresses;

    /** @param addresses each owner's own, in lower case */
    OwnMails(OwnSide own, Map<String, Set<String>> addresses) {
        this.own = own;
        this.addresses = Map.copyOf(addresses);
    }

    /** @return the messages that are left to the rules */
    Collection<Long> setAside(Transaction tx, String owner, Map<Long, Prepared> stored, Instant now) {
        Set<Long> open = new TreeSet<>(stored.keySet());
        List<Assigned> aside = new ArrayList<>();
        stored.forEach((id, prepared) -> why(tx, owner, id, prepared, now).ifPresent(why -> {
            aside.add(new Assigned(id, null, MatchState.SET_ASIDE, why));
            open.remove(id);
        }));
        tx.messages().assign(aside);
        return open;
    }

    private Optional<String> why(Transaction tx, String owner, long id, Prepared prepared, Instant now) {
        Message message = prepared.message();
        Participant from = message.from();
        if (message.channel() != Channel.EMAIL || from == null || from.address() == null || !own.isOurs(from.address())) {
            return Optional.empty();
        }
        // Our own mails are nobody's, whichever home sent them; what anybody else marks so is a message like others.
        String ours = message.headers().get(OWN_MAIL);
        if (ours != null) {
            tx.outbox().seen(ours.strip(), message.messageId(), now);
            return Optional.of("own digest");
        }
        return isToSelf(owner, message) ? answered(tx, owner, prepared).map(mail -> answer(tx, mail, id, prepared, now)) : Optional.empty();
    }

    private boolean isToSelf(String owner, Message message) {
        Set<String> theirs = addresses.getOrDefault(owner, Set.of(owner));
        List<String> recipients = new ArrayList<>();
        message.to().forEach(it -> recipients.add(String.valueOf(it.address())));
        message.cc().forEach(it -> recipients.add(String.valueOf(it.address())));
        Participant from = message.from();
        return from != null && theirs.contains(String.valueOf(from.address())) && !recipients.isEmpty() && theirs.containsAll(recipients);
    }

    /** Which of our mails to that owner it refers to. */
    private static Optional<OutboxTable.Row> answered(Transaction tx, String owner, Prepared prepared) {
        for (String id : references(prepared)) {
            Optional<OutboxTable.Row> mail = tx.outbox().named(id).filter(it -> it.owner().equals(owner));
            if (mail.isPresent()) {
                return mail;
            }
        }
        return Optional.empty();
    }

    /** The surest first: what it answers, what its subject names, what its conversation had, what its words name. */
    private static Set<String> references(Prepared prepared) {
        Message message = prepared.message();
        Set<String> ids = new LinkedHashSet<>(message.inReplyTo());
        ids.addAll(named(message.subject()));
        List<String> ancestors = new ArrayList<>(message.references());
        Collections.reverse(ancestors);
        ids.addAll(ancestors);
        ids.addAll(named(prepared.reading().text()));
        ids.addAll(named(prepared.reading().quoted()));
        ids.addAll(named(prepared.reading().signature()));
        return ids;
    }

    private static List<String> named(String text) {
        List<String> ids = new ArrayList<>();
        Matcher token = OwnMail.TOKEN.matcher(text.substring(0, Math.min(text.length(), LOOKED_AT)));
        while (token.find() && ids.size() < MOST_TOKENS) {
            ids.add(OwnMail.messageIdOf(token.group()));
        }
        return ids;
    }

    private static String answer(Transaction tx, OutboxTable.Row mail, long id, Prepared prepared, Instant now) {
        Message message = prepared.message();
        if (message.auto() || message.headers().containsKey(Message.Told.REPORT)) {
            return "automatic";
        }
        Instant sent = message.sentAt();
        Instant saidAt = sent == null || sent.isAfter(now) ? now : sent;
        boolean live = !saidAt.isAfter(mail.attemptedAt().plus(LIVES));
        String fingerprint = Store.hash(prepared.reading().text().replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
        tx.answers().note(tx, mail.id(), mail.owner(), message.key().value(), id, saidAt, fingerprint, live);
        return "answer to a digest";
    }
}
