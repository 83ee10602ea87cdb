package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.ledger.CustomerRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Set values of a customer; what is set here, Genjin never overwrites.",
        footer = {
            "",
            "Keys: name, country (CO), grade (S A B C D E), stage (new contacted qualifying quoted sampling negotiating",
            "pi-sent won shipped repeat dormant lost blocked), owner (an address), notes (your own words), industry (food: its line",
            "of trade where that is another than the home's; several parted by commas, none, or nothing for the home's), and the",
            "columns of lines of trade by their ids (voltage=380V)."
        })
final class SetVerb extends HomeVerb {

    @Parameters(index = "0", paramLabel = "ID|NAME", description = "The customer.")
    String customer = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE", description = "What to set, such as grade=A.")
    List<String> values = List.of();

    SetVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        CustomerRow row = Named.customer(desk, customer, now());
        List<String> done = new ArrayList<>();
        for (String it : values) {
            int equals = it.indexOf('=');
            if (equals < 1) {
                throw Trouble.usage("'" + it + "' is no KEY=VALUE, such as grade=A.");
            }
            String key = it.substring(0, equals).strip();
            switch (desk.decisions().set(row.id(), key, it.substring(equals + 1), desk.config().owners(), DecidedLine.OPERATOR, now())) {
                case Decisions.Outcome.Done _ -> done.add(key);
                case Decisions.Outcome.NotAccepted(Refusal expected) -> {
                    if (!done.isEmpty()) {
                        out().println(row.id() + " " + row.name() + ": set " + String.join(", ", done));
                    }
                    throw Trouble.usage("'" + it + "' was not set: " + DecidedLine.REFUSALS.say(expected) + ".");
                }
            }
        }
        TradeColumns.await(desk, invocation.terminal());
        out().println(row.id() + " " + row.name() + ": set " + String.join(", ", done));
        return Exit.DONE;
    }
}
