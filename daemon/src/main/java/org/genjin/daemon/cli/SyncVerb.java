package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.genjin.config.Language;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.answer.Answers;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.privacy.Privacy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sync",
        description = "Read all sources once, until nothing new is left, do what owners answered to their mails, and wait until all can be found.")
final class SyncVerb extends HomeVerb {

    @Option(names = "--source", paramLabel = "NAME", description = "Only this source: an address or a folder.")
    @Nullable String source;

    SyncVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        List<SourceConfig> sources = sources(desk);
        if (sources.isEmpty()) {
            throw Trouble.failed("There is nothing to read: genjin.yaml in " + desk.home().folder()
                    + " names no mailbox and no export folder. 'genjin init' sets up a mailbox.");
        }
        Map<SourceConfig, Poll.Outcome> outcomes;
        Privacy.Round round = desk.privacy().run(now());
        try (Progress progress = new Progress(invocation.terminal())) {
            outcomes = Pulls.run(desk, sources, progress, _ -> {});
        }
        int exit = Pulls.report(outcomes, invocation.terminal());
        obey(desk);
        if (round.takenOut() + round.dropped() + round.wanted() > 0) {
            out().println("privacy: " + round.takenOut() + " taken out, " + round.dropped() + " dropped, " + round.wanted()
                    + " asked for again");
        }
        boolean lacking = tell(desk, outcomes);
        return exit == Exit.DONE && lacking ? Exit.PARTLY : exit;
    }

    /** Does what owners have answered to our mails. */
    private void obey(Desk desk) throws IOException {
        List<Answers.Obeyed> answers = desk.answers().run();
        answers.forEach(it -> out().println("answer of " + it.owner() + ": " + it.done() + (it.done() == 1 ? " line done" : " lines done")
                + (it.unclear() > 0 ? ", " + it.unclear() + " not; the receipt says why" : "")));
        if (!answers.isEmpty()) {
            desk.indexing().await(true, () -> {});
        }
    }

    /** Says what is wrong with the sources that were read, and whether one of them lacks something. */
    private boolean tell(Desk desk, Map<SourceConfig, Poll.Outcome> outcomes) {
        SourceWording wording = new SourceWording(Language.EN, desk.board().zone());
        boolean lacking = false;
        for (SourceStatus it : desk.status().sources(Optional.empty(), now())) {
            boolean read = outcomes.entrySet().stream()
                    .anyMatch(done -> done.getKey().name().equals(it.name()) && done.getValue() instanceof Poll.Outcome.Drained);
            if (read) {
                wording.problems(it).forEach(sentence -> err().println(it.name() + ": " + sentence));
                wording.warnings(it).forEach(sentence -> err().println(it.name() + ": " + sentence));
                lacking |= it.lacks();
            }
        }
        return lacking;
    }

    private List<SourceConfig> sources(Desk desk) throws Trouble {
        String wanted = source;
        Predicate<SourceConfig> chosen = it -> wanted == null || it.name().equals(wanted) || it.name().equalsIgnoreCase(wanted);
        List<SourceConfig> sources = desk.config().sources().stream().filter(chosen).toList();
        if (wanted != null && sources.isEmpty()) {
            throw Trouble.usage("There is no source '" + wanted + "'; there are: "
                    + String.join(", ", desk.config().sources().stream().map(SourceConfig::name).toList()) + ".");
        }
        return sources;
    }

    /** What sync and import have in common: polling with progress, and the report. */
    static final class Pulls {

        private Pulls() {}

        static Map<SourceConfig, Poll.Outcome> run(
                Desk desk, List<? extends SourceConfig> sources, Progress progress, Consumer<Poll.Step> heard)
                throws IOException {
            SourceWording wording = new SourceWording(Language.EN, desk.board().zone());
            Map<String, Headway> readings = new ConcurrentHashMap<>();
            desk.sync().retryAll();
            Map<SourceConfig, Poll.Outcome> outcomes = desk.sync().pollAll(sources, step -> {
                heard.accept(step);
                readings.put(step.source(), step.headway());
                progress.tell(step.mailbox() + ": " + wording.progress(Headway.together(readings.values())));
            });
            desk.indexing().await(true, () -> {
                long behind = desk.indexing().behind();
                progress.tell(behind > 0 ? "Indexing: " + behind + " to go" : "Reading attachments");
            });
            return outcomes;
        }

        static int report(Map<SourceConfig, Poll.Outcome> outcomes, Terminal terminal) {
            int failed = 0;
            boolean unreadable = false;
            for (Map.Entry<SourceConfig, Poll.Outcome> it : outcomes.entrySet()) {
                Poll.Tally tally = it.getValue().tally();
                String counts = tally.stored() + " new, " + tally.seenAgain() + " seen again"
                        + (tally.unreadable() > 0 ? ", " + tally.unreadable() + " unreadable" : "")
                        + (tally.keptOut() > 0 ? ", " + tally.keptOut() + " not logged" : "");
                unreadable |= tally.unreadable() > 0;
                switch (it.getValue()) {
                    case Poll.Outcome.Drained _ -> terminal.out().println(it.getKey().name() + ": " + counts);
                    case Poll.Outcome.Failed problem -> {
                        failed++;
                        terminal.err().println(it.getKey().name() + ": " + problem.problem() + " (" + counts + ")");
                    }
                    case Poll.Outcome.Skipped skipped -> {
                        failed++;
                        terminal.err().println(it.getKey().name() + ": not tried, it is " + skipped.state().id());
                    }
                }
            }
            if (failed == 0) {
                return unreadable ? Exit.PARTLY : Exit.DONE;
            }
            return failed < outcomes.size() ? Exit.PARTLY : Exit.FAILED;
        }
    }
}
