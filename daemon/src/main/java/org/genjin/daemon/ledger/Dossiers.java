package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.ledger.DecisionTable.WasValue;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.SaidTable.SaidPromise;
import org.jspecify.annotations.Nullable;

/** Gathers why what is known of a customer is what it is. Thread-safe. */
public final class Dossiers {

    private static final int DECISIONS = 20;
    private static final String PERSON = "person";

    private final Ledger ledger;

    public Dossiers(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Whether the asker may see it is settled.
     *
     * @param at what was said later counts as not yet said
     */
    public Dossier of(CustomerId id, Instant at) {
        return ledger.read(tx -> {
            List<SaidFact> facts = tx.said().facts(List.of(id), at).getOrDefault(id, List.of());
            List<SaidPromise> promises = tx.said().promises(List.of(id), at).getOrDefault(id, List.of());
            List<Identity> identities = tx.identities().of(id);
            List<WasValue> now = new ArrayList<>();
            for (CustomerTable.Field field : CustomerTable.Field.values()) {
                now.add(tx.customers().value(id, field.column()));
            }
            Map<Long, MessageRow> rows = rows(tx, identities, now);
            List<Dossier.Value> values = now.stream().map(it -> value(tx, it, rows, facts)).toList();
            List<Dossier.Known> known = identities.stream()
                    .map(it -> new Dossier.Known(it, source(it.message(), rows, it.knownAs())))
                    .toList();
            List<Deal> deals = tx.deals().of(List.of(id)).getOrDefault(id, List.of()).reversed();
            Map<String, String> own = tx.ownColumns().of(List.of(id)).getOrDefault(id, Map.of());
            return new Dossier(values, known, facts, promises, deals, own, tx.decisions().of(id, DECISIONS));
        });
    }

    /** Customer → header → what people wrote into columns of the workbook; headers of Genjin's own begin with a colon. */
    public Map<CustomerId, Map<String, String>> own(Collection<CustomerId> customers) {
        return ledger.read(tx -> tx.ownColumns().of(customers));
    }

    private static Map<Long, MessageRow> rows(Transaction tx, List<Identity> identities, List<WasValue> values) {
        Set<Long> messages = new HashSet<>();
        identities.forEach(it -> Optional.ofNullable(it.message()).ifPresent(messages::add));
        values.forEach(it -> Optional.ofNullable(it.message()).ifPresent(messages::add));
        Map<Long, MessageRow> rows = new HashMap<>();
        tx.messages().find(messages).forEach(it -> rows.put(it.id(), it));
        return rows;
    }

    private static Dossier.Value value(Transaction tx, WasValue it, Map<Long, MessageRow> rows, List<SaidFact> facts) {
        boolean byHand = it.by().equals(PERSON);
        boolean listed = it.by().equals(Dossier.LIST);
        Optional<DecisionTable.Decision> decision = byHand ? tx.decisions().setting(it.customer(), it.field()) : Optional.empty();
        return new Dossier.Value(
                it.field(), it.value() == null ? "" : it.value(),
                byHand ? decision.map(DecisionTable.Decision::by).orElse(PERSON) : listed ? Dossier.LIST : null,
                decision.map(DecisionTable.Decision::at).orElse(null), it.why(), source(it.message(), rows, quote(it, facts)));
    }

    /** The words on which a value rests; "" where only the message as a whole tells. */
    private static String quote(WasValue it, List<SaidFact> facts) {
        String type = it.why().split(" ", 2)[0];
        List<SaidFact> said = facts.stream().filter(fact -> Objects.equals(fact.message(), it.message())).toList();
        return said.stream().filter(fact -> fact.fact().type().id().equals(type)).findFirst()
                .or(() -> it.field().equals("grade") || it.field().equals("stage") ? said.stream().findFirst() : Optional.empty())
                .map(fact -> fact.fact().text())
                .orElse("");
    }

    private static Dossier.@Nullable Source source(@Nullable Long message, Map<Long, MessageRow> rows, String quote) {
        MessageRow row = message == null ? null : rows.get(message);
        return row == null
                ? null
                : new Dossier.Source(row.id(), row.key(), row.sentAt(), row.direction(), quote.isEmpty() ? row.preview() : quote);
    }
}
