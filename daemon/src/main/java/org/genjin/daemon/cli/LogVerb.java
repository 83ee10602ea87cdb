package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.List;
import org.genjin.daemon.ledger.CustomerRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "log", description = "Log what was said elsewhere, such as on the telephone; it counts as contact.")
final class LogVerb extends HomeVerb {

    @Parameters(index = "0", paramLabel = "ID|NAME", description = "The customer.")
    String customer = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "What was said.")
    List<String> words = List.of();

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Who said it (default: the customer's owner).")
    @Nullable String owner;

    LogVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw Trouble.usage("There is nothing to log; write what was said.");
        }
        CustomerRow row = Named.customer(desk, customer, now());
        desk.decisions().log(row.id(), owner == null ? row.owner() : owner(desk, owner), text, now());
        desk.indexing().wake();
        out().println(row.id() + " " + row.name() + ": logged");
        return Exit.DONE;
    }
}
