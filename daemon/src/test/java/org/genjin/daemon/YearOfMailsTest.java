package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.State;
import org.genjin.daemon.ledger.SaidTable.Found;
import org.genjin.daemon.ledger.SaidTable.Saying;
import org.genjin.daemon.ledger.SourceTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.SaidReading;
import org.genjin.daemon.reminder.ReminderSweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of two reps with fifty customers, day by day, with the real ledger, rules and outbox, and with a mail server that is busy,
 * hangs up or takes mail without saying so. On every day some things must hold.
 */
class YearOfMailsTest {

    private static final String ANA = "ana@factory.example";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final LocalDate BEGIN = LocalDate.parse("2026-01-05");
    private static final int DAYS = 365;
    private static final int CUSTOMERS = 50;
    private static final List<String> COUNTRIES = List.of("DE", "SA", "AE", "US", "BR", "VN", "IN", "TR", "JP", "CO");
    private static final List<LocalTime> LOOKS = List.of(
            LocalTime.of(6, 0), LocalTime.of(7, 31), LocalTime.of(8, 0), LocalTime.of(8, 1), LocalTime.of(8, 30), LocalTime.of(9, 40),
            LocalTime.of(12, 0), LocalTime.of(18, 0), LocalTime.of(23, 50));
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<\\S+>)");

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-01-04T00:00:00Z");
    private final Random random = new Random(5);
    private final Map<CustomerId, Direction> last = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    /** Message-IDs of what the mail server took, by owner. */
    private final Map<String, List<String>> taken = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    @Test
    void onEveryWorkingDayOnWhichSomebodyIsDueThereIsOneMailAndNoneElse() throws Exception {
        TestHome home = new TestHome(folder.resolve("home"), clock).write("""
                language: en
                time-zone: Asia/Shanghai
                mailboxes:
                  - {address: %s, secret: "env:MAIL_SECRET", imap: {host: 127.0.0.1, tls: none}, smtp: {host: 127.0.0.1, tls: none}}
                  - {address: %s, secret: "env:MAIL_SECRET", imap: {host: 127.0.0.1, tls: none}, smtp: {host: 127.0.0.1, tls: none}}
                owners: [{address: %s, time-zone: America/Bogota, digest: {at: "07:30", days: mon-sat}}]
                our-domains: [factory.example]
                web: {listen: "127.0.0.1:0"}
                """.formatted(LI, ANA, ANA));
        long begun = System.nanoTime();
        try (Daemon daemon = home.open()) {
            ReminderSweep sweep = daemon.sweepWith(this::serve);
            daemon.desk().sync().list(daemon.desk().config().sources());
            List<CustomerId> customers = daemon.ledger().transact(this::customers);
            Calendars calendars = new Calendars();
            CountryCalendar china = calendars.of("CN").workingOn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
            CountryCalendar colombia = calendars.of("CO").workingOn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
            for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusDays(DAYS)); day = day.plusDays(1)) {
                daemonsDay(daemon, sweep, LI, SHANGHAI, china, day);
                daemonsDay(daemon, sweep, ANA, BOGOTA, colombia, day);
                peoplesDay(daemon, customers, day);
            }
        }
        System.out.println("a year of mails: " + counts + ", " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
        assertThat(counts).containsKeys(
                "customers' messages", "our messages", "mails taken", "nothing due", "holiday or weekend", "busy", "hung up after taking it",
                "hung up without taking it", "login refused", "down at eight", "down all day");
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** The mail server, on its good days and others. */
    private Delivery serve(String owner, byte[] mail) {
        int luck = random.nextInt(100);
        if (luck < 8) {
            count("busy");
            return new Delivery.Deferred("451 later");
        }
        if (luck < 12) {
            count("hung up without taking it");
            return new Delivery.Unknown("the line broke");
        }
        if (luck < 14) {
            count("login refused");
            return new Delivery.NotLetIn("535 no");
        }
        Matcher id = MESSAGE_ID.matcher(new String(mail, StandardCharsets.ISO_8859_1));
        assertThat(id.find()).isTrue();
        assertThat(taken.computeIfAbsent(owner, _ -> new ArrayList<>())).as("sent twice").doesNotContain(id.group(1));
        taken.get(owner).add(id.group(1));
        count("mails taken");
        if (luck < 19) {
            count("hung up after taking it");
            return new Delivery.Unknown("the line broke");
        }
        return new Delivery.Sent();
    }

    private void daemonsDay(Daemon daemon, ReminderSweep sweep, String owner, ZoneId zone, CountryCalendar calendar, LocalDate day) {
        int luck = random.nextInt(20);
        LocalTime from = luck == 0 ? LocalTime.MAX : luck < 3 ? LocalTime.of(9, 0) : LocalTime.MIN;
        count(luck == 0 ? "down all day" : luck < 3 ? "down at eight" : "up");
        int before = taken.getOrDefault(owner, List.of()).size();
        boolean works = calendar.isWorkingDay(day);
        boolean due = false;
        boolean read = false;
        LocalTime hour = owner.equals(LI) ? LocalTime.of(8, 0) : LocalTime.of(7, 30);
        for (LocalTime look : LOOKS) {
            clock.set(day.atTime(look).atZone(zone).toInstant().toString());
            if (look.isBefore(from)) {
                continue;
            }
            // The mailbox is read all day; it tells something once a day, and while it is not known what became of a mail.
            if (!read || !daemon.ledger().read(tx -> tx.outbox().open()).isEmpty()) {
                poll(daemon, owner);
                read = true;
            }
            if (works && !due && !look.isBefore(hour) && state(daemon, owner, day).isEmpty()) {
                List<DueItem> items = daemon.desk().board().dueInBrief(Optional.of(owner), clock.instant());
                items.forEach(this::holds);
                due = !items.isEmpty();
            }
            sweep.run(owner);
        }
        int mails = taken.getOrDefault(owner, List.of()).size() - before;
        assertThat(mails).as("one a day at most").isLessThanOrEqualTo(1);
        if (!works) {
            count("holiday or weekend");
            assertThat(mails).as(owner + " on " + day + ", which is free").isZero();
        } else if (due) {
            assertThat(mails).as(owner + " on " + day + ", somebody is due").isEqualTo(1);
        } else if (from != LocalTime.MAX) {
            count(mails == 0 ? "nothing due" : "only new customers");
        }
    }

    private static Optional<State> state(Daemon daemon, String owner, LocalDate day) {
        return daemon.ledger().read(tx -> tx.outbox().find(owner, OutboxTable.Kind.DIGEST, day.toString())).map(OutboxTable.Row::state);
    }

    /** Reads the mailbox, and finds in it what the server took. */
    private void poll(Daemon daemon, String owner) {
        Instant now = clock.instant();
        daemon.ledger().transact(tx -> {
            taken.getOrDefault(owner, List.of()).stream().filter(seen::add).forEach(it -> tx.outbox().seen(it, it, now));
            tx.sources().reading(new SourceTable.Listed(owner, owner, "imap"), false, now);
            tx.sources().complete(owner, now, 2);
            return null;
        });
    }

    private void holds(DueItem it) {
        for (DueItem.Due due : it.reasons()) {
            Direction spoke = last.get(it.customer().id());
            if (due.reason() == Reason.QUOTE_SILENT || due.reason() == Reason.SAMPLE_SILENT) {
                assertThat(spoke).as("a nudge after an answer: " + it).isEqualTo(Direction.OUT);
            } else if (due.reason() == Reason.REPLY_OWED) {
                assertThat(spoke).as("owed although we have answered: " + it).isEqualTo(Direction.IN);
            }
        }
    }

    private List<CustomerId> customers(Transaction tx) {
        List<CustomerId> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            CustomerId customer = new CustomerId(tx.take(Counter.CUSTOMER, 1));
            tx.customers().insert(customer, "Firm " + i, owner(i), clock.instant());
            tx.customers().setByHand(customer, Field.COUNTRY, COUNTRIES.get(i % COUNTRIES.size()));
            tx.identities().put(new Identity(Kind.ADDRESS, address(i), "", customer, "Anna", clock.instant()));
            customers.add(customer);
        }
        return customers;
    }

    private static String owner(int customer) {
        return customer % 2 == 0 ? LI : ANA;
    }

    private static String address(int customer) {
        return "anna@firm" + customer + ".example";
    }

    /** Some customers write; whoever is due is written to, mostly, unless the rep is at home. */
    private void peoplesDay(Daemon daemon, List<CustomerId> customers, LocalDate day) {
        Instant at = day.atTime(16, 0).atZone(SHANGHAI).toInstant();
        Set<CustomerId> due = new HashSet<>();
        daemon.desk().board().dueInBrief(Optional.empty(), at).forEach(it -> due.add(it.customer().id()));
        boolean works = day.getDayOfWeek().getValue() < 6;
        daemon.ledger().transact(tx -> {
            for (int i = 0; i < customers.size(); i++) {
                if (random.nextDouble() < (i % 7 == 0 ? 0.001 : 0.03)) {
                    say(tx, customers.get(i), i, Direction.IN, at);
                } else if (works && due.contains(customers.get(i)) && random.nextInt(10) < 7) {
                    say(tx, customers.get(i), i, Direction.OUT, at);
                }
            }
            return null;
        });
        daemon.desk().indexing().renewStandings();
    }

    private void say(Transaction tx, CustomerId customer, int number, Direction direction, Instant at) {
        long id = tx.take(Counter.MESSAGE, 1);
        String hash = String.format("%064x", id);
        boolean ours = direction == Direction.OUT;
        tx.messages().insert(List.of(new MessageRow(
                id, "m" + id, tx.take(Counter.REVISION, 1), false, Channel.EMAIL, "<" + id + "@firm.example>", at, null, at,
                ours ? owner(number) : address(number), null, null, null, "Inquiry " + id, "Can you do 500 pcs?", "en", false, false, direction,
                customer, MessageRow.MatchState.ONE, "address", hash, 3000, hash, null)));
        tx.said().put(List.of(new Saying(id, facts(ours), List.of(), !ours && random.nextBoolean(), null, null, null)), SaidReading.VERSION);
        tx.customers().refresh(List.of(customer));
        last.put(customer, direction);
        count(ours ? "our messages" : "customers' messages");
    }

    private List<Found> facts(boolean ours) {
        @org.jspecify.annotations.Nullable Fact fact = switch (random.nextInt(5)) {
            case 0 -> ours
                    ? Fact.of(FactType.PRICE, "USD 0.86/pc").with(FactField.AMOUNT, new BigDecimal("0.86")).with(FactField.CURRENCY, "USD")
                    : Fact.of(FactType.RFQ, "please quote");
            case 1 -> Fact.of(FactType.SAMPLE, "samples").with(FactField.STEP, ours ? "sent" : "asked");
            case 2 -> Fact.of(FactType.ORDER, "order").with(FactField.STEP, ours ? "confirmed" : "placed");
            default -> null;
        };
        return fact == null ? List.of() : List.of(new Found(fact, ""));
    }
}
