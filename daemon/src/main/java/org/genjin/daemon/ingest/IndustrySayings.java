package org.genjin.daemon.ingest;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.industry.ColumnReading;
import org.genjin.daemon.industry.FoundValue;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.industry.Industry;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.industry.Spoken;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.DocumentText;
import org.genjin.daemon.ledger.IndustryTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.SaidReading;
import org.genjin.index.IndexEntry;

/**
 * Reads what customers' messages say for the columns of their lines of trade and writes it down. New messages are read as they come, after
 * {@link Sayings} has; all of a customer's are, the newest first and not without end, when what it is in or a column has changed. One
 * thread at a time.
 */
public final class IndustrySayings {

    /** Counts up whenever the rules change what is read. */
    private static final int VERSION = 1;
    private static final int ROWS = 200;
    /** So many messages of a customer are read again when a column comes: what stands in a cell is the newest. */
    private static final int MOST_OF_A_CUSTOMER = 2_000;

    private final Ledger ledger;
    private final Archive archive;
    private final RecentReadings recent;
    private final Industries industries;
    private final Map<String, ColumnReading> readings = new ConcurrentHashMap<>();

    public IndustrySayings(Ledger ledger, Archive archive, RecentReadings recent, Industries industries) {
        this.ledger = ledger;
        this.archive = archive;
        this.recent = recent;
        this.industries = industries;
    }

    /** Reads what is unread, until nothing is or {@code stopping}. */
    public void run(BooleanSupplier stopping) {
        Map<CustomerId, String> chosen = ledger.read(tx -> tx.industries().chosen());
        boolean any = !industries.of("").isEmpty() || chosen.values().stream().anyMatch(it -> !industries.of(it).isEmpty());
        long reached = ledger.read(tx -> tx.industries().reached());
        if (any && reached == 0) {
            // Whoever is read from now on is read whole: what has come before needs no second look.
            ledger.transact(tx -> {
                tx.industries().reach(tx.messages().lastUpTo(Long.MAX_VALUE).map(MessageRow::revision).orElse(0L));
                return null;
            });
        }
        for (IndustryTable.Read it : unread()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            whole(it, chosen);
        }
        while (any && !stopping.getAsBoolean() && next(chosen)) {
            // once more
        }
    }

    /** How many customers are still to be read whole. */
    public int behind() {
        return unread().size();
    }

    private List<IndustryTable.Read> unread() {
        return ledger.read(tx -> tx.industries().perhapsUnread(mark(""))).stream()
                .filter(it -> !it.readBy().equals(mark(it.chosen())))
                .toList();
    }

    private void whole(IndustryTable.Read it, Map<CustomerId, String> chosen) {
        String mark = mark(it.chosen());
        List<Long> messages = mark.isEmpty() ? List.of() : ledger.read(tx -> tx.industries().messages(it.customer(), MOST_OF_A_CUSTOMER));
        for (int from = 0; from < messages.size(); from += ROWS) {
            List<Long> some = messages.subList(from, Math.min(messages.size(), from + ROWS));
            write(ledger.read(tx -> read(tx, tx.messages().find(some), chosen)));
        }
        ledger.transact(tx -> {
            tx.industries().read(it.customer(), mark);
            tx.take(Transaction.Counter.REVISION, 1);
            return null;
        });
    }

    /** @return whether there may be more */
    private boolean next(Map<CustomerId, String> chosen) {
        long reached = ledger.read(tx -> tx.industries().reached());
        // No farther than the facts, which are values, too.
        long facts = ledger.read(tx -> tx.said().reached(SaidReading.VERSION));
        List<MessageRow> rows = ledger.read(tx -> tx.messages().afterRevision(reached, ROWS)).stream()
                .filter(it -> it.revision() <= facts)
                .toList();
        if (rows.isEmpty()) {
            return false;
        }
        write(ledger.read(tx -> read(tx, rows, chosen)));
        ledger.transact(tx -> {
            tx.industries().reach(rows.getLast().revision());
            return null;
        });
        return true;
    }

    private void write(Map<Long, List<FoundValue>> said) {
        ledger.transact(tx -> {
            if (tx.industries().put(said)) {
                // Whoever looks whether anything has come since is to hear of it.
                tx.take(Transaction.Counter.REVISION, 1);
            }
            return null;
        });
    }

    private Map<Long, List<FoundValue>> read(Transaction tx, List<MessageRow> rows, Map<CustomerId, String> chosen) {
        List<Long> ids = rows.stream().map(MessageRow::id).toList();
        Map<Long, List<CustomerId>> further = tx.further().further(ids);
        Map<Long, List<IndustryColumn>> columns = new LinkedHashMap<>();
        for (MessageRow row : rows) {
            columns.put(row.id(), columns(row, further.getOrDefault(row.id(), List.of()), chosen));
        }
        List<MessageRow> read = rows.stream().filter(it -> !columns.getOrDefault(it.id(), List.of()).isEmpty()).toList();
        List<Long> wanted = read.stream().map(MessageRow::id).toList();
        Map<Long, List<Fact>> facts = tx.said().of(wanted);
        Map<Long, List<AttachmentTable.Row>> attachments = tx.attachments().of(wanted);
        DocumentText documents = DocumentText.load(tx, archive, attachments.values());
        Map<Long, List<FoundValue>> said = new HashMap<>();
        rows.forEach(row -> said.put(row.id(), List.of()));
        for (MessageRow row : read) {
            Spoken spoken = new Spoken(
                    text(tx, row), row.direction() == Direction.OUT, facts.getOrDefault(row.id(), List.of()),
                    documents.of(attachments.getOrDefault(row.id(), List.of())).stream().map(IndustrySayings::document).toList());
            said.put(row.id(), columns.getOrDefault(row.id(), List.of()).stream()
                    .flatMap(it -> reading(it).read(spoken).stream())
                    .toList());
        }
        return said;
    }

    /** What goes to a whole list or comes from a machine says nothing of what this customer wants; nor does what we say among ourselves. */
    private List<IndustryColumn> columns(MessageRow row, List<CustomerId> further, Map<CustomerId, String> chosen) {
        CustomerId customer = row.customer();
        if (customer == null || row.system() || row.bulk() || row.auto() || row.isDropped() || row.direction() == Direction.INTERNAL) {
            return List.of();
        }
        List<CustomerId> concerned = new ArrayList<>(further);
        concerned.addFirst(customer);
        return Industries.columns(concerned.stream().flatMap(it -> industries.of(chosen.getOrDefault(it, "")).stream()).toList());
    }

    private String text(Transaction tx, MessageRow row) {
        return recent.look(row.id())
                .map(it -> it.reading().text())
                .or(() -> archive.said(tx, row).map(it -> it.reading().text()))
                .orElse("");
    }

    private static Spoken.Document document(IndexEntry.AttachmentText it) {
        return new Spoken.Document(it.name(), it.parts().stream().map(IndexEntry.Part::text).collect(Collectors.joining("\n")));
    }

    private ColumnReading reading(IndustryColumn column) {
        return readings.computeIfAbsent(column.id(), _ -> new ColumnReading(column));
    }

    /** What the messages of a customer are to have been read by; "" if it is in nothing. */
    private String mark(String chosen) {
        Collection<Industry> theirs = industries.of(chosen);
        return theirs.isEmpty()
                ? ""
                : Hashing.sha256()
                        .hashString(
                                VERSION + " " + SaidReading.VERSION + theirs.stream().map(it -> " " + it.id() + " " + it.mark()).collect(Collectors.joining()),
                                StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 32);
    }
}
