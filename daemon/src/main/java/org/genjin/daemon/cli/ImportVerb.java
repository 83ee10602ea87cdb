package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.daemon.ingest.Poll;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "import",
        description = "Store the messages of files: mbox, Maildir, eml, Outlook's msg and pst, chat exports (file, folder or archive), each once.")
final class ImportVerb extends HomeVerb {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    List<Path> paths = List.of();

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "What they are, where it is not to be detected: ${COMPLETION-CANDIDATES}.")
    @Nullable String format;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Whose they are (default: the only owner there is).")
    @Nullable String owner;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Of the phone that wrote a chat export (default: the home's).")
    @Nullable ZoneId zone;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    ImportVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        SourceConfig.Files source = new SourceConfig.Files(
                paths, invocation.terminal().folder(), Optional.ofNullable(format), owner(desk),
                zone == null ? desk.config().timeZone() : zone);
        List<Batch.Unreadable> bad = Collections.synchronizedList(new ArrayList<>());
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        Map<SourceConfig, Poll.Outcome> outcomes;
        try (Progress progress = new Progress(invocation.terminal())) {
            outcomes = SyncVerb.Pulls.run(desk, List.of(source), progress, step -> {
                step.unreadable().forEach(it -> bad.add(new Batch.Unreadable(
                        (step.mailbox() + " " + it.locator()).strip(), it.reason(), null)));
                step.warnings().forEach(it -> warnings.add(step.mailbox() + ": " + it));
            });
        }
        Poll.Outcome outcome = outcomes.values().iterator().next();
        Poll.Tally tally = outcome.tally();
        String problem = outcome instanceof Poll.Outcome.Failed failed ? failed.problem() : null;
        if (json) {
            out().println(Json.pretty(json(tally, problem, bad, warnings)));
        } else {
            out().println(tally.stored() + " new, " + tally.seenAgain() + " seen again, " + bad.size() + " unreadable"
                    + (tally.keptOut() > 0 ? ", " + tally.keptOut() + " not logged" : ""));
        }
        bad.forEach(it -> err().println((it.locator() + ": " + it.reason()).strip()));
        warnings.forEach(err()::println);
        if (problem != null) {
            err().println(problem);
        }
        if (problem == null && bad.isEmpty()) {
            return Exit.DONE;
        }
        return tally.stored() + tally.seenAgain() > 0 ? Exit.PARTLY : Exit.FAILED;
    }

    private String owner(Desk desk) throws Trouble {
        if (owner != null) {
            return owner.strip().toLowerCase(java.util.Locale.ROOT);
        }
        List<String> owners = desk.config().owners();
        if (owners.size() == 1) {
            return owners.getFirst();
        }
        throw Trouble.usage(
                owners.isEmpty()
                        ? "Say whose messages these are: --owner ADDRESS."
                        : "Say whose messages these are: --owner " + String.join(" or --owner ", owners) + ".");
    }

    private static ObjectNode json(
            Poll.Tally tally, @Nullable String problem, List<Batch.Unreadable> bad, List<String> warnings) {
        ObjectNode json = Json.object().put("stored", tally.stored()).put("seenAgain", tally.seenAgain())
                .put("neverLogged", tally.keptOut());
        ArrayNode unreadable = json.putArray("unreadable");
        bad.forEach(it -> unreadable.addObject().put("file", it.locator()).put("reason", it.reason()));
        json.set("warnings", Json.array(warnings));
        return json.put("problem", problem);
    }
}
