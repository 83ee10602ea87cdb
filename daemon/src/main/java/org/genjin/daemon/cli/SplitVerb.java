package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.List;
import org.genjin.daemon.ledger.CustomerRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "split",
        description = "Say that some contacts of a customer are a customer of their own; their messages go with them.",
        footer = {"", "'genjin undo' takes it back."})
final class SplitVerb extends HomeVerb {

    @Parameters(index = "0", paramLabel = "ID|NAME", description = "The customer they are a part of.")
    String customer = "";

    @Parameters(
            index = "1..*", arity = "1..*", paramLabel = "CONTACT",
            description = "An address, a domain, a telephone number, a chat or a person's name.")
    List<String> contacts = List.of();

    SplitVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        CustomerRow row = Named.customer(desk, customer, now());
        DecidedLine.Done done = DecidedLine.of(desk.belonging().split(row.id(), contacts, DecidedLine.OPERATOR, now()));
        desk.indexing().wake();
        out().println(done.customer() + " is made of contacts of " + row.id() + " " + row.name() + ": " + done.messages()
                + " messages" + done.undo());
        return Exit.DONE;
    }
}
