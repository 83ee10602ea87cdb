package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.decision.Refusal;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.DecisionTable.Decision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "undo", description = "Take back the last decision, or one by its number: set, next, merge, split, assign, set-aside.")
final class UndoVerb extends HomeVerb {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int LISTED = 30;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NUMBER", description = "Which decision; default: the last that stands.")
    @Nullable String number;

    @Option(names = "--list", description = "Show the last decisions.")
    boolean list;

    UndoVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        if (list) {
            list(desk.undoing().newest(Optional.empty(), LISTED), desk.board().zone());
            return Exit.DONE;
        }
        Long one = number == null ? null : Named.number(number, "decision", "'genjin undo --list'");
        Undoing.Undone undone = one == null
                ? desk.undoing().last(Optional.empty(), now())
                : desk.undoing().one(one, Optional.empty(), now());
        switch (undone) {
            case Undoing.Undone.Done(Decision it) -> out().println("Undone: " + words(it));
            case Undoing.Undone.Impossible(Refusal why) -> throw Trouble.failed(DecidedLine.REFUSALS.say(why));
        }
        desk.indexing().wake();
        TradeColumns.await(desk, invocation.terminal());
        return Exit.DONE;
    }

    private void list(List<Decision> decisions, ZoneId zone) {
        if (decisions.isEmpty()) {
            out().println("Nothing was decided yet.");
        }
        decisions.forEach(it -> out().println(it.id() + "  " + MINUTE.format(it.at().atZone(zone)) + "  " + it.by() + "  "
                + words(it) + (it.undoneAt() == null ? "" : "  (undone)")));
    }

    private static String words(Decision it) {
        return it.kind().id() + (it.customer() == null ? "" : " " + it.customer()) + " " + it.words();
    }
}
