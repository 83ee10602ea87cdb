package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.genjin.config.Home;
import org.genjin.connectors.Channel;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.decision.Decided;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;

/**
 * How long a person waits who says in a large ledger that two customers are one, that one is two, or that somebody is none, and how
 * many messages are looked at again for it: those concerned, not all.
 */
final class RematchBench {

    private static final String OWNER = MadeUpMailbox.OWNER;
    private static final int OF_A_CUSTOMER = 100;
    private static final int AT_ONCE = 5_000;

    private final Surroundings around;
    private final BenchLines lines;

    RematchBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    int run(int messages) throws IOException, Trouble {
        Path folder = Files.createTempDirectory("genjin-bench");
        try (Daemon daemon = Daemon.open(new Home(folder), BenchConfig.of(around.zone(), List.of(), List.of(), List.of("factory.example")), around)) {
            Ledger ledger = daemon.ledger();
            for (int from = 0; from < messages; from += AT_ONCE) {
                int first = from;
                ledger.transact(tx -> fill(tx, first, Math.min(messages, first + AT_ONCE)));
            }
            lines.say("messages", messages + " of " + messages / OF_A_CUSTOMER + " customers");
            measure(daemon);
            return Exit.DONE;
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void measure(Daemon daemon) throws Trouble {
        Desk desk = daemon.desk();
        Instant now = around.clock().instant();
        CustomerId one = new CustomerId(1);
        decide(daemon, "merge", () -> desk.belonging().merge(one, new CustomerId(2), OWNER, now));
        undo(daemon, now);
        decide(daemon, "split", () -> desk.belonging().split(one, List.of("anna1@firm1.example"), OWNER, now));
        undo(daemon, now);
        decide(daemon, "set-aside", () -> desk.belonging().setAside("firm3.example", "a courier", OWNER, now));
        undo(daemon, now);
    }

    private void decide(Daemon daemon, String what, Supplier<Decided> decision) throws Trouble {
        long before = revision(daemon);
        long begun = System.nanoTime();
        Decided decided = decision.get();
        double millis = (System.nanoTime() - begun) / 1e6;
        if (decided instanceof Decided.Impossible(Refusal why)) {
            throw Trouble.failed(what + ": " + why.kind().id());
        }
        tell(what, millis, revision(daemon) - before);
    }

    private void undo(Daemon daemon, Instant now) throws Trouble {
        long before = revision(daemon);
        long begun = System.nanoTime();
        Undoing.Undone undone = daemon.desk().undoing().last(Optional.of(OWNER), now);
        double millis = (System.nanoTime() - begun) / 1e6;
        if (undone instanceof Undoing.Undone.Impossible(Refusal why)) {
            throw Trouble.failed("undo: " + why.kind().id());
        }
        tell("  undone", millis, revision(daemon) - before);
    }

    private void tell(String what, double millis, long touched) {
        lines.say(what, String.format(Locale.ROOT, "%.0f ms, %d messages touched", millis, touched));
    }

    /** Each message that is touched takes the next revision. */
    private static long revision(Daemon daemon) {
        return daemon.ledger().transact(tx -> tx.take(Counter.REVISION, 0));
    }

    private static int fill(Transaction tx, int from, int to) {
        Instant begin = Instant.parse("2023-01-02T01:00:00Z");
        long id = tx.take(Counter.MESSAGE, to - from);
        long revision = tx.take(Counter.REVISION, to - from);
        List<MessageRow> rows = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int firm = i / OF_A_CUSTOMER + 1;
            CustomerId customer = new CustomerId(firm);
            if (i % OF_A_CUSTOMER == 0) {
                tx.take(Counter.CUSTOMER, 1);
                tx.customers().insert(customer, "Firm " + firm, OWNER, begin);
                tx.identities().put(new Identity(Kind.DOMAIN, "firm" + firm + ".example", "", customer, "", begin));
                for (String name : List.of("anna", "bruno")) {
                    tx.identities().put(new Identity(Kind.ADDRESS, name + firm + "@firm" + firm + ".example", "", customer, name, begin));
                }
            }
            String address = (i % 2 == 0 ? "anna" : "bruno") + firm + "@firm" + firm + ".example";
            rows.add(row(id, revision++, address, customer, begin.plusSeconds(600L * i)));
            participants.add(new Participant(id, "from", 0, address, null, "firm" + firm + ".example"));
            participants.add(new Participant(id++, "to", 0, OWNER, null, null));
        }
        tx.messages().insert(rows);
        tx.participants().insertParticipants(participants);
        return rows.size();
    }

    private static MessageRow row(long id, long revision, String address, CustomerId customer, Instant at) {
        String hash = String.format(Locale.ROOT, "%064x", id);
        return new MessageRow(
                id, "m" + id, revision, false, Channel.EMAIL, "<" + id + "@firm.example>", at, null, at, address, null, null, null, "Inquiry " + id,
                "We need 500 pcs", "en", false, false, Direction.IN, customer, MessageRow.MatchState.ONE, "address " + address, hash, 3000, hash, null);
    }
}
