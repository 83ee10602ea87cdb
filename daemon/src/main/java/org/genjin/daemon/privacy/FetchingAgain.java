package org.genjin.daemon.privacy;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ingest.Sync;
import org.genjin.daemon.ledger.KeyedHash;
import org.genjin.daemon.ledger.Ledger;

/**
 * Notices dropped messages that may be a customer's after all, as somebody named in them has become known, and has them fetched
 * again. Sources of the configuration are read by their polls, which ask for what is wanted; files that were imported by name
 * are read again here.
 */
final class FetchingAgain {

    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final KeyedHash hashes;
    private final Sync sync;
    private final Set<String> configured = new HashSet<>();

    FetchingAgain(Ledger ledger, KeyedHash hashes, Sync sync, List<? extends SourceConfig> sources) {
        this.ledger = ledger;
        this.hashes = hashes;
        this.sync = sync;
        sources.forEach(it -> configured.add(it.name()));
    }

    /** @return how many messages are wanted that were not before */
    int run(Instant now) {
        int wanted = want();
        for (String source : ledger.read(tx -> tx.fetchAgain().sources())) {
            if (!configured.contains(source)) {
                List<Mailbox> mailboxes = ledger.read(tx -> tx.fetchAgain().mailboxes(source));
                Set<Mailbox> there = source.equals("import") ? readAgain(mailboxes) : Set.of();
                ledger.transact(tx -> {
                    mailboxes.stream().filter(it -> !there.contains(it)).forEach(it -> tx.fetchAgain().gone(it, now));
                    return null;
                });
            }
        }
        return wanted;
    }

    private int want() {
        List<Long> customers = ledger.read(tx -> tx.dropped().customers(Integer.MAX_VALUE));
        Set<Long> wanted = new TreeSet<>(customers);
        if (ledger.read(tx -> tx.dropped().hasParties())) {
            wanted.addAll(naming(ledger.read(tx -> tx.dropped().knownParties()), Optional.empty()));
            // Words that went both ways make a customer: who writes now may be one whom we wrote to long ago, or the other way.
            wanted.addAll(naming(ledger.read(tx -> tx.dropped().openParties(Direction.IN)), Optional.of(Direction.OUT)));
            wanted.addAll(naming(ledger.read(tx -> tx.dropped().openParties(Direction.OUT)), Optional.of(Direction.IN)));
        }
        if (!wanted.isEmpty()) {
            ledger.transact(tx -> {
                tx.fetchAgain().want(wanted);
                return null;
            });
        }
        return wanted.size();
    }

    private Set<Long> naming(Collection<String> parties, Optional<Direction> direction) {
        List<String> hashed = parties.stream().map(hashes::of).toList();
        Set<Long> found = new TreeSet<>();
        for (int i = 0; i < hashed.size(); i += AT_ONCE) {
            List<String> some = hashed.subList(i, Math.min(hashed.size(), i + AT_ONCE));
            found.addAll(ledger.read(tx -> tx.dropped().naming(some, direction)));
        }
        return found;
    }

    /** Reads the files again that were once imported. @return what of {@code mailboxes} lies in a file that is still there */
    private Set<Mailbox> readAgain(List<Mailbox> mailboxes) {
        List<SourceConfig.Files> imports = ledger.read(tx -> tx.imports().all());
        Set<SourceConfig.Files> needed = new LinkedHashSet<>();
        Set<Mailbox> there = new HashSet<>();
        for (Mailbox mailbox : mailboxes) {
            Optional<SourceConfig.Files> from = imports.stream().filter(it -> holds(it, mailbox)).findFirst();
            from.ifPresent(it -> {
                needed.add(it);
                there.add(mailbox);
            });
        }
        for (SourceConfig.Files it : new ArrayList<>(needed)) {
            sync.poll(it, Poll.Progress.SILENT);
        }
        return there;
    }

    private static boolean holds(SourceConfig.Files source, Mailbox mailbox) {
        String path = source.paths().getFirst().toString();
        String name = mailbox.name();
        boolean within = name.equals(path) || name.startsWith(path + "/") || name.startsWith(path + "!");
        return within && Files.exists(source.base().resolve(source.paths().getFirst()));
    }
}
