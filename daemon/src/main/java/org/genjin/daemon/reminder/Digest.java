package org.genjin.daemon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.draft.Draft;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FraudWarnings;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.About;
import org.genjin.daemon.ledger.SourceStatus;
import org.jspecify.annotations.Nullable;

/**
 * What one owner is told on one morning, before it is put into words. Customers and questions are numbered through.
 *
 * @param sections those that have customers, in the order of {@link Part}
 * @param counts how many customers there are of each part, listed or not
 * @param questions what only the owner can tell, after the customers
 * @param asks whether the questions are a reason to write although nothing else is
 * @param warnings what smells of fraud and nobody has looked at
 * @param sources how each source of this owner does
 * @param more how many customers there are beyond those listed
 */
public record Digest(
        String owner,
        LocalDate date,
        Instant at,
        List<Section> sections,
        Map<Part, Integer> counts,
        List<Ask> questions,
        boolean asks,
        Yesterday yesterday,
        List<FraudWarnings.Alarm> warnings,
        List<SourceStatus> sources,
        int more) {

    public Digest {
        sections = List.copyOf(sections);
        counts = Map.copyOf(counts);
        questions = List.copyOf(questions);
        warnings = List.copyOf(warnings);
        sources = List.copyOf(sources);
    }

    /** Under what a customer stands: the most urgent of its reasons. */
    public enum Part {
        /** They wait for an answer. */
        REPLY_OWED,
        /** Another date has passed. */
        OVERDUE,
        /** Another date is today's. */
        TODAY,
        /** Silent for longer than the grade allows. */
        SILENT,
        /** New since the last working day, and nothing is due yet. */
        NEW;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public record Section(Part part, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A customer.
     *
     * @param due null if nothing is due
     * @param offer our last one; null if there is none
     * @param draft what could be answered; null if no address of theirs is known
     */
    public record Entry(int number, CustomerRow customer, @Nullable DueItem due, @Nullable Offer offer, @Nullable Draft draft) {}

    /** A question. */
    public sealed interface Ask {
        int number();

        /** Answered with yes or no. */
        record Whether(int number, Questions.Question question) implements Ask {}

        /** Answered with one of several customers. */
        record Whose(int number, Questions.Doubtful message) implements Ask {}
    }

    public record Yesterday(long in, long out, long newCustomers, long unmatched) {}

    /** Nothing to tell: then no mail is sent. */
    public boolean isEmpty() {
        return sections.isEmpty() && troubled() == 0 && warnings.isEmpty() && !(asks && !questions.isEmpty());
    }

    /** How many sources need a person. */
    public int troubled() {
        return (int) sources.stream().filter(it -> !it.alarms().isEmpty()).count();
    }

    /** How many customers it reminds of. */
    public int reminders() {
        return sections.stream().filter(it -> it.part() != Part.NEW).mapToInt(it -> it.entries().size()).sum();
    }

    /** What its numbers stand for. */
    List<OutboxTable.Item> items() {
        List<OutboxTable.Item> items = new ArrayList<>();
        for (Section section : sections) {
            for (Entry it : section.entries()) {
                DueItem due = it.due();
                items.add(new OutboxTable.Item(
                        it.number(), About.CUSTOMER, it.customer().id().number(), due == null ? "" : due.reason().id()));
            }
        }
        questions.forEach(it -> items.add(switch (it) {
            case Ask.Whether ask -> new OutboxTable.Item(ask.number(), About.PROPOSAL, ask.question().proposal().id(), "");
            case Ask.Whose ask -> new OutboxTable.Item(ask.number(), About.MESSAGE, ask.message().row(), "");
        }));
        return items;
    }
}
