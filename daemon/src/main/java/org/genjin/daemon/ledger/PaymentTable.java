package org.genjin.daemon.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.fraud.PaymentChanges.Naming;
import org.jdbi.v3.core.Handle;

/** Where each one's money goes, as far as messages have said. */
public final class PaymentTable {

    private static final int LONGEST = 1_000;

    private final Handle handle;

    PaymentTable(Handle handle) {
        this.handle = handle;
    }

    /** Writes down what a message names; of those that name just the same the earliest is kept. */
    public void note(String party, Naming naming) {
        String who = Rows.fit(party, 420);
        String details = Rows.fit(String.join(" ", new TreeSet<>(naming.details())), LONGEST);
        int earlier = handle.execute(
                "update payment_naming set message = ?, named_at = ? where party = ? and details = ? and named_at > ?",
                naming.message(), Rows.timestamp(naming.at()), who, details, Rows.timestamp(naming.at()));
        if (earlier == 0) {
            handle.execute(
                    "insert into payment_naming (party, details, message, named_at) select ?, ?, ?, ? where not exists"
                            + " (select 1 from payment_naming where party = ? and details = ?)",
                    who, details, naming.message(), Rows.timestamp(naming.at()), who, details);
        }
    }

    /** What messages of {@code parties} have named. */
    public List<Naming> of(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties.stream().map(it -> Rows.fit(it, 420)).distinct().toList(),
                        "select details, message, named_at from payment_naming where party in (<parties>)")
                .list((row, _) -> new Naming(
                        new LinkedHashSet<>(Arrays.asList(row.getString(1).split(" "))), row.getLong(2),
                        Rows.instant(row, "named_at")));
    }

    /** Those of {@code parties} whose messages name an account at all. */
    public Set<String> naming(Collection<String> parties) {
        return new TreeSet<>(new ListQuery(
                        handle, "parties", parties,
                        "select distinct party from payment_naming where party in (<parties>)")
                .distinct(String.class));
    }
}
