package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;

/** Which earlier messages are to be looked at again once more is known: only those that what is new can concern. */
final class Reopening {

    private static final Set<Clue.Kind> NAMES = EnumSet.of(Clue.Kind.PERSON, Clue.Kind.FIRM, Clue.Kind.ADDRESS, Clue.Kind.PHONE);

    private final Phones phones;

    Reopening(Phones phones) {
        this.phones = phones;
    }

    /**
     * @param news messages whose customer has changed
     * @param learned what customers have become known by
     */
    Set<Long> after(Transaction tx, List<Matched> news, List<Identity> learned, NewCustomers.Made made) {
        Set<String> parties = new TreeSet<>(made.parties());
        Set<String> values = new TreeSet<>(made.firms());
        for (Identity it : learned) {
            switch (it.kind()) {
                case ADDRESS -> {
                    parties.add(it.knownAs());
                    values.add(it.knownAs());
                }
                case DOMAIN, CHAT -> parties.add(it.knownAs());
                case PHONE -> {
                    values.add(it.knownAs());
                    values.addAll(phones.dialledForms(it.knownAs()));
                }
                case NAME, FIRM -> values.add(it.knownAs());
            }
        }
        parties.addAll(given(news));
        Set<Long> open = new HashSet<>(tx.undecided().unmatchedNaming(parties));
        open.addAll(tx.participants().concerning(made.parties()));
        open.addAll(tx.clues().passingOn(made.parties()));
        open.addAll(tx.clues().openWith(NAMES, values));
        open.addAll(tx.clues().openWith(EnumSet.of(Clue.Kind.FORWARDED), values));
        open.addAll(tx.clues().openWith(EnumSet.of(Clue.Kind.DOCUMENT), papers(news)));
        open.addAll(tx.clues().ofThinCustomers(NAMES, values));
        open.addAll(tx.undecided().unmatchedAnswering(answered(news)));
        open.addAll(tx.undecided().askedOf(learned.stream().map(Identity::customer).distinct().toList()));
        open.addAll(tx.undecided().undecidedInChats(tx.conversations().chatsOf(open)));
        return open;
    }

    private static Set<String> papers(List<Matched> news) {
        return clues(news, Clue.Kind.DOCUMENT);
    }

    /** Addresses that customers have written down. */
    private static Set<String> given(List<Matched> news) {
        return clues(news, Clue.Kind.ADDRESS);
    }

    private static Set<String> clues(List<Matched> news, Clue.Kind kind) {
        Set<String> clues = new TreeSet<>();
        for (Matched it : news) {
            if (it.match() instanceof Match.One one && !one.customer().equals(it.message().row().customer())) {
                clues.addAll(it.message().draft().clues(kind));
            }
        }
        return clues;
    }

    private static Set<String> answered(List<Matched> news) {
        Set<String> answered = new TreeSet<>();
        for (Matched it : news) {
            MessageRow row = it.message().row();
            if (it.match() instanceof Match.One one
                    && row.direction() != Direction.INTERNAL
                    && !one.customer().equals(row.customer())) {
                answered.add(row.messageId() == null ? row.key() : row.messageId());
            }
        }
        return answered;
    }

    /** Earlier messages with those who wrote or were written to now: what they are to us may be clearer. */
    Collection<Long> ofParties(Transaction tx, List<Matched> matched) {
        Set<String> parties = new TreeSet<>();
        for (Matched it : matched) {
            if (it.message().draft().human() && (it.stranger() || !(it.match() instanceof Match.One))) {
                for (Participant other : it.message().draft().others()) {
                    parties.add(String.valueOf(other.party()));
                }
            }
        }
        return tx.undecided().undecidedWith(new ArrayList<>(parties));
    }
}
