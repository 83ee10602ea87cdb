package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** What people are warned of, with the message that gives the cause. Thread-safe. */
public final class FraudWarnings {

    private final Ledger ledger;

    public FraudWarnings(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One warning.
     *
     * @param from who wrote the message, as it says itself
     * @param customer whose name or money is used; null if that is our own, or nobody's
     * @param customerName "" without a customer
     */
    public record Alarm(
            FraudWarningTable.Warning warning,
            String key,
            Instant at,
            String from,
            String subject,
            @Nullable CustomerId customer,
            String customerName) {}

    /**
     * Those that nobody has looked at, the newest first.
     *
     * @param viewer only of messages in that owner's mailbox; empty: all
     */
    public List<Alarm> open(Optional<String> viewer) {
        return ledger.read(tx -> {
            List<FraudWarningTable.Warning> warnings = tx.fraudWarnings().open(viewer);
            Map<Long, MessageRow> rows = new HashMap<>();
            tx.messages().find(warnings.stream().map(FraudWarningTable.Warning::message).toList()).forEach(it -> rows.put(it.id(), it));
            Map<Long, String> names = tx.customers().names(
                    warnings.stream().flatMap(it -> it.customer().stream()).map(CustomerId::number).toList());
            List<Alarm> alarms = new ArrayList<>();
            for (FraudWarningTable.Warning it : warnings) {
                MessageRow row = rows.get(it.message());
                if (row != null) {
                    CustomerId customer = it.customer().orElse(null);
                    alarms.add(new Alarm(
                            it, row.key(), row.sentAt(), from(row), row.subject(), customer,
                            customer == null ? "" : names.getOrDefault(customer.number(), "")));
                }
            }
            return alarms;
        });
    }

    /** Takes note that somebody has looked at what was said of a message: it is not told again. */
    public void seen(long message, String by, Instant now) {
        ledger.transact(tx -> {
            tx.fraudWarnings().seen(message, by, now);
            return null;
        });
    }

    private static String from(MessageRow row) {
        String address = row.fromAddress();
        return address == null || address.equals(row.sender()) ? row.sender() : row.sender() + " <" + address + ">";
    }
}
