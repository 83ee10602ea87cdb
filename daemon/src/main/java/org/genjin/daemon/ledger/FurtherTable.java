package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;

/** The further customers of messages that concern several; the first one is in the message itself. */
public final class FurtherTable {

    private final Handle handle;

    FurtherTable(Handle handle) {
        this.handle = handle;
    }

    /** Writes down whom a message concerns beside the one it belongs to. */
    public void setFurther(long message, Collection<CustomerId> further, String why) {
        handle.execute("delete from message_customer where message = ?", message);
        further.forEach(it -> handle.execute(
                "insert into message_customer (message, customer_id, why) values (?, ?, ?)", message, it.number(),
                Rows.fit(why, 500)));
    }

    /**
     * What was about {@code from} as well is about {@code to} from now on, unless it belongs to {@code to} anyway.
     *
     * @return the messages
     */
    public List<Long> moveFurther(CustomerId from, CustomerId to) {
        List<Long> messages = alsoAbout(from);
        for (long it : messages) {
            handle.execute("delete from message_customer where message = ? and customer_id in (?, ?)", it, from.number(), to.number());
            handle.execute(
                    "insert into message_customer (message, customer_id, why) select id, ?, match_why from message"
                            + " where id = ? and (customer_id is null or customer_id <> ?)",
                    to.number(), it, to.number());
        }
        return messages;
    }

    /** Messages that belong to somebody else and are about {@code customer} as well. */
    public List<Long> alsoAbout(CustomerId customer) {
        return handle.createQuery("select message from message_customer where customer_id = ? order by message")
                .bind(0, customer.number())
                .mapTo(Long.class)
                .list();
    }

    /** Customer → those about whom messages are that are about it too. */
    public Map<CustomerId, Set<CustomerId>> sharing(Collection<CustomerId> customers) {
        Map<CustomerId, Set<CustomerId>> sharing = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select distinct m.customer_id, f.customer_id from message_customer f join message m on m.id = f.message"
                                + " where m.customer_id in (<ids>)"
                                + " union select distinct m.customer_id, f.customer_id from message_customer f"
                                + " join message m on m.id = f.message where f.customer_id in (<ids>) and m.customer_id is not null")
                .distinct((row, _) -> Map.entry(new CustomerId(row.getLong(1)), new CustomerId(row.getLong(2))))
                .forEach(it -> {
                    sharing.computeIfAbsent(it.getKey(), _ -> new LinkedHashSet<>()).add(it.getValue());
                    sharing.computeIfAbsent(it.getValue(), _ -> new LinkedHashSet<>()).add(it.getKey());
                });
        return sharing;
    }

    /** Message → whom it concerns beside the one it belongs to. */
    public Map<Long, List<CustomerId>> further(Collection<Long> messages) {
        Map<Long, List<CustomerId>> further = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select message, customer_id from message_customer where message in (<ids>) order by customer_id")
                .list((row, _) -> Map.entry(row.getLong(1), new CustomerId(row.getLong(2))))
                .forEach(it -> further.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return further;
    }

    /** Whom {@code messages} concern: their customers and the further ones. */
    public Set<CustomerId> concerned(Collection<Long> messages) {
        Set<CustomerId> concerned = new LinkedHashSet<>();
        for (MessageRow it : new MessageTable(handle).find(messages)) {
            CustomerId customer = it.customer();
            if (customer != null) {
                concerned.add(customer);
            }
        }
        further(messages).values().forEach(concerned::addAll);
        return concerned;
    }
}
