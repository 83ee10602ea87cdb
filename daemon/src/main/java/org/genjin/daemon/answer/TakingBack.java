package org.genjin.daemon.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.AnswerTable.Answer;
import org.genjin.daemon.ledger.AnswerTable.Line;
import org.genjin.daemon.ledger.AnswerTable.Outcome;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.ledger.Transaction;

/** Takes back what an answer did: the one that a receipt is about, else the last to the same mail. Thread-safe. */
final class TakingBack {

    private static final String OCCASION = "answer ";

    private final Undoing undoing;

    TakingBack(Undoing undoing) {
        this.undoing = undoing;
    }

    /** What calls for the receipt of an answer. */
    static String occasion(Answer answer) {
        return OCCASION + answer.id();
    }

    /** @param some lines, as the receipt numbers them; empty: all */
    List<Line> takeBack(Transaction tx, Obeying.Round round, String words, List<Integer> some) {
        Optional<Answer> answer = answer(tx, round.mail());
        List<Line> lines = answer.map(it -> new ArrayList<>(tx.answers().lines(it.id()))).orElseGet(ArrayList::new);
        Collections.reverse(lines);
        List<Line> back = new ArrayList<>();
        for (Line it : lines) {
            boolean meant = some.isEmpty() ? isToBeUndone(it) : some.contains(it.line());
            if (meant && isToBeUndone(it) && (round.only() || undo(tx, round, answer.orElseThrow(), it))) {
                back.add(new Line(
                        0, words, Outcome.UNDO, it.number(), it.customer(), it.proposal(), null, null, it.outcome().id(), null, null));
            } else if (meant) {
                back.add(new Line(words, Outcome.NO_UNDO, it.number(), ""));
            }
        }
        return back.isEmpty() ? List.of(new Line(words, Outcome.NO_UNDO, 0, "")) : back;
    }

    private static Optional<Answer> answer(Transaction tx, OutboxTable.Row mail) {
        if (mail.kind() == OutboxTable.Kind.RECEIPT && mail.occasion().startsWith(OCCASION)) {
            return tx.answers().find(Long.parseLong(mail.occasion().substring(OCCASION.length())));
        }
        return tx.answers().obeyedTo(mail.id()).stream()
                .filter(it -> tx.answers().lines(it.id()).stream().anyMatch(TakingBack::isToBeUndone))
                .findFirst();
    }

    private static boolean isToBeUndone(Line it) {
        boolean question = it.proposal() != null && it.outcome() != Outcome.UNDO;
        boolean pause = it.outcome() == Outcome.STOP || it.outcome() == Outcome.PAUSE;
        return it.undoneAt() == null && (it.decision() != null || question || pause);
    }

    private boolean undo(Transaction tx, Obeying.Round round, Answer answer, Line line) {
        Long decision = line.decision();
        if (decision != null && !(undoing.one(decision, Optional.empty(), round.at()) instanceof Undoing.Undone.Done)) {
            return false;
        }
        Long proposal = line.proposal();
        if (proposal != null) {
            tx.proposals().settle(proposal, ProposalTable.State.OPEN, round.at());
        }
        if (line.outcome() == Outcome.STOP || line.outcome() == Outcome.PAUSE) {
            tx.pauses().end(round.owner());
        }
        tx.answers().undone(answer.id(), line.line(), round.at());
        return true;
    }
}
