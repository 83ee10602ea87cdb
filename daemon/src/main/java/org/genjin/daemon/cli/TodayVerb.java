package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.draft.Draft;
import org.genjin.daemon.draft.DraftWriter;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.reminder.DueSentence;
import org.genjin.daemon.words.FraudWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "today", description = "Whom to follow up, and why.")
final class TodayVerb extends HomeVerb {

    private static final int SHOWN = 20;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--json", description = "Print JSON; the first 20 have a suggested answer.")
    boolean json;

    @Option(names = "--all", description = "Show all who are due, not only the most valuable 20.")
    boolean all;

    TodayVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        Instant at = now();
        List<DueItem> due = desk.board().dueInBrief(viewer(desk, owner), at);
        List<FraudWarnings.Alarm> alarms = desk.fraudWarnings().open(viewer(desk, owner));
        DueSentence sentence = new DueSentence(desk.config().language());
        FraudWords fraud = new FraudWords(desk.config().language());
        if (json) {
            out().println(Json.pretty(document(desk, desk.board().inFull(due), alarms, sentence, fraud, at)));
            return Exit.DONE;
        }
        alarms.forEach(it -> out().println("! " + sentence(fraud, it)));
        LocalDate today = desk.board().today(at);
        out().println(due.isEmpty() ? sentence.nobody(today) : sentence.count(today, due.size()));
        int shown = all ? due.size() : Math.min(due.size(), SHOWN);
        desk.board().inFull(due.subList(0, shown)).forEach(it -> print(it, sentence, desk, at));
        if (due.size() > shown) {
            out().println();
            out().println(sentence.more(due.size() - shown));
        }
        return Exit.DONE;
    }

    private ObjectNode document(
            Desk desk, List<DueItem> due, List<FraudWarnings.Alarm> alarms, DueSentence sentence, FraudWords fraud, Instant at) {
        ObjectNode document = Json.object().put("owner", owner).put("at", at.toString());
        ArrayNode items = document.putArray("items");
        Map<CustomerId, Draft> drafts = desk.drafts().write(
                due.stream().limit(SHOWN).map(it -> new DraftWriter.Wanted(it.customer(), it.first())).toList(), at);
        for (DueItem it : due) {
            ObjectNode item = Json.due(it, sentence, sentence.there(it.customer(), at, desk.board().zone()));
            Json.draft(item, drafts.get(it.customer().id()));
            items.add(item);
        }
        ArrayNode warnings = document.putArray("warnings");
        alarms.forEach(it -> warnings.addObject().put("key", it.key()).put("kind", it.warning().kind().id())
                .put("customer", it.customer() == null ? null : it.customer().toString()).put("from", it.from())
                .put("subject", it.subject()).put("sentAt", Json.text(it.at())).put("why", sentence(fraud, it)));
        return document;
    }

    private void print(DueItem it, DueSentence sentence, Desk desk, Instant at) {
        CustomerRow customer = it.customer();
        out().println();
        out().println(customer.id() + "  " + customer.name() + (customer.country() == null ? "" : "  " + customer.country()) + "  "
                + customer.grade() + "  " + sentence.due(it.due()) + (owner == null ? "  " + customer.owner() : ""));
        for (DueItem.Due reason : it.reasons()) {
            boolean noted = reason.reason() == Reason.MANUAL && !it.action().isEmpty();
            out().println("    " + sentence.why(it, reason) + (noted ? ": " + it.action() : ""));
            DueItem.Evidence evidence = reason.evidence();
            if (evidence != null && !evidence.quote().isBlank()) {
                out().println("      “" + evidence.quote() + "”  " + evidence.key());
            }
        }
        Stream.of(sentence.there(customer, at, desk.board().zone()), sentence.ramadan(it))
                .filter(words -> !words.isEmpty())
                .forEach(words -> out().println("    " + words));
    }

    private static String sentence(FraudWords words, FraudWarnings.Alarm it) {
        return words.sentence(it.warning().kind().id(), it.warning().details(), it.from(), it.subject());
    }
}
