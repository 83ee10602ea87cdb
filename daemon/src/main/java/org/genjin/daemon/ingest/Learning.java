package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.MessageTable.Participant;
import org.genjin.daemon.ledger.Transaction;

/**
 * Notes by what a customer is known, from messages that are surely theirs: the addresses that write and are written to,
 * the writers' names, the phone numbers in their signatures, their chats. What is only theirs by conversation teaches
 * nothing: a forwarder in the same thread is no contact.
 */
final class Learning {

    private static final int SIGNATURE = 1_500;
    /** Of the messages that were stored before their sender was a customer, how many of the newest are read again. */
    private static final int READ_AGAIN = 2;

    private final Phones phones;
    private final Archive archive;

    Learning(Phones phones, Archive archive) {
        this.phones = phones;
        this.archive = archive;
    }

    /** @param fresh the messages of this batch, whose words are at hand */
    void learn(Transaction tx, List<Matching.Matched> matched, Map<Long, Prepared> fresh) {
        Map<String, Identity> learned = new LinkedHashMap<>();
        Map<String, Integer> readAgain = new HashMap<>();
        List<Matching.Matched> newestFirst = new ArrayList<>(matched);
        newestFirst.sort(Comparator.comparing((Matching.Matched it) -> it.message().row().sentAt()).reversed());
        for (Matching.Matched answer : newestFirst) {
            Drafts.Loaded it = answer.message();
            if (answer.match() instanceof Match.One one && it.draft().human()) {
                String chat = it.draft().chat();
                if (chat != null) {
                    fromChat(it, one, chat, learned);
                } else if (one.evidence() == Match.Evidence.ADDRESS || one.evidence() == Match.Evidence.DOMAIN) {
                    fromMail(it, one.customer(), learned);
                    if (it.draft().direction() == Direction.IN) {
                        fromSignature(it, one.customer(), signature(tx, it, fresh, readAgain), learned);
                    }
                }
            }
        }
        tx.identities().putNew(learned.values());
        learned.values().stream().filter(it -> it.kind() == Kind.PHONE).forEach(it -> phones.country(it.knownAs())
                .ifPresent(country -> tx.customers().fill(it.customer(), Field.COUNTRY, country)));
    }

    /** A customer just made: known by the party it was made of, and what that tells of its country. */
    void party(Transaction tx, CustomerId customer, String party, String owner, Instant now) {
        if (party.indexOf('@') > 0) {
            tx.identities().put(new Identity(Kind.ADDRESS, party, "", customer, "", now));
        } else if (party.indexOf(':') > 0) {
            tx.identities().put(new Identity(Kind.CHAT, party, owner, customer, "", now));
        } else {
            tx.identities().put(new Identity(Kind.DOMAIN, party, "", customer, "", null));
            Countries.ofDomain(party).ifPresent(it -> tx.customers().fill(customer, Field.COUNTRY, it));
        }
    }

    private String signature(
            Transaction tx, Drafts.Loaded it, Map<Long, Prepared> fresh, Map<String, Integer> readAgain) {
        Prepared prepared = fresh.get(it.row().id());
        if (prepared != null) {
            return prepared.reading().signature();
        }
        String writer = String.valueOf(it.row().fromAddress());
        return readAgain.merge(writer, 1, Integer::sum) > READ_AGAIN
                ? ""
                : archive.said(tx, it.row()).map(said -> said.reading().signature()).orElse("");
    }

    private void fromSignature(
            Drafts.Loaded it, CustomerId customer, String signature, Map<String, Identity> learned) {
        List<Participant> others = it.draft().others();
        if (others.isEmpty()) {
            return;
        }
        for (String phone : phones.in(signature.substring(0, Math.min(SIGNATURE, signature.length())))) {
            note(learned, new Identity(Kind.PHONE, phone, "", customer, name(others.getFirst()), it.row().sentAt()));
        }
    }

    private void fromMail(Drafts.Loaded it, CustomerId customer, Map<String, Identity> learned) {
        List<Participant> others = it.draft().others();
        if (others.isEmpty()) {
            return;
        }
        Instant at = it.row().sentAt();
        boolean in = it.draft().direction() == Direction.IN;
        Participant first = others.getFirst();
        for (Participant other : others) {
            String address = other.address();
            if (address != null && first.party() != null && first.party().equals(other.party())) {
                note(learned, new Identity(Kind.ADDRESS, address, "", customer, name(other), at));
            }
        }
        if (in) {
            note(learned, Kind.NAME, name(first), it.draft().owner(), customer, at);
        }
    }

    private void fromChat(Drafts.Loaded it, Match.One one, String chat, Map<String, Identity> learned) {
        if (it.row().room() != null) {
            return;
        }
        Instant at = it.row().sentAt();
        String owner = it.draft().owner();
        for (Participant other : it.draft().others()) {
            String name = name(other);
            note(learned, new Identity(Kind.CHAT, chat, owner, one.customer(), name, at));
            String address = other.address();
            phones.whole(address == null ? name : address)
                    .ifPresent(phone -> note(learned, new Identity(Kind.PHONE, phone, "", one.customer(), name, at)));
        }
    }

    private static void note(
            Map<String, Identity> learned, Kind kind, String name, String owner, CustomerId customer, Instant at) {
        String folded = Names.folded(name);
        if (Names.tells(folded)) {
            note(learned, new Identity(kind, folded, owner, customer, name, at));
        }
    }

    private static void note(Map<String, Identity> learned, Identity identity) {
        String key = identity.kind() + " " + identity.knownAs() + " " + identity.owner() + " " + identity.customer();
        learned.merge(key, identity, Learning::newer);
    }

    private static Identity newer(Identity one, Identity other) {
        Instant a = one.lastSeen();
        Instant b = other.lastSeen();
        return a == null || (b != null && b.isAfter(a)) ? other : one;
    }

    private static String name(Participant it) {
        String name = it.name();
        return name == null ? "" : name;
    }
}
