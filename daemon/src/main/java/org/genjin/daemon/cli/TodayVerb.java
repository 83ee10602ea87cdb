package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
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

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    TodayVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        Instant at = now();
        List<DueItem> due = desk.board().due(viewer(desk, owner), at);
        DueSentence sentence = new DueSentence(desk.config().language());
        List<FraudWarnings.Alarm> alarms = desk.fraudWarnings().open(viewer(desk, owner));
        FraudWords fraud = new FraudWords(desk.config().language());
        if (json) {
            ObjectNode document = Json.object().put("owner", owner).put("at", at.toString());
            ArrayNode items = document.putArray("items");
            due.forEach(it -> items.add(Json.due(it, sentence.why(it))));
            ArrayNode warnings = document.putArray("warnings");
            alarms.forEach(it -> warnings.addObject().put("key", it.key()).put("kind", it.warning().kind().id())
                    .put("customer", it.customer() == null ? null : it.customer().toString()).put("from", it.from())
                    .put("subject", it.subject()).put("sentAt", Json.text(it.at())).put("why", sentence(fraud, it)));
            out().println(Json.pretty(document));
            return Exit.DONE;
        }
        alarms.forEach(it -> out().println("! " + sentence(fraud, it)));
        out().println(desk.board().today(at) + ": " + (due.isEmpty() ? "nobody is due." : due.size() + " to follow up"));
        for (DueItem it : due) {
            out().println();
            out().println(it.customer().id() + "  " + it.customer().name()
                    + (it.customer().country() == null ? "" : "  " + it.customer().country()) + "  " + it.customer().grade()
                    + "  due " + it.due() + (owner == null ? "  " + it.customer().owner() : ""));
            out().println("    " + sentence.why(it) + (it.action().isEmpty() ? "" : ": " + it.action()));
            DueItem.Evidence evidence = it.evidence();
            if (evidence != null && !evidence.quote().isBlank()) {
                out().println("    “" + evidence.quote() + "”");
            }
        }
        return Exit.DONE;
    }

    private static String sentence(FraudWords words, FraudWarnings.Alarm it) {
        return words.sentence(it.warning().kind().id(), it.warning().details(), it.from(), it.subject());
    }
}
