package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.draft.Draft;
import org.genjin.daemon.draft.DraftWriter;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.Dossier;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.reminder.DueSentence;
import org.genjin.daemon.words.DocumentWords;
import org.genjin.daemon.words.ReasonWords;
import org.genjin.daemon.words.WhyWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "show", description = "One customer: each value and why it is so, what was said of the trade, and the history.")
final class ShowVerb extends HomeVerb {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Parameters(paramLabel = "ID|NAME", description = "The customer: C0042, or part of the name.")
    String customer = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many messages (default: 20).")
    int limit;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    ShowVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        if (limit < 0) {
            throw Trouble.usage("--limit is a number from 0 on, not " + limit + ".");
        }
        Instant at = now();
        CustomerRow row = Named.customer(desk, customer, at);
        Instant before = at.plusMillis(1);
        List<TimelineEntry> entries = limit == 0 ? List.of() : desk.timeline().of(row.id(), before, limit);
        long older = entries.isEmpty() ? 0 : desk.timeline().older(row.id(), entries.getLast().at());
        Dossier dossier = desk.dossiers().of(row.id(), at);
        WhyWords words = new WhyWords(desk.config().language());
        if (json) {
            ObjectNode document = Json.customer(row, new DueSentence(desk.config().language())).put("notes", row.notes());
            DossierJson.add(document, dossier, words);
            DossierJson.add(document, desk.industries().of(row.id()));
            Json.draft(document, draft(desk, row, at));
            ArrayNode timeline = document.putArray("timeline");
            entries.forEach(it -> timeline.add(Json.entry(it)));
            out().println(Json.pretty(document.put("older", older)));
        } else {
            print(row, new DossierText(out(), desk.board().zone(), words), dossier, entries, older, desk);
        }
        return Exit.DONE;
    }

    /** What could be written to them now. */
    private static @Nullable Draft draft(Desk desk, CustomerRow row, Instant at) {
        List<DueItem> due = desk.board().dueInBrief(Optional.of(row.owner()), at).stream()
                .filter(it -> it.customer().id().equals(row.id())).toList();
        DueItem.Due first = due.isEmpty() ? null : due.getFirst().first();
        return desk.drafts().write(List.of(new DraftWriter.Wanted(row, first)), at).get(row.id());
    }

    private void print(
            CustomerRow it, DossierText why, Dossier dossier, List<TimelineEntry> entries, long older, Desk desk) {
        ZoneId zone = desk.board().zone();
        ReasonWords reasons = new ReasonWords(desk.config().language());
        DocumentWords documents = new DocumentWords(desk.config().language());
        out().println(it.id() + " " + it.name() + (it.country() == null ? "" : " (" + it.country() + ")"));
        out().println("  grade " + it.grade() + ", " + it.stage().id() + ", turn: " + it.turn().id() + ", owner " + it.owner() + ", " + it.touches() + " touches");
        DueSentence sentence = new DueSentence(desk.config().language());
        it.next().ifPresent(next -> {
            String action = sentence.action(next);
            out().println("  next " + next.date() + ": " + next.reason().id() + (action.isEmpty() ? "" : " – " + action));
        });
        if (!it.notes().isEmpty()) {
            out().println("  notes: " + it.notes());
        }
        why.print(desk.industries().of(it.id()), desk.config().language());
        why.print(dossier);
        for (TimelineEntry entry : entries) {
            out().println();
            out().println(MINUTE.format(entry.at().atZone(zone)) + "  "
                    + (entry.direction() == Direction.OUT ? "→" : "←") + " " + entry.channel().id() + "  " + entry.who()
                    + (entry.subject().isEmpty() ? "" : ": " + entry.subject()) + "  [" + reasons.say(entry.why()) + "]");
            entry.text().strip().lines().forEach(line -> out().println("    " + line));
            entry.attachments().forEach(file -> out().println("    + " + file.name()
                    + (file.present() ? "" : " (not in the export)")
                    + (file.problem().isEmpty() ? "" : " (" + documents.say(file.problem()) + ")")));
            if (!entry.quoted().isBlank()) {
                out().println("    (quoted: " + entry.quoted().strip().lines().count() + " lines)");
            }
        }
        if (older > 0) {
            out().println();
            out().println("… and " + older + " older; --limit shows more.");
        }
    }
}
