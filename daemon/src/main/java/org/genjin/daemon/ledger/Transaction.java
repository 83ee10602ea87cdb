package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables, for the length of one transaction; of no use after it. One thread. */
public final class Transaction {

    private final Handle handle;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public MessageTable messages() {
        return new MessageTable(handle);
    }

    public ParticipantTable participants() {
        return new ParticipantTable(handle);
    }

    public UndecidedTable undecided() {
        return new UndecidedTable(handle);
    }

    public ConversationTable conversations() {
        return new ConversationTable(handle);
    }

    public FurtherTable further() {
        return new FurtherTable(handle);
    }

    public ChatTable chats() {
        return new ChatTable(handle);
    }

    public SightingTable sightings() {
        return new SightingTable(handle);
    }

    public CustomerTable customers() {
        return new CustomerTable(handle);
    }

    public IdentityTable identities() {
        return new IdentityTable(handle);
    }

    public AttachmentTable attachments() {
        return new AttachmentTable(handle);
    }

    public ContentTable contents() {
        return new ContentTable(handle);
    }

    public CursorTable cursors() {
        return new CursorTable(handle);
    }

    public SourceTable sources() {
        return new SourceTable(handle);
    }

    public ProofTable proofs() {
        return new ProofTable(handle);
    }

    public ClueTable clues() {
        return new ClueTable(handle);
    }

    public FraudWarningTable fraudWarnings() {
        return new FraudWarningTable(handle);
    }

    public PaymentTable payments() {
        return new PaymentTable(handle);
    }

    public WarningTable warnings() {
        return new WarningTable(handle);
    }

    public SaidTable said() {
        return new SaidTable(handle);
    }

    public SetAsideTable setAside() {
        return new SetAsideTable(handle);
    }

    public ProposalTable proposals() {
        return new ProposalTable(handle);
    }

    public DecisionTable decisions() {
        return new DecisionTable(handle);
    }

    public NeverLogTable neverLog() {
        return new NeverLogTable(handle);
    }

    public DroppedTable dropped() {
        return new DroppedTable(handle);
    }

    public FetchAgainTable fetchAgain() {
        return new FetchAgainTable(handle);
    }

    public ImportTable imports() {
        return new ImportTable(handle);
    }

    public ListImportTable listImports() {
        return new ListImportTable(handle);
    }

    public MessageTraces traces() {
        return new MessageTraces(handle);
    }

    public SavedSearchTable savedSearches() {
        return new SavedSearchTable(handle);
    }

    public DealingsTable dealings() {
        return new DealingsTable(handle);
    }

    public BounceTable bounces() {
        return new BounceTable(handle);
    }

    public OutboxTable outbox() {
        return new OutboxTable(handle);
    }

    public AnswerTable answers() {
        return new AnswerTable(handle);
    }

    public PauseTable pauses() {
        return new PauseTable(handle);
    }

    public DealTable deals() {
        return new DealTable(handle);
    }

    public OwnColumnTable ownColumns() {
        return new OwnColumnTable(handle);
    }

    public IndustryTable industries() {
        return new IndustryTable(handle);
    }

    public SheetTable sheets() {
        return new SheetTable(handle);
    }

    /** Gives messages new revisions, so that whoever follows the feed of them hears that something has changed. */
    public void renew(Collection<Long> messages) {
        if (messages.isEmpty()) {
            return;
        }
        long revision = take(Counter.REVISION, messages.size());
        PreparedBatch renewed = handle.prepareBatch("update message set revision = ? where id = ?");
        for (long it : messages) {
            renewed.add(revision++, it);
        }
        renewed.execute();
    }

    /** Takes {@code count} numbers of a counter and returns the first. */
    public long take(Counter counter, int count) {
        long first = handle.createQuery("select next from counter where name = ? for update")
                .bind(0, counter.id())
                .mapTo(Long.class)
                .one();
        handle.execute("update counter set next = ? where name = ?", first + count, counter.id());
        return first;
    }

    /** How far each counter is: the same as before means that no message, customer or decision came in between. */
    public String counted() {
        return String.join(" ", handle.createQuery("select next from counter order by name").mapTo(String.class).list());
    }

    /** The ledger's id and its key for hashes, made at the first call ever. */
    String[] home(Supplier<String> newId, Supplier<String> newKey, Instant now) {
        return handle.createQuery("select ledger, hash_key from home")
                .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
                .findOne()
                .orElseGet(() -> {
                    String[] home = {newId.get(), newKey.get()};
                    handle.execute(
                            "insert into home (ledger, created_at, hash_key) values (?, ?, ?)",
                            home[0], Rows.timestamp(now), home[1]);
                    return home;
                });
    }

    /** What numbers are taken from. */
    public enum Counter {
        MESSAGE,
        REVISION,
        CUSTOMER,
        DECISION,
        PROPOSAL,
        LIST_IMPORT,
        OUTBOX,
        ANSWER,
        OWN_COLUMN;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
