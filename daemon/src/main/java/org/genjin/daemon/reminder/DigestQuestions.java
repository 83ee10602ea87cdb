package org.genjin.daemon.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.OutboxTable.About;
import org.genjin.daemon.ledger.OutboxTable.Asked;
import org.genjin.daemon.ledger.ProposalTable.Kind;

/**
 * Chooses what to ask an owner on a morning: few questions, of each kind the first before any kind's second, and one that was not
 * asked before one that was. What nobody answers is asked in three mails and then left to the page. Thread-safe.
 */
final class DigestQuestions {

    private static final int MOST = 3;
    private static final int MOST_MAILS = 3;
    private static final int AMONG = 20;
    private static final Duration RECENT = Duration.ofDays(30);
    /** Questions alone are worth a mail once in so many days: they can wait, and who gets mail about little reads none. */
    private static final int ALONE_EVERY = 7;
    /** What is asked first: whose words nobody sees else, then whose history is torn, then what only spares reminders. */
    private static final List<Kind> ORDER = List.of(Kind.SAME_FIRM, Kind.NOT_CUSTOMER, Kind.DORMANT, Kind.GRADE, Kind.AGENT);

    private final Ledger ledger;
    private final Questions questions;

    DigestQuestions(Ledger ledger, Questions questions) {
        this.ledger = ledger;
        this.questions = questions;
    }

    /** @param alone whether they are a reason to write although nothing else is */
    record Chosen(List<Digest.Ask> questions, boolean alone) {}

    /** @param from the number of the first */
    Chosen choose(String owner, LocalDate date, Instant at, int from) {
        List<Asked> asked = ledger.read(tx -> tx.outbox().asked(owner, date.toString()));
        List<Candidate> candidates = new ArrayList<>();
        int row = 0;
        for (Questions.Doubtful it : questions.doubtful(Optional.of(owner), AMONG)) {
            if (!it.at().isAfter(at) && it.at().isAfter(at.minus(RECENT)) && !it.candidates().isEmpty()) {
                candidates.add(new Candidate(times(asked, About.MESSAGE, it.row()), row++, 0, number -> new Digest.Ask.Whose(number, it)));
            }
        }
        Map<Kind, Integer> rows = new EnumMap<>(Kind.class);
        for (Questions.Question it : questions.open(Optional.of(owner))) {
            if (!it.proposal().madeAt().isAfter(at)) {
                Kind kind = it.proposal().kind();
                candidates.add(new Candidate(
                        times(asked, About.PROPOSAL, it.proposal().id()), rows.merge(kind, 1, Integer::sum) - 1, 1 + ORDER.indexOf(kind),
                        number -> new Digest.Ask.Whether(number, it)));
            }
        }
        List<Digest.Ask> chosen = new ArrayList<>();
        candidates.stream()
                .filter(it -> it.times() < MOST_MAILS)
                .sorted(Comparator.comparingInt(Candidate::times).thenComparingInt(Candidate::row).thenComparingInt(Candidate::kind))
                .limit(MOST)
                .forEach(it -> chosen.add(it.ask().apply(from + chosen.size())));
        String quiet = date.minusDays(ALONE_EVERY).toString();
        return new Chosen(chosen, asked.stream().noneMatch(it -> it.last().compareTo(quiet) > 0));
    }

    private static int times(List<Asked> asked, About about, long subject) {
        return asked.stream().filter(it -> it.about() == about && it.subject() == subject).mapToInt(Asked::times).sum();
    }

    /**
     * A question that could be asked.
     *
     * @param times in how many mails it was
     * @param row how many of its kind go before it
     * @param kind the kind's place
     */
    private record Candidate(int times, int row, int kind, IntFunction<Digest.Ask> ask) {}
}
