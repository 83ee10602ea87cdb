package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.genjin.config.AppConfig;
import org.genjin.config.Home;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.MatchingScore.Answer;
import org.genjin.daemon.MatchingScore.Mark;
import org.genjin.daemon.MatchingScore.Marked;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Transaction;

/** Takes the mailboxes and chats of a made-up exporter into an empty home and says how often each message's customer is right. */
final class MatchingBench {

    private static final int PAGE = 1000;

    private final Surroundings around;
    private final PrintStream out;

    MatchingBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.out = out;
    }

    /** @param wrong whether each message that is not right is listed */
    int run(Path folder, boolean wrong) throws IOException, Trouble {
        if (!Files.exists(folder.resolve("truth.jsonl"))) {
            throw Trouble.usage("There is no truth.jsonl in " + folder + ": give a folder with the right answers.");
        }
        MatchingTruth truth = MatchingTruth.read(folder);
        Path temporary = Files.createTempDirectory("genjin-bench");
        try (Daemon daemon = Daemon.open(new Home(temporary), config(truth), around)) {
            KnownCustomers.insert(daemon.ledger(), truth, around.clock().instant());
            for (Poll.Outcome it : daemon.desk().sync().pollAll(daemon.desk().config().exports(), Poll.Progress.SILENT).values()) {
                if (it instanceof Poll.Outcome.Failed failed) {
                    throw Trouble.failed(failed.problem());
                }
            }
            report(truth, daemon.ledger(), wrong);
            return Exit.DONE;
        } finally {
            Daemon.deleteAll(temporary);
        }
    }

    private AppConfig config(MatchingTruth truth) {
        List<SourceConfig.DropFolder> folders = new ArrayList<>();
        for (String kind : List.of("mail", "chats")) {
            for (MatchingTruth.Owner owner : truth.owners()) {
                Path folder = truth.folder().resolve(kind).resolve(owner.address());
                if (Files.isDirectory(folder)) {
                    folders.add(new SourceConfig.DropFolder(folder, owner.address(), ZoneId.of(owner.zone())));
                }
            }
        }
        return BenchConfig.of(around.zone(), List.of(), folders, truth.ourDomains());
    }

    private void report(MatchingTruth truth, Ledger ledger, boolean wrong) {
        Map<String, Answer> answers = ledger.read(tx -> answers(tx, truth.folder()));
        MatchingScore score = new MatchingScore(truth, answers);
        List<Marked> marked = new ArrayList<>();
        int lost = 0;
        for (MatchingTruth.Line line : truth.lines()) {
            Answer answer = answers.get(line.where());
            if (answer == null) {
                lost++;
                out.println("not in the ledger: " + line.where());
            }
            marked.add(score.mark(line, answer == null ? new Answer(List.of(), false, "") : answer));
        }
        table("story", marked, it -> it.line().story());
        table("kind", marked, it -> it.line().kind().isEmpty() ? "customer's" : it.line().kind());
        table("over all", marked, _ -> "");
        if (lost > 0) {
            out.println(lost + " messages are not in the ledger");
        }
        customers(truth, ledger.read(tx -> tx.customers().all(Optional.empty())), score);
        others(truth, ledger);
        if (wrong) {
            marked.stream().filter(it -> it.mark() != Mark.RIGHT).forEach(this::list);
        }
    }

    private static Map<String, Answer> answers(Transaction tx, Path folder) {
        Map<String, Answer> answers = new HashMap<>();
        List<MessageRow> rows;
        long revision = 0;
        do {
            rows = tx.messages().afterRevision(revision, PAGE);
            Map<Long, List<Sighting>> sightings = tx.sightings().of(rows.stream().map(MessageRow::id).toList());
            for (MessageRow row : rows) {
                revision = row.revision();
                CustomerId customer = row.customer();
                Answer answer = new Answer(
                        customer == null ? List.of() : List.of(customer.number()), row.matchState() == MatchState.SEVERAL,
                        row.matchState().id() + " " + row.matchWhy());
                for (Sighting it : sightings.getOrDefault(row.id(), List.of())) {
                    answers.put(where(folder, it), answer);
                }
            }
        } while (!rows.isEmpty());
        return answers;
    }

    private static String where(Path folder, Sighting it) {
        String place = it.mailbox();
        if (it.locator().startsWith("file ")) {
            place = it.mailbox() + "/" + it.locator().substring("file ".length());
        } else if (it.locator().startsWith("line ")) {
            place = it.mailbox() + "#" + it.locator().substring("line ".length());
        }
        String root = folder + "/";
        return place.startsWith(root) ? place.substring(root.length()) : place;
    }

    private void table(String title, List<Marked> marked, Function<Marked, String> by) {
        Map<String, List<Marked>> groups = new TreeMap<>();
        marked.forEach(it -> groups.computeIfAbsent(by.apply(it), _ -> new ArrayList<>()).add(it));
        out.println(String.format(Locale.ROOT, "%-24s%7s%7s%7s%7s%7s%9s", title, "lines", "right", "wrong", "asked", "missed", "figure"));
        groups.forEach((group, them) -> {
            Map<Mark, Long> counts = new LinkedHashMap<>();
            them.forEach(it -> counts.merge(it.mark(), 1L, Long::sum));
            long right = counts.getOrDefault(Mark.RIGHT, 0L);
            long wrong = counts.getOrDefault(Mark.WRONG, 0L);
            out.println(String.format(
                    Locale.ROOT, "  %-22s%7d%7d%7d%7d%7d%9.3f", group, them.size(), right, wrong,
                    counts.getOrDefault(Mark.ASKED, 0L), counts.getOrDefault(Mark.MISSED, 0L),
                    (right - 10.0 * wrong) / them.size()));
        });
    }

    private void customers(MatchingTruth truth, List<CustomerTable.Row> rows, MatchingScore score) {
        int named = 0;
        int placed = 0;
        int both = 0;
        Map<String, CustomerTable.Row> found = new TreeMap<>();
        for (CustomerTable.Row row : rows) {
            score.standsFor(row.id().number()).ifPresent(it -> found.put(it, row));
        }
        for (MatchingTruth.Firm firm : truth.customers().values()) {
            CustomerTable.Row row = found.get(firm.name());
            boolean name = row != null && MatchingScore.sameName(firm, row.name());
            boolean country = row != null && firm.country().equals(row.country());
            named += name ? 1 : 0;
            placed += country ? 1 : 0;
            both += name && country ? 1 : 0;
            if (!name || !country) {
                out.println("customer " + firm.name() + " (" + firm.country() + "): "
                        + (row == null ? "not found" : row.name() + " (" + row.country() + ")"));
            }
        }
        int all = truth.customers().size();
        out.println(String.format(
                Locale.ROOT, "customers: %d of %d found once, %d with the right name, %d with the right country, %d with both; %d made or known in all",
                found.size(), all, named, placed, both, rows.size()));
        rows.stream()
                .filter(it -> score.standsFor(it.id().number()).isEmpty())
                .forEach(it -> out.println("customer too many, or a part of one: " + it.id() + " " + it.name()));
    }

    private void others(MatchingTruth truth, Ledger ledger) {
        int became = 0;
        for (MatchingTruth.Other other : truth.others()) {
            List<String> customers = ledger.read(tx -> KnownCustomers.knownBy(tx, other.senders()));
            became += customers.isEmpty() ? 0 : 1;
            if (!customers.isEmpty()) {
                out.println("not a customer: " + other.name() + " (" + other.kind() + ") became " + String.join(", ", customers));
            }
        }
        out.println("not customers: " + became + " of " + truth.others().size() + " became one");
    }

    private void list(Marked it) {
        out.println(it.mark() + " " + it.line().where() + " [" + it.line().story() + "] is "
                + it.line().main().orElse("nobody's (" + it.line().kind() + ")")
                + (it.given().isEmpty() ? "" : ", given to " + String.join(" + ", it.given())) + ": " + it.answer().why());
    }
}
