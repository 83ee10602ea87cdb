package org.genjin.daemon.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.genjin.config.NeverLog;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ingest.Indexing;
import org.genjin.daemon.ingest.NeverLogged;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.NeverLogTable.Entry;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Transaction;

/**
 * Makes what is stored agree with the never-log list. When the list has grown, every message is looked at and what names
 * somebody of it is taken out of ledger and index, and with its bytes out of the store; when it has shrunk, what was kept out is
 * asked for. Killed in its midst, it looks at all again.
 */
final class TakingOut {

    private static final int SLICE = 100;

    private final Ledger ledger;
    private final Archive archive;
    private final Indexing indexing;
    private final NeverLogged neverLogged;
    private final Set<Entry> wanted;

    TakingOut(Ledger ledger, Archive archive, Indexing indexing, NeverLog list) {
        this.ledger = ledger;
        this.archive = archive;
        this.indexing = indexing;
        this.neverLogged = new NeverLogged(list);
        this.wanted = entries(list);
    }

    private static Set<Entry> entries(NeverLog list) {
        Set<Entry> entries = new HashSet<>();
        list.folders().forEach(it -> entries.add(new Entry("folder", it)));
        list.addresses().forEach(it -> entries.add(new Entry("address", it)));
        list.domains().forEach(it -> entries.add(new Entry("domain", it)));
        return entries;
    }

    /** @return how many messages were taken out */
    int run(BooleanSupplier stop) throws IOException {
        Set<Entry> obeyed = ledger.read(tx -> tx.neverLog().entries());
        int takenOut = obeyed.equals(wanted) ? 0 : agree(obeyed, stop);
        // Also what an earlier round took out that died before the index heard of it.
        for (List<Long> gone = gone(); !gone.isEmpty(); gone = gone()) {
            List<Long> some = gone;
            indexing.remove(some);
            ledger.transact(tx -> {
                tx.traces().goneFromIndex(some);
                return null;
            });
        }
        return takenOut;
    }

    private List<Long> gone() {
        return ledger.read(tx -> tx.traces().takenOut(1000));
    }

    private int agree(Set<Entry> obeyed, BooleanSupplier stop) {
        int takenOut = 0;
        if (!obeyed.containsAll(wanted)) {
            forgetFolders();
            long last = 0;
            for (List<Long> ids = after(last); !ids.isEmpty(); ids = after(last)) {
                if (stop.getAsBoolean()) {
                    return takenOut;
                }
                takenOut += takeOut(ids);
                last = ids.getLast();
            }
        }
        ledger.transact(tx -> {
            forgetPeople(tx);
            if (!wanted.containsAll(obeyed)) {
                tx.neverLog().letIn();
            }
            tx.neverLog().obeyed(wanted);
            return null;
        });
        return takenOut;
    }

    private List<Long> after(long id) {
        return ledger.read(tx -> tx.messages().checked(id, SLICE).stream().map(it -> it.row().id()).toList());
    }

    /** A folder that is not opened any more begins anew should it ever be opened again. */
    private void forgetFolders() {
        List<Mailbox> folders = ledger.read(tx -> tx.neverLog().mailboxes()).stream().filter(neverLogged::isFolder).toList();
        if (!folders.isEmpty()) {
            ledger.transact(tx -> {
                folders.forEach(tx.neverLog()::forget);
                return null;
            });
        }
    }

    /** By whom customers are known, as far as that must not be logged. */
    private void forgetPeople(Transaction tx) {
        tx.neverLog().identities().stream()
                .filter(it -> switch (it.kind()) {
                    case ADDRESS, PHONE -> neverLogged.isAddress(it.knownAs());
                    case DOMAIN -> neverLogged.isDomain(it.knownAs());
                    case CHAT -> neverLogged.isChat(it.channel(), it.title());
                    case NAME, FIRM -> false;
                })
                .forEach(tx.neverLog()::forget);
    }

    private int takeOut(List<Long> ids) {
        Verdicts verdicts = ledger.read(tx -> judge(tx, ids));
        if (verdicts.people().isEmpty() && verdicts.folders().isEmpty()) {
            return 0;
        }
        return ledger.transact(tx -> takeOut(tx, verdicts));
    }

    /**
     * @param people messages that name somebody who must not be logged
     * @param folders others that were seen in a folder that must not be opened
     */
    private record Verdicts(List<MessageRow> people, List<MessageRow> folders) {}

    private Verdicts judge(Transaction tx, List<Long> ids) {
        Map<Long, List<Sighting>> sightings = tx.sightings().of(ids);
        Map<Long, List<Participant>> participants = new HashMap<>();
        tx.participants().participants(ids).forEach(it -> participants.computeIfAbsent(it.message(), _ -> new ArrayList<>()).add(it));
        List<MessageRow> people = new ArrayList<>();
        List<MessageRow> folders = new ArrayList<>();
        for (MessageRow row : tx.messages().find(ids)) {
            List<Sighting> seen = sightings.getOrDefault(row.id(), List.of());
            if (seen.isEmpty()) {
                continue; // a note by hand: nobody but us is named in it
            }
            if (names(tx, row, participants.getOrDefault(row.id(), List.of()))) {
                people.add(row);
            } else if (seen.stream().anyMatch(it -> neverLogged.isFolder(mailbox(it)))) {
                folders.add(row);
            }
        }
        return new Verdicts(people, folders);
    }

    /** From its bytes, as they name more people than the ledger does; from the ledger where there are none. */
    private boolean names(Transaction tx, MessageRow row, List<Participant> participants) {
        return neverLogged.isChat(row.channel(), row.chat())
                || neverLogged.isChat(row.channel(), row.room())
                || neverLogged.isAddress(row.fromAddress())
                || participants.stream().anyMatch(it -> neverLogged.isAddress(it.address()))
                || archive.message(tx, row).filter(neverLogged::names).isPresent();
    }

    private int takeOut(Transaction tx, Verdicts verdicts) {
        List<Long> gone = new ArrayList<>(verdicts.people().stream().map(MessageRow::id).toList());
        Map<Long, List<Sighting>> sightings = tx.sightings().of(ids(verdicts));
        keepOut(tx, gone, sightings);
        List<Long> stay = new ArrayList<>();
        for (MessageRow row : verdicts.folders()) {
            List<Sighting> seen = sightings.getOrDefault(row.id(), List.of());
            seen.stream().map(TakingOut::mailbox).filter(neverLogged::isFolder).forEach(it -> tx.traces().unsee(it, List.of(row.id())));
            (seen.stream().allMatch(it -> neverLogged.isFolder(mailbox(it))) ? gone : stay).add(row.id());
        }
        tx.renew(stay);
        Set<CustomerId> customers = tx.further().concerned(gone);
        Set<String> contents = new TreeSet<>(tx.traces().contents(gone));
        tx.traces().delete(gone);
        tx.contents().unneeded(contents);
        if (!customers.isEmpty()) {
            tx.customers().refresh(customers);
        }
        return gone.size();
    }

    /** Their places stay, so that all adds up and they are not fetched again. A folder that is not opened needs none. */
    private void keepOut(Transaction tx, List<Long> messages, Map<Long, List<Sighting>> sightings) {
        Map<Mailbox, Map<String, List<String>>> places = new LinkedHashMap<>();
        for (long id : messages) {
            for (Sighting it : sightings.getOrDefault(id, List.of())) {
                if (!neverLogged.isFolder(mailbox(it))) {
                    places.computeIfAbsent(mailbox(it), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(it.owner(), _ -> new ArrayList<>())
                            .add(it.locator());
                }
            }
        }
        places.forEach((mailbox, byOwner) -> byOwner.forEach((owner, locators) -> tx.neverLog().keptOut(mailbox, owner, locators)));
    }

    private static List<Long> ids(Verdicts verdicts) {
        List<Long> ids = new ArrayList<>();
        verdicts.people().forEach(it -> ids.add(it.id()));
        verdicts.folders().forEach(it -> ids.add(it.id()));
        return ids;
    }

    private static Mailbox mailbox(Sighting it) {
        return new Mailbox(it.source(), it.mailbox());
    }
}
