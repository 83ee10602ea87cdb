package org.genjin.daemon.cli;

import java.io.IOException;
import org.genjin.daemon.ledger.CustomerRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Say that two customers are one: the second becomes a part of the first, with its messages and contacts.",
        footer = {"", "'genjin undo' takes it back."})
final class MergeVerb extends HomeVerb {

    @Parameters(index = "0", paramLabel = "A", description = "The customer that stays: C0042, or part of the name.")
    String into = "";

    @Parameters(index = "1", paramLabel = "B", description = "The customer that becomes a part of it.")
    String other = "";

    MergeVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        CustomerRow kept = Named.customer(desk, into, now());
        CustomerRow gone = Named.customer(desk, other, now());
        DecidedLine.Done done = DecidedLine.of(desk.belonging().merge(kept.id(), gone.id(), DecidedLine.OPERATOR, now()));
        desk.indexing().wake();
        out().println(kept.id() + " " + kept.name() + " now has " + gone.id() + " " + gone.name() + ": " + done.messages()
                + " messages" + done.undo());
        return Exit.DONE;
    }
}
