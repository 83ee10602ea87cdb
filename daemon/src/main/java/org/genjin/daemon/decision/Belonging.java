package org.genjin.daemon.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.decision.Refusal.Why;
import org.genjin.daemon.ingest.Joining;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.DecisionTable;
import org.genjin.daemon.ledger.DecisionTable.Kind;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.SetAsideTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a person says about whose messages are: two customers are one, one is two, a message is somebody's,
 * somebody is no customer. Each is remembered, so that later messages follow it, and the past is matched again as far as it
 * is touched. Thread-safe.
 */
public final class Belonging {

    private final Ledger ledger;
    private final Rematch rematch;
    private final OwnSide own;

    public Belonging(Ledger ledger, Rematch rematch, OwnSide own) {
        this.ledger = ledger;
        this.rematch = rematch;
        this.own = own;
    }

    /** Makes {@code other} a part of {@code into}: its messages, contacts and notes. */
    public Decided merge(CustomerId into, CustomerId other, String by, Instant now) {
        return ledger.transact(tx -> {
            Optional<CustomerTable.Row> kept = tx.customers().find(into);
            Optional<CustomerTable.Row> gone = tx.customers().find(other);
            if (kept.isEmpty() || gone.isEmpty() || into.equals(other)) {
                return Decided.Impossible.of(into.equals(other) ? Why.SAME_CUSTOMER : Why.GONE);
            }
            Joining.Joined joined = Joining.join(tx, kept.get(), gone.get(), by, "", now);
            rematch.settle(tx, joined.touched(), List.of(into, other), now);
            return new Decided.Done(joined.decision(), into, joined.moved());
        });
    }

    /**
     * Makes a customer of its own of some contacts of {@code from}.
     *
     * @param contacts addresses, domains, phone numbers, chats or names of people
     */
    public Decided split(CustomerId from, List<String> contacts, String by, Instant now) {
        return ledger.transact(tx -> {
            Optional<CustomerTable.Row> whole = tx.customers().find(from);
            if (whole.isEmpty()) {
                return Decided.Impossible.of(Why.NO_SUCH_CUSTOMER);
            }
            if (contacts.isEmpty()) {
                return Decided.Impossible.of(Why.WHICH_CONTACTS, whole.get().name());
            }
            List<Identity> all = tx.identities().of(from);
            Set<Identity> moved = new LinkedHashSet<>();
            for (String contact : contacts) {
                List<Identity> meant = all.stream().filter(it -> isMeant(it, contact)).toList();
                if (meant.isEmpty()) {
                    return Decided.Impossible.of(Why.NO_CONTACT, whole.get().name(), contact, from);
                }
                moved.addAll(meant);
            }
            if (all.stream().filter(it -> !moved.contains(it)).noneMatch(it -> it.kind() != IdentityTable.Kind.NAME)) {
                return Decided.Impossible.of(Why.NOTHING_LEFT, whole.get().name());
            }
            return split(tx, whole.get(), moved, by, now);
        });
    }

    private Decided split(Transaction tx, CustomerTable.Row whole, Collection<Identity> moved, String by, Instant now) {
        CustomerId made = new CustomerId(tx.take(Counter.CUSTOMER, 1));
        tx.customers().insert(made, name(moved), whole.owner(), now);
        country(moved).ifPresent(it -> tx.customers().fill(made, CustomerTable.Field.COUNTRY, it));
        long decision = tx.decisions().add(tx, Kind.SPLIT, by, whole.id(), whole.name() + " → " + made, now);
        Set<String> values = new TreeSet<>();
        for (Identity it : moved) {
            tx.decisions().noteIdentity(decision, it, whole.id(), made);
            tx.identities().move(it.by(By.PERSON), made);
            values.add(it.knownAs());
        }
        Set<Long> theirs = new TreeSet<>(tx.messages().idsOf(whole.id()));
        theirs.retainAll(new TreeSet<>(tx.participants().naming(values)));
        tx.decisions().noteMessages(decision, theirs);
        rematch.again(tx, theirs, now);
        int gone = (int) tx.messages().find(theirs).stream().filter(it -> made.equals(it.customer())).count();
        return new Decided.Done(decision, made, gone);
    }

    /** Says whose a message is; what the same person writes later, and wrote before, is theirs too. Null: nobody's. */
    public Decided assign(String message, @Nullable CustomerId to, String by, Instant now) {
        return ledger.transact(tx -> {
            Optional<MessageRow> row = message(tx, message);
            if (row.isEmpty()) {
                return Decided.Impossible.of(Why.NO_MESSAGE, message);
            }
            if (to != null && tx.customers().find(to).isEmpty()) {
                return Decided.Impossible.of(Why.NO_CUSTOMER, to);
            }
            return assign(tx, row.get(), to, by, now);
        });
    }

    /** The same for the message with that row. */
    public Decided assign(long message, @Nullable CustomerId to, String by, Instant now) {
        return ledger.transact(tx -> tx.messages()
                .find(message)
                .map(row -> assign(tx, row, to, by, now))
                .orElseGet(() -> Decided.Impossible.of(Why.NO_SUCH_MESSAGE)));
    }

    private Decided assign(Transaction tx, MessageRow row, @Nullable CustomerId to, String by, Instant now) {
        long decision = tx.decisions().add(tx, Kind.ASSIGN, by, to, row.subject().isBlank() ? row.key() : row.subject(), now);
        Set<CustomerId> customers = tx.further().concerned(List.of(row.id()));
        Set<Long> noted = new TreeSet<>(List.of(row.id()));
        Optional<Participant> other = principal(tx, row);
        Set<Long> alike = new TreeSet<>();
        if (to != null) {
            customers.add(to);
            other.flatMap(it -> identity(tx, it, row, to)).filter(it -> isFree(tx, it)).ifPresent(it -> {
                tx.decisions().noteIdentity(decision, it, null, to);
                tx.identities().put(it.by(By.PERSON).inMessage(row.id()));
                alike.addAll(tx.messages().find(tx.participants().naming(Set.of(it.knownAs()))).stream()
                        .filter(like -> like.customer() == null && like.matchState() != MatchState.SET_ASIDE)
                        .map(MessageRow::id)
                        .toList());
            });
        }
        alike.remove(row.id());
        noted.addAll(alike);
        tx.decisions().noteMessages(decision, noted);
        tx.undecided().setCandidates(row.id(), List.of());
        tx.messages().assign(List.of(to == null
                ? new Assigned(row.id(), null, MatchState.NOBODY, "set by hand")
                : new Assigned(row.id(), to, MatchState.ONE, "set by hand")));
        tx.messages().assignedBy(List.of(row.id()), "person");
        rematch.settle(tx, List.of(row.id()), customers, now);
        rematch.again(tx, alike, now);
        return new Decided.Done(decision, to, 1 + (int) tx.messages().find(alike).stream().filter(it -> it.customer() != null).count());
    }

    /** Takes note that an address, a domain or everything a customer is known by is no customer. */
    public Decided setAside(String who, String reason, String by, Instant now) {
        String bare = who.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        return ledger.transact(tx -> {
            Optional<CustomerTable.Row> customer = CustomerId.parse(who).flatMap(it -> tx.customers().find(it));
            List<Identity> identities = customer.map(it -> tx.identities().of(it.id())).orElseGet(() -> known(tx, bare));
            if (customer.isEmpty() && Domains.ofAddress(bare.contains("@") ? bare : "x@" + bare).isEmpty()) {
                return Decided.Impossible.of(Why.NOT_ASIDE, who);
            }
            if (customer.isEmpty() && own.isOurs(bare.contains("@") ? bare : "x@" + bare)) {
                return Decided.Impossible.of(Why.OURS, who);
            }
            String words = customer.map(CustomerTable.Row::name).orElse(bare);
            long decision = tx.decisions().add(tx, Kind.SET_ASIDE, by, customer.map(CustomerTable.Row::id).orElse(null), words, now);
            return setAside(tx, decision, customer, identities, bare, new Reason(reason, by, now));
        });
    }

    private record Reason(String words, String by, Instant at) {}

    private Decided setAside(
            Transaction tx, long decision, Optional<CustomerTable.Row> customer, List<Identity> identities, String bare,
            Reason reason) {
        Set<Long> theirs = new TreeSet<>();
        Set<CustomerId> lost = new LinkedHashSet<>();
        Set<String> values = new TreeSet<>();
        if (customer.isEmpty()) {
            values.add(bare);
            tx.setAside().put(entry(bare.contains("@") ? IdentityTable.Kind.ADDRESS : IdentityTable.Kind.DOMAIN, bare, reason));
        }
        for (Identity it : identities) {
            tx.decisions().noteIdentity(decision, it, it.customer(), it.customer());
            tx.identities().delete(it);
            lost.add(it.customer());
            if (it.kind() == IdentityTable.Kind.ADDRESS || it.kind() == IdentityTable.Kind.DOMAIN || it.kind() == IdentityTable.Kind.CHAT) {
                values.add(it.knownAs());
                tx.setAside().put(entry(it.kind(), it.knownAs(), reason));
            }
        }
        theirs.addAll(tx.participants().naming(values));
        customer.ifPresent(it -> theirs.addAll(tx.messages().idsOf(it.id())));
        tx.decisions().noteMessages(decision, theirs);
        rematch.again(tx, theirs, reason.at());
        for (CustomerId it : lost) {
            if (tx.messages().idsOf(it).isEmpty() && tx.identities().of(it).isEmpty()) {
                tx.customers().setMergedInto(it, it);
            }
        }
        int aside = (int) tx.messages().find(theirs).stream().filter(it -> it.matchState() == MatchState.SET_ASIDE).count();
        return new Decided.Done(decision, null, aside);
    }

    private static SetAsideTable.Entry entry(IdentityTable.Kind kind, String value, Reason reason) {
        return new SetAsideTable.Entry(kind, value, reason.words(), reason.by(), reason.at());
    }

    /** By what anybody is known who has that address, or an address of that domain. */
    private static List<Identity> known(Transaction tx, String bare) {
        List<Identity> known = new ArrayList<>(tx.identities().find(IdentityTable.Kind.ADDRESS, List.of(bare)));
        if (!bare.contains("@")) {
            known.addAll(tx.identities().find(IdentityTable.Kind.DOMAIN, List.of(bare)));
            known.addAll(tx.identities().addressesOf(bare));
        }
        return known;
    }

    private static boolean isMeant(Identity it, String contact) {
        String lower = contact.strip().toLowerCase(Locale.ROOT);
        String digits = contact.replaceAll("[^\\d+]", "");
        boolean named = !it.person().isEmpty() && Names.folded(it.person()).equals(Names.folded(contact));
        boolean phone = it.kind() == IdentityTable.Kind.PHONE && digits.length() > 5 && it.knownAs().endsWith(digits.replace("+", ""));
        boolean below = it.kind() == IdentityTable.Kind.ADDRESS && !lower.contains("@") && it.knownAs().endsWith("@" + lower);
        return named || phone || below || it.knownAs().toLowerCase(Locale.ROOT).equals(lower);
    }

    private static String name(Collection<Identity> moved) {
        for (Identity it : moved) {
            if (it.kind() == IdentityTable.Kind.DOMAIN) {
                return Domains.asName(it.knownAs());
            }
        }
        return moved.stream().map(Identity::person).filter(it -> !it.isBlank()).findFirst()
                .orElseGet(() -> moved.iterator().next().knownAs());
    }

    private static Optional<String> country(Collection<Identity> moved) {
        return moved.stream().filter(it -> it.kind() == IdentityTable.Kind.DOMAIN)
                .flatMap(it -> Countries.ofDomain(it.knownAs()).stream()).findFirst();
    }

    private static Optional<MessageRow> message(Transaction tx, String text) {
        String bare = text.strip();
        return tx.messages().findByKey(bare)
                .or(() -> tx.messages().findByKey("mid:" + bare))
                .or(() -> tx.messages().findByMessageId(bare.startsWith("<") ? bare : "<" + bare + ">"));
    }

    private static Optional<Participant> principal(Transaction tx, MessageRow row) {
        String role = row.direction() == Direction.OUT ? "to" : "from";
        return tx.participants().participants(List.of(row.id())).stream()
                .filter(it -> it.role().equals(role) && it.party() != null)
                .findFirst();
    }

    private static Optional<Identity> identity(Transaction tx, Participant it, MessageRow row, CustomerId to) {
        String address = it.address();
        String party = it.party();
        String name = it.name() == null ? "" : it.name();
        if (address != null && address.contains("@")) {
            return Optional.of(new Identity(IdentityTable.Kind.ADDRESS, address, "", to, name, row.sentAt()));
        }
        // A chat is what one owner calls it.
        return tx.sightings().of(List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
                .filter(_ -> party != null)
                .findFirst()
                .map(seen -> new Identity(IdentityTable.Kind.CHAT, String.valueOf(party), seen.owner(), to, name, row.sentAt()));
    }

    /** An address that is known to be somebody else's stays theirs: that one message was about another. */
    private static boolean isFree(Transaction tx, Identity it) {
        return tx.identities().find(it.kind(), List.of(it.knownAs())).isEmpty();
    }
}
