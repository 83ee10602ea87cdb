package org.genjin.daemon;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.SaidTable.Found;
import org.genjin.daemon.ledger.SaidTable.Saying;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.genjin.daemon.reading.said.SaidReading;

/** Made-up customers of one owner, each with so many messages and what these say. The same each time. */
final class MadeUpCustomers {

    static final String OWNER = MadeUpMailbox.OWNER;

    private static final int AT_ONCE = 200;
    private static final List<String> COUNTRIES =
            List.of("DE", "US", "BR", "SA", "AE", "FR", "MX", "IN", "VN", "CO", "RU", "TR", "ES", "GB", "ID", "NG");
    private static final List<String> GOODS = List.of("flanges", "valves", "gaskets", "法兰", "pumps", "bearings", "seals", "hoses", "clamps");
    private static final List<String> WORDS = List.of(
            "please", "quote", "delivery", "sample", "price", "drawing", "order", "container", "payment", "shipment", "certificate", "CIF",
            "Hamburg", "urgent", "next", "week", "confirm", "packing", "样品", "报价", "付款", "quality", "thickness", "coating");

    private final int messages;
    private final ZoneId zone;
    private final Random random = new Random(7);

    /** @param messages of each customer */
    MadeUpCustomers(int messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Puts them into a ledger without customers. */
    void put(Ledger ledger, int customers, Instant now) {
        for (int from = 0; from < customers; from += AT_ONCE) {
            int first = from;
            ledger.transact(tx -> fill(tx, first, Math.min(customers, first + AT_ONCE), now));
        }
    }

    /** One more message of each of the first so many customers. */
    void more(Ledger ledger, int customers, Instant at) {
        ledger.transact(tx -> {
            long id = tx.take(Counter.MESSAGE, customers);
            long revision = tx.take(Counter.REVISION, customers);
            List<MessageRow> rows = new ArrayList<>();
            List<CustomerId> whose = new ArrayList<>();
            for (int i = 0; i < customers; i++) {
                whose.add(new CustomerId(i + 1L));
                rows.add(row(id++, revision++, whose.getLast(), Direction.IN, at, "anna@firm" + i + ".example"));
            }
            tx.messages().insert(rows);
            tx.customers().refresh(whose);
            return null;
        });
    }

    private int fill(Transaction tx, int from, int to, Instant now) {
        int count = (to - from) * messages;
        long id = tx.take(Counter.MESSAGE, count);
        long revision = tx.take(Counter.REVISION, count);
        List<MessageRow> rows = new ArrayList<>();
        List<AttachmentTable.Row> files = new ArrayList<>();
        List<Saying> sayings = new ArrayList<>();
        List<CustomerId> customers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            CustomerId customer = new CustomerId(tx.take(Counter.CUSTOMER, 1));
            customers.add(customer);
            tx.customers().insert(customer, "Firm " + i, OWNER, now);
            tx.customers().setByHand(customer, Field.COUNTRY, COUNTRIES.get(i % COUNTRIES.size()));
            tx.identities().put(new Identity(Kind.ADDRESS, "anna@firm" + i + ".example", "", customer, "Anna", now));
            tx.identities().put(new Identity(Kind.PHONE, "+49301234" + i, "", customer, "Anna", now));
            Instant at = now.minus(Duration.ofHours(random.nextInt(24 * 60)));
            for (int message = messages; message > 0; message--) {
                Direction direction = random.nextInt(10) < 5 ? Direction.IN : Direction.OUT;
                Instant sent = at.minus(Duration.ofDays(9L * message - 9));
                rows.add(row(id, revision++, customer, direction, sent, "anna@firm" + i + ".example"));
                if (id % 4 == 0) {
                    files.add(new AttachmentTable.Row(id, 0, "offer-" + id + ".pdf", "application/pdf", 40_000, null));
                }
                sayings.add(saying(id++, direction, sent));
            }
        }
        tx.messages().insert(rows);
        tx.attachments().insert(files);
        tx.said().put(sayings, SaidReading.VERSION);
        tx.customers().refresh(customers);
        return rows.size();
    }

    private Saying saying(long id, Direction direction, Instant sent) {
        boolean ours = direction == Direction.OUT;
        List<Found> facts = new ArrayList<>();
        facts.add(new Found(price(), ""));
        facts.add(new Found(
                switch (random.nextInt(6)) {
                    case 0 -> Fact.of(FactType.SAMPLE, "samples").with(FactField.STEP, ours ? "sent" : "asked");
                    case 1 -> Fact.of(FactType.DOCUMENT, "PI 118").with(FactField.KIND, "PI");
                    case 2 -> Fact.of(FactType.ORDER, "order").with(FactField.STEP, ours ? "confirmed" : "placed");
                    case 3 -> Fact.of(FactType.SHIPMENT, "loaded").with(FactField.STEP, "loaded");
                    case 4 -> Fact.of(FactType.LEAD_TIME, "30 days").with(FactField.DAYS, BigDecimal.valueOf(30));
                    default -> Fact.of(FactType.RFQ, "please quote");
                },
                ""));
        LocalDate day = sent.atZone(zone).toLocalDate();
        List<Promise> promises = random.nextInt(4) > 0
                ? List.of()
                : List.of(new Promise(Promise.By.WRITER, day.plusDays(random.nextInt(9)), "I'll send it then"));
        return new Saying(id, facts, promises, random.nextBoolean(), ours ? day.plusDays(30) : null, null, null);
    }

    private static Fact price() {
        return Fact.of(FactType.PRICE, "USD 0.86/pc").with(FactField.AMOUNT, new BigDecimal("0.86"))
                .with(FactField.CURRENCY, "USD").with(FactField.PER, "pcs");
    }

    private static MessageRow row(long id, long revision, CustomerId customer, Direction direction, Instant at, String address) {
        String hash = String.format(Locale.ROOT, "%064x", id);
        return new MessageRow(
                id, "m" + id, revision, false, Channel.EMAIL, "<" + id + "@firm.example>", at, null, at,
                direction == Direction.IN ? address : OWNER, null, null, null,
                "Inquiry " + id + ", " + GOODS.get((int) (id % GOODS.size())), words(id), "en", false,
                false, direction, customer, MessageRow.MatchState.ONE, "address " + address, hash, 3000, hash, null);
    }

    /** What a message begins with, some long, some short; no two the same. */
    private static String words(long id) {
        Random random = new Random(id);
        StringBuilder text = new StringBuilder("Ref " + id);
        for (int left = 4 + random.nextInt(30); left > 0; left--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }
}
