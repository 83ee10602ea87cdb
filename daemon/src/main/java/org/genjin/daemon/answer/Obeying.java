package org.genjin.daemon.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.calendar.SharedDays;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.decision.Belonging;
import org.genjin.daemon.decision.Decided;
import org.genjin.daemon.decision.Decisions;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.ledger.AnswerTable.Line;
import org.genjin.daemon.ledger.AnswerTable.Outcome;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.Item;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reply.Command;
import org.genjin.daemon.reply.Said;
import org.jspecify.annotations.Nullable;

/**
 * Does what the lines of an answer ask for, within one transaction of its caller. What an owner cannot do on the page cannot be done
 * by mail either: only what the answered mail names, and only what is that owner's. Thread-safe.
 */
final class Obeying {

    private final Decisions decisions;
    private final Belonging belonging;
    private final Questions questions;
    private final TakingBack takingBack;
    private final Calendars calendars;
    private final CountryCalendar ours;

    Obeying(
            Decisions decisions, Belonging belonging, Questions questions, TakingBack takingBack, Calendars calendars, CountryCalendar ours) {
        this.decisions = decisions;
        this.belonging = belonging;
        this.questions = questions;
        this.takingBack = takingBack;
        this.calendars = calendars;
        this.ours = ours;
    }

    /**
     * What an answer is about, and how.
     *
     * @param only whether it is only looked what would be done
     * @param wording in the owner's language
     */
    record Round(OutboxTable.Row mail, List<Item> items, Instant at, LocalDate today, AnswerWording wording, boolean only) {
        Round {
            items = List.copyOf(items);
        }

        String owner() {
            return mail.owner();
        }

        Optional<Item> item(int number) {
            return items.stream().filter(it -> it.number() == number).findFirst();
        }
    }

    /** What comes of each line; a line about several customers comes to one for each. */
    List<Line> obey(Transaction tx, Round round, List<Said> said) {
        List<Line> lines = new ArrayList<>();
        for (Said it : said) {
            switch (it) {
                case Said.Unclear(String words, Said.Doubt doubt, String detail) ->
                    lines.add(new Line(words, Outcome.valueOf(doubt.name()), 0, detail));
                case Said.Order order -> lines.addAll(obey(tx, round, order));
            }
        }
        return lines;
    }

    private List<Line> obey(Transaction tx, Round round, Said.Order order) {
        List<Line> lines = new ArrayList<>();
        switch (order.command()) {
            case Command.Stop _ -> lines.add(pause(tx, round, order.words(), Outcome.STOP, null));
            case Command.Pause(LocalDate until) -> lines.add(pause(tx, round, order.words(), Outcome.PAUSE, until));
            case Command.Start _ -> lines.add(start(tx, round, order.words()));
            case Command.Undo(List<Integer> some) -> lines.addAll(takingBack.takeBack(tx, round, order.words(), some));
            case Command.Done _, Command.Later _, Command.Rated _, Command.Noted _, Command.Answered _, Command.Whose _ ->
                order.numbers().forEach(number -> lines.add(line(tx, round, order, number)));
        }
        return lines;
    }

    private static Line pause(
            Transaction tx, Round round, String words, Outcome outcome, @Nullable LocalDate until) {
        if (!round.only()) {
            tx.pauses().begin(round.owner(), until, round.at());
        }
        return new Line(0, words, outcome, 0, null, null, until, null, "", null, null);
    }

    private static Line start(Transaction tx, Round round, String words) {
        if (!round.only()) {
            tx.pauses().end(round.owner());
        }
        return new Line(words, Outcome.START, 0, "");
    }

    private Line line(Transaction tx, Round round, Said.Order order, int number) {
        Optional<Item> item = round.item(number);
        Line gone = new Line(order.words(), Outcome.GONE, number, "");
        if (item.isEmpty()) {
            return gone;
        }
        return switch (item.get().about()) {
            case CUSTOMER -> tx.customers()
                    .find(new CustomerId(item.get().subject()))
                    .filter(it -> it.owner().equals(round.owner()))
                    .map(it -> customer(round, order, item.get(), it))
                    .orElse(gone);
            case PROPOSAL -> question(tx, round, order, item.get()).orElse(gone);
            case MESSAGE -> message(tx, round, order, item.get()).orElse(gone);
        };
    }

    private Line customer(Round round, Said.Order order, Item item, CustomerTable.Row row) {
        try {
            return switch (order.command()) {
                case Command.Done(String text) -> new Line(order.words(), Outcome.DONE, item.number(), text).of(row.id(), round.only()
                        ? null
                        : Long.valueOf(decisions.done(
                                row.id(), round.owner(), text.isEmpty() ? round.wording().dealtWith(item.reason()) : text, round.at())));
                case Command.Later(LocalDate day, String text) -> later(round, order.words(), item, row, day, text);
                case Command.Rated(Grade grade) ->
                    set(round, new Line(order.words(), Outcome.GRADE, item.number(), grade.name()), row, "grade", grade.name());
                case Command.Noted(String text, boolean contact) -> contact
                        ? new Line(order.words(), Outcome.LOG, item.number(), text).of(row.id(), round.only()
                                ? null
                                : Long.valueOf(decisions.log(row.id(), round.owner(), text, round.at())))
                        : set(round, new Line(order.words(), Outcome.NOTE, item.number(), text), row, "notes", noted(row, round, text));
                case Command.Answered _, Command.Whose _, Command.Stop _, Command.Start _, Command.Pause _, Command.Undo _ ->
                    new Line(order.words(), Outcome.NOT_HERE, item.number(), String.valueOf(item.number()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String noted(CustomerTable.Row row, Round round, String text) {
        return (row.notes().isBlank() ? "" : row.notes().stripTrailing() + "\n") + round.today() + " " + text;
    }

    /** Put off to a day on which both sides work. */
    private Line later(Round round, String words, Item item, CustomerTable.Row row, LocalDate wanted, String text) {
        LocalDate day = new SharedDays(ours, calendars.of(row.country())).onOrAfter(wanted).day();
        Long decision = round.only() ? null : Long.valueOf(decisions.next(row.id(), day, text, round.owner(), round.at()));
        return new Line(
                0, words, Outcome.LATER, item.number(), row.id(), null, day, day.equals(wanted) ? null : wanted, text, decision, null);
    }

    private Line set(Round round, Line line, CustomerTable.Row row, String key, String value) {
        if (round.only()) {
            return line.of(row.id(), null);
        }
        return switch (decisions.set(row.id(), key, value, List.of(), round.owner(), round.at())) {
            case Decisions.Outcome.Done(long decision) -> line.of(row.id(), decision);
            case Decisions.Outcome.NotAccepted _ -> new Line(line.words(), Outcome.NOT_HERE, line.number(), String.valueOf(line.number()));
        };
    }

    /** Empty if nobody asks that any more. */
    private Optional<Line> question(Transaction tx, Round round, Said.Order order, Item item) {
        if (!(order.command() instanceof Command.Answered(boolean yes))) {
            return Optional.of(new Line(order.words(), Outcome.NOT_HERE, item.number(), String.valueOf(item.number())));
        }
        boolean open = questions.open(Optional.of(round.owner())).stream().anyMatch(it -> it.proposal().id() == item.subject());
        if (!open) {
            return Optional.empty();
        }
        Outcome outcome = yes ? Outcome.YES : Outcome.NO;
        CustomerId customer = tx.proposals().find(item.subject()).map(it -> it.customer()).orElse(null);
        Line line = new Line(0, order.words(), outcome, item.number(), customer, item.subject(), null, null, "", null, null);
        if (round.only()) {
            return Optional.of(line);
        }
        return questions.answer(item.subject(), yes, Optional.of(round.owner()), round.at()) instanceof Decided.Done done
                ? Optional.of(line.of(customer, done.decision() == 0 ? null : Long.valueOf(done.decision())))
                : Optional.empty();
    }

    private Optional<Line> message(Transaction tx, Round round, Said.Order order, Item item) {
        Optional<CustomerId> to = order.command() instanceof Command.Whose(CustomerId customer) ? Optional.of(customer) : Optional.empty();
        boolean nobody = order.command() instanceof Command.Answered(boolean yes) && !yes;
        boolean theirs = to.flatMap(it -> tx.customers().find(it)).filter(it -> it.owner().equals(round.owner())).isPresent();
        boolean candidate = to.filter(it -> tx.customers().find(it).isPresent()
                        && tx.undecided().candidates(item.subject()).contains(it)).isPresent();
        if (tx.messages().find(item.subject()).isEmpty() || (!nobody && !theirs && !candidate)) {
            return Optional.empty();
        }
        Line line = new Line(order.words(), Outcome.WHOSE, item.number(), "");
        if (round.only()) {
            return Optional.of(line.of(to.orElse(null), null));
        }
        return belonging.assign(item.subject(), to.orElse(null), round.owner(), round.at()) instanceof Decided.Done done
                ? Optional.of(line.of(to.orElse(null), done.decision()))
                : Optional.empty();
    }

    /** The numbers of a mail, and what they stand for. */
    static List<Item> items(Transaction tx, OutboxTable.Row mail) {
        return tx.outbox().items(mail.id());
    }

}
