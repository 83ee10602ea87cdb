package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.genjin.config.Home;
import org.genjin.connectors.Channel;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
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

/** How long it takes to say who is due, with many customers who have written much: now, and as it was a month ago. */
final class DueBench {

    private static final String OWNER = MadeUpMailbox.OWNER;
    private static final int OF_A_CUSTOMER = 40;
    private static final int AT_ONCE = 200;
    private static final int TIMES = 60;
    private static final int SHOWN = 20;
    private static final int WEEKS = 12;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final List<String> COUNTRIES =
            List.of("DE", "US", "BR", "SA", "AE", "FR", "MX", "IN", "VN", "CO", "RU", "TR", "ES", "GB", "ID", "NG");

    private final Surroundings around;
    private final BenchLines lines;
    private final Random random = new Random(7);

    DueBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    int run(int customers) throws IOException {
        Path folder = Files.createTempDirectory("genjin-bench");
        try (Daemon daemon = Daemon.open(
                new Home(folder), BenchConfig.of(around.zone(), List.of(), List.of(), List.of("factory.example")), around)) {
            Instant now = around.clock().instant();
            for (int from = 0; from < customers; from += AT_ONCE) {
                int first = from;
                daemon.ledger().transact(tx -> fill(tx, first, Math.min(customers, first + AT_ONCE), now));
            }
            lines.say("customers", customers + " with " + OF_A_CUSTOMER + " messages each");
            measure(daemon, "not worked out yet", now, 1);
            long begun = System.nanoTime();
            daemon.desk().indexing().renewStandings();
            lines.say("working it out", Duration.ofNanos(System.nanoTime() - begun));
            measure(daemon, "first time", now, 1);
            measure(daemon, "today", now, TIMES);
            measure(daemon, "a month ago", now.minus(Duration.ofDays(30)), TIMES / 10);
            report(daemon, now);
            return Exit.DONE;
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void measure(Daemon daemon, String what, Instant at, int times) {
        FollowUpBoard board = daemon.desk().board();
        double[] millis = new double[times];
        double[] all = new double[times];
        List<DueItem> due = List.of();
        for (int i = 0; i < times; i++) {
            long begun = CLOCK.getCurrentThreadCpuTime();
            due = board.dueInBrief(Optional.empty(), at);
            board.inFull(due.subList(0, Math.min(SHOWN, due.size())));
            millis[i] = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e6;
            board.inFull(due);
            all[i] = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(all);
        lines.say(what, String.format(
                Locale.ROOT, "%.1f ms of processor time (quickest %.1f) for the first %d of %d, %.1f ms more for all",
                millis[times / 2], millis[0], SHOWN, due.size(), all[times / 2] - millis[times / 2]));
    }

    private void report(Daemon daemon, Instant now) {
        for (String what : List.of("report, first time", "report")) {
            long begun = CLOCK.getCurrentThreadCpuTime();
            daemon.desk().reports().of(List.of(OWNER), WEEKS, now.minus(Duration.ofDays(what.length()))).owners();
            lines.say(what, String.format(
                    Locale.ROOT, "%.1f s of processor time for %d weeks", (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9, WEEKS));
        }
    }

    private int fill(Transaction tx, int from, int to, Instant now) {
        int count = (to - from) * OF_A_CUSTOMER;
        long id = tx.take(Counter.MESSAGE, count);
        long revision = tx.take(Counter.REVISION, count);
        List<MessageRow> rows = new ArrayList<>();
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
            for (int message = OF_A_CUSTOMER; message > 0; message--) {
                Direction direction = random.nextInt(10) < 5 ? Direction.IN : Direction.OUT;
                Instant sent = at.minus(Duration.ofDays(9L * message - 9));
                rows.add(row(id, revision++, customer, direction, sent, "anna@firm" + i + ".example"));
                sayings.add(saying(id++, direction, sent));
            }
        }
        tx.messages().insert(rows);
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
        LocalDate day = sent.atZone(around.zone()).toLocalDate();
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
                direction == Direction.IN ? address : OWNER, null, null, null, "Inquiry " + id, "Can you do 500 pcs at that price?", "en", false,
                false, direction, customer, MessageRow.MatchState.ONE, "address " + address, hash, 3000, hash, null);
    }
}
