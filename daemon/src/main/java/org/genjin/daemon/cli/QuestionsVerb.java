package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.ledger.ProposalTable.Proposal;
import org.genjin.daemon.words.ReasonWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "questions",
        description = "What only a person can answer: whose a message is, whether two customers are one firm.",
        footer = {"", "'genjin questions 3 yes' does what is proposed; 'no' is remembered and not asked again."})
final class QuestionsVerb extends HomeVerb {

    private static final int DOUBTFUL = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    @Parameters(index = "0", arity = "0..1", paramLabel = "NUMBER", description = "The question to answer.")
    @Nullable String number;

    @Parameters(index = "1", arity = "0..1", paramLabel = "yes|no", description = "The answer.")
    @Nullable String answer;

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only about this owner's customers.")
    @Nullable String owner;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    QuestionsVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        Optional<String> viewer = viewer(desk, owner);
        Long one = number == null ? null : Named.number(number, "question", "'genjin questions'");
        if (one == null) {
            list(desk.questions().open(viewer), desk.questions().doubtful(viewer, DOUBTFUL), desk);
            return Exit.DONE;
        }
        String said = answer == null ? "" : answer.toLowerCase(Locale.ROOT);
        if (!said.equals("yes") && !said.equals("no")) {
            throw Trouble.usage("Answer yes or no: genjin questions " + one + " yes.");
        }
        DecidedLine.Done done = DecidedLine.of(desk.questions().answer(one, said.equals("yes"), viewer, now()));
        desk.indexing().wake();
        out().println(said.equals("no") || done.decision() == 0 ? "Noted; it is not asked again." : "Done" + done.undo());
        return Exit.DONE;
    }

    private void list(List<Questions.Question> questions, List<Questions.Doubtful> doubtful, Desk desk) {
        if (json) {
            ObjectNode document = Json.object();
            ArrayNode array = document.putArray("questions");
            for (Questions.Question it : questions) {
                Proposal proposal = it.proposal();
                array.addObject().put("number", proposal.id()).put("kind", proposal.kind().id())
                        .put("customer", proposal.customer().toString())
                        .put("other", proposal.other() == null ? null : proposal.other().toString())
                        .put("proposed", proposal.proposed()).put("why", proposal.why()).put("at", Json.text(proposal.madeAt()));
            }
            ArrayNode messages = document.putArray("messages");
            doubtful.forEach(it -> messages.addObject().put("key", it.key()).put("sentAt", Json.text(it.at())).put("from", it.from())
                    .put("subject", it.subject()).set("candidates", Json.array(it.names())));
            out().println(Json.pretty(document));
            return;
        }
        if (questions.isEmpty() && doubtful.isEmpty()) {
            out().println("There is nothing to ask.");
        }
        ReasonWords words = new ReasonWords(desk.config().language());
        ZoneId zone = desk.board().zone();
        questions.forEach(it -> out().println(it.proposal().id() + "  "
                + words.question(it.proposal().kind().id(), it.customer(), it.other(), it.proposal().proposed()) + "  "
                + words.say(it.proposal().why())));
        if (!doubtful.isEmpty()) {
            out().println("Whose are these? 'genjin assign MESSAGE ID' says it:");
            doubtful.forEach(it -> out().println("  " + it.key() + "  " + DAY.format(it.at().atZone(zone)) + "  " + it.from() + ": "
                    + it.subject() + "  (" + String.join(" or ", it.names()) + ")"));
        }
    }
}
