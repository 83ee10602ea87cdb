package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.genjin.daemon.followup.When;
import org.genjin.daemon.ledger.CustomerRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "next",
        description = "Set the day of the next follow-up, and what to do then.",
        footer = {
            "",
            "WHEN is a day in any of eight languages: 2026-12-03, +3d, tomorrow, 'next tue', '2 weeks', 3天后, 下周二,",
            "or 'none' to take the day away. Until then you are not reminded of the customer, unless they write."
        })
final class NextVerb extends HomeVerb {

    @Parameters(index = "0", paramLabel = "ID|NAME", description = "The customer.")
    String customer = "";

    @Parameters(index = "1", paramLabel = "WHEN", description = "The day, or none.")
    String when = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "TEXT", description = "What to do then.")
    List<String> words = List.of();

    NextVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        CustomerRow row = Named.customer(desk, customer, now());
        LocalDate today = desk.board().today(now());
        if (when.equalsIgnoreCase("none")) {
            desk.decisions().next(row.id(), null, "", DecidedLine.OPERATOR, now());
            out().println(row.id() + " " + row.name() + ": no day set by hand any more");
            return Exit.DONE;
        }
        LocalDate day = new When()
                .parse(when, today)
                .orElseThrow(() -> Trouble.usage("'" + when + "' names no day; write 2026-12-03, +3d, 'next tue', 3天后 or none."));
        if (day.isBefore(today)) {
            throw Trouble.usage(day + " is past; today is " + today + ".");
        }
        desk.decisions().next(row.id(), day, String.join(" ", words).strip(), DecidedLine.OPERATOR, now());
        out().println(row.id() + " " + row.name() + ": next on " + day);
        return Exit.DONE;
    }
}
