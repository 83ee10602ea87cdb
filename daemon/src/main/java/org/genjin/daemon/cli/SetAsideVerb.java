package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.genjin.daemon.ledger.SetAsideReport;
import org.genjin.daemon.words.ReasonWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "set-aside",
        description = "Say that somebody is no customer, or list who was set aside, by whom and why.",
        footer = {"", "Without an address it lists; 'genjin undo' takes a decision back."})
final class SetAsideVerb extends HomeVerb {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    @Parameters(
            index = "0", arity = "0..1", paramLabel = "ADDRESS",
            description = "An address, a domain (every address of it), or a customer's number.")
    @Nullable String who;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "REASON", description = "Why, in your words, such as courier.")
    List<String> reason = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "60", description = "How many senders to list (default: 60).")
    int limit;

    @Option(names = "--json", description = "Print the list as JSON.")
    boolean json;

    SetAsideVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        if (limit < 1) {
            throw Trouble.usage("--limit is a number from 1 on, not " + limit + ".");
        }
        String address = who;
        if (address == null) {
            list(desk.setAside(), desk.board().zone(), new ReasonWords(desk.config().language()));
            return Exit.DONE;
        }
        DecidedLine.Done done = DecidedLine.of(
                desk.belonging().setAside(address, String.join(" ", reason).strip(), DecidedLine.OPERATOR, now()));
        desk.indexing().wake();
        out().println(address + " is no customer: " + done.messages() + (done.messages() == 1 ? " message" : " messages")
                + " set aside" + done.undo());
        return Exit.DONE;
    }

    private void list(SetAsideReport report, ZoneId zone, ReasonWords words) {
        SetAsideReport.Lists lists = report.lists(limit);
        if (json) {
            ObjectNode document = Json.object();
            ArrayNode decided = document.putArray("decided");
            lists.decided().forEach(it -> decided.addObject()
                    .put("who", it.knownAs()).put("reason", it.reason()).put("by", it.by()).put("at", Json.text(it.at())));
            ArrayNode senders = document.putArray("senders");
            lists.senders().forEach(it -> senders.addObject()
                    .put("sender", it.sender()).put("why", it.why()).put("messages", it.count())
                    .put("last", Json.text(it.last())).put("subject", it.subject()));
            out().println(Json.pretty(document));
            return;
        }
        if (lists.decided().isEmpty() && lists.senders().isEmpty()) {
            out().println("Nobody was set aside.");
            return;
        }
        if (!lists.decided().isEmpty()) {
            out().println("Decided by people:");
            lists.decided().forEach(it -> out().println("  " + it.knownAs() + (it.reason().isEmpty() ? "" : ": " + it.reason())
                    + "  (" + it.by() + ", " + DAY.format(it.at().atZone(zone)) + ")"));
        }
        if (!lists.senders().isEmpty()) {
            Table table = new Table("SENDER", "WHY", "MESSAGES", "LAST", "SUBJECT");
            lists.senders().forEach(it -> table.row(
                    it.sender(), words.say(it.why()), Long.toString(it.count()), DAY.format(it.last().atZone(zone)), it.subject()));
            table.print(out());
        }
    }
}
