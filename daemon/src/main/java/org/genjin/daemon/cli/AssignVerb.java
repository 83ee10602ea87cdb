package org.genjin.daemon.cli;

import java.io.IOException;
import org.genjin.daemon.ledger.CustomerRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "assign",
        description = "Say whose a message is. What the same person wrote before, and will write, is theirs too.",
        footer = {
            "",
            "'genjin questions' lists those of which a person is asked; 'genjin undo' takes it back."
        })
final class AssignVerb extends HomeVerb {

    @Parameters(index = "0", paramLabel = "MESSAGE", description = "Its key or Message-ID, as 'find --json' and 'show --json' give it.")
    String message = "";

    @Parameters(index = "1", paramLabel = "ID|NAME|nobody", description = "The customer, or nobody.")
    String customer = "";

    AssignVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        @Nullable CustomerRow row = customer.equals("nobody") ? null : Named.customer(desk, customer, now());
        DecidedLine.Done done = DecidedLine.of(
                desk.belonging().assign(message, row == null ? null : row.id(), DecidedLine.OPERATOR, now()));
        desk.indexing().wake();
        out().println((row == null ? "nobody's" : row.id() + " " + row.name()) + ": " + done.messages()
                + (done.messages() == 1 ? " message" : " messages") + done.undo());
        return Exit.DONE;
    }
}
