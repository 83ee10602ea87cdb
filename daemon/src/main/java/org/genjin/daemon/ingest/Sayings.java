package org.genjin.daemon.ingest;

import com.google.common.base.Suppliers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.fraud.PaymentDetails;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.DocumentText;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.SaidTable.Found;
import org.genjin.daemon.ledger.SaidTable.Saying;
import org.genjin.daemon.ledger.SaidTable.Unread;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.said.Said;
import org.genjin.daemon.reading.said.SaidReading;
import org.genjin.daemon.reading.said.Validity;
import org.genjin.daemon.reading.said.Words;
import org.genjin.daemon.words.Text;
import org.genjin.index.IndexEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads what customers' messages say of the trade and writes it down, with what follows for the customer. Nobody's messages
 * are left alone: they may be private; only of reports it is read whom a mail of ours did not reach. A message is read again when
 * the rules have changed or an attachment's words have come. One thread at a time.
 */
public final class Sayings {

    private static final int ROWS = 200;
    /** Characters; what is longer is no offer. */
    private static final int LONGEST_OFFER = 20_000;
    /** So many messages may go by before the customers they belong to are looked at: each has all of its facts read then. */
    private static final int SETTLE_EVERY = 2_000;

    private final Ledger ledger;
    private final Archive archive;
    private final RecentReadings recent;
    private final Standings standings;
    private final FactsFirst first;
    /** Made from many words: most commands never need it. */
    private final Supplier<SaidReading> reading = Suppliers.memoize(SaidReading::new);
    private final Supplier<Validity> validity = Suppliers.memoize(Validity::new);
    private final InstantSource clock;

    public Sayings(Ledger ledger, Archive archive, RecentReadings recent, Standings standings, FactsFirst first, InstantSource clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.recent = recent;
        this.standings = standings;
        this.first = first;
        this.clock = clock;
    }

    /** Reads what is unread, until nothing is or {@code stopping}. */
    public void run(BooleanSupplier stopping) {
        Set<CustomerId> touched = new LinkedHashSet<>();
        int read = 0;
        long reached = ledger.read(tx -> tx.said().reached(SaidReading.VERSION));
        long marked = reached;
        first.readTo(reached);
        for (Optional<Unread> next = next(reached); next.isPresent() && !stopping.getAsBoolean(); next = next(reached)) {
            List<MessageRow> unread = next.get().unread();
            reached = next.get().reached();
            if (unread.isEmpty() && next.get().reports().isEmpty()) {
                first.readTo(reached);
                continue;
            }
            touched.addAll(write(unread, next.get().reports(), reached));
            first.readTo(reached);
            marked = reached;
            read += unread.size();
            if (read >= SETTLE_EVERY) {
                settle(touched);
                read = 0;
            }
        }
        if (reached > marked) {
            write(List.of(), List.of(), reached);
        }
        settle(touched);
    }

    /** @return whom they concern */
    private Collection<CustomerId> write(List<MessageRow> unread, List<MessageRow> reports, long reached) {
        Map<Long, Set<String>> paidTo = new LinkedHashMap<>();
        List<Saying> sayings = ledger.read(tx -> sayings(tx, unread, paidTo));
        List<MessageRow> automatic = Stream.concat(unread.stream().filter(MessageRow::auto), reports.stream()).toList();
        Map<Long, Set<String>> unreached = ledger.read(tx -> MachineMail.unreached(tx, archive, automatic));
        Set<Long> withFacts = sayings.stream().filter(it -> !it.facts().isEmpty()).map(Saying::message).collect(Collectors.toSet());
        return first.writing(taken -> ledger.transact(tx -> {
            tx.said().put(sayings, SaidReading.VERSION);
            tx.bounces().put(unreached);
            unread.forEach(row -> payments(tx, row, paidTo.getOrDefault(row.id(), Set.of())));
            tx.said().reach(SaidReading.VERSION, reached);
            // They are to be found by what they say, too; those that the index is still to take are taken with it.
            tx.renew(unread.stream().filter(it -> it.revision() <= taken).map(MessageRow::id).filter(withFacts::contains).toList());
            return tx.further().concerned(unread.stream().map(MessageRow::id).toList());
        }));
    }

    /** Looks at every customer again: time alone changes what a grade rests on. */
    public void renew() {
        settle(new LinkedHashSet<>(ledger.read(tx -> tx.customers().ids())));
    }

    private void settle(Set<CustomerId> touched) {
        List<CustomerId> all = new ArrayList<>(touched);
        touched.clear();
        for (int i = 0; i < all.size(); i += ROWS) {
            List<CustomerId> some = all.subList(i, Math.min(all.size(), i + ROWS));
            ledger.transact(tx -> {
                standings.settle(tx, some, clock.instant());
                return null;
            });
        }
    }

    private Optional<Unread> next(long reached) {
        return ledger.read(tx -> tx.said().unread(SaidReading.VERSION, reached, ROWS));
    }

    /** Where money is to go by what is attached, which is read only now: the words were looked at when they came. */
    private void payments(Transaction tx, MessageRow row, Set<String> details) {
        if (!details.isEmpty()) {
            Drafts.load(tx, List.of(row.id()), Map.of()).forEach(it -> PaymentWatch.look(
                    tx, row, Weighing.party(it), Optional.ofNullable(row.customer()), details, clock.instant()));
        }
    }

    /** @param paidTo is filled with what the documents of each message say of accounts */
    private List<Saying> sayings(Transaction tx, List<MessageRow> rows, Map<Long, Set<String>> paidTo) {
        Map<Long, List<AttachmentTable.Row>> attachments = tx.attachments().of(rows.stream().map(MessageRow::id).toList());
        DocumentText documents = DocumentText.load(tx, archive, attachments.values());
        List<Saying> sayings = new ArrayList<>();
        for (MessageRow row : rows) {
            if (row.bulk()) {
                // What goes to a whole list says nothing of what this customer wants.
                sayings.add(Saying.nothing(row.id()));
                continue;
            }
            List<IndexEntry.AttachmentText> attached = documents.of(attachments.getOrDefault(row.id(), List.of()));
            sayings.add(saying(tx, row, attached));
            Set<String> details = new LinkedHashSet<>();
            attached.forEach(it -> details.addAll(PaymentDetails.in(words(it))));
            paidTo.put(row.id(), details);
        }
        return sayings;
    }

    private Saying saying(Transaction tx, MessageRow row, List<IndexEntry.AttachmentText> documents) {
        Optional<RecentReadings.Recent> kept = recent.look(row.id())
                .or(() -> archive.said(tx, row).map(it -> new RecentReadings.Recent(it.reading(), it.message().writtenAt())));
        if (kept.isEmpty()) {
            return Saying.nothing(row.id());
        }
        Reading read = kept.get().reading();
        OffsetDateTime at = kept.get().at();
        Words words = new Words(read.text(), read.language().isEmpty() ? row.language() : read.language(), at);
        if (row.auto()) {
            Said heard = reading.get().read(words).byNobody();
            return new Saying(row.id(), found(heard, documents, row), List.of(), false, null, MachineMail.back(words), null);
        }
        Said said = reading.get().read(words);
        boolean ours = row.direction() == Direction.OUT;
        boolean dated = row.direction() == Direction.IN && row.channel() == Channel.EMAIL && at != null;
        return new Saying(
                row.id(), found(said, documents, row), said.promises(), said.expectsAnswer(), ours ? validUntil(words, documents) : null, null,
                dated && at != null && !at.getOffset().equals(ZoneOffset.UTC) ? at.getOffset() : null);
    }

    private List<Found> found(Said said, List<IndexEntry.AttachmentText> documents, MessageRow row) {
        List<Found> facts = new ArrayList<>();
        said.facts().forEach(it -> facts.add(new Found(it, "")));
        for (IndexEntry.AttachmentText document : documents) {
            reading.get().document(document.name(), words(document), row.language())
                    .forEach(it -> facts.add(new Found(it, "attachment:" + document.name())));
        }
        return facts;
    }

    /** Until when an offer of ours holds good: as the mail says, else as what is attached says. */
    private @Nullable LocalDate validUntil(Words words, List<IndexEntry.AttachmentText> documents) {
        Optional<LocalDate> until = validity.get().until(words);
        for (IndexEntry.AttachmentText document : documents) {
            until = until.or(() -> validity.get().until(new Words(Text.fit(words(document), LONGEST_OFFER), words.language(), words.at())));
        }
        return until.orElse(null);
    }

    private static String words(IndexEntry.AttachmentText document) {
        StringBuilder text = new StringBuilder();
        document.parts().forEach(part -> text.append(part.text()).append('\n'));
        return text.toString();
    }
}
