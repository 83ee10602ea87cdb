package org.genjin.daemon.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.ledger.CustomerRow;

/** All customers in a table, filtered by what is typed. */
final class CustomersPage {

    private static final int MOST = 1000;
    private static final int QUESTIONS = 5;

    private final Desk desk;
    private final Ui ui;
    private final Show show;

    CustomersPage(Desk desk, Ui ui, Show show) {
        this.desk = desk;
        this.ui = ui;
        this.show = show;
    }

    Map<String, Object> model(Optional<String> viewer, String filter, Instant at) {
        LocalDate today = desk.board().today(at);
        List<CustomerRow> rows = desk.board().customers(viewer, at).stream().filter(fits(filter)).toList();
        List<Views.QuestionView> questions = desk.questions().open(viewer).stream().limit(QUESTIONS).map(this::question).toList();
        List<Views.DoubtfulView> doubtful = desk.questions().doubtful(viewer, QUESTIONS).stream().map(this::doubtful).toList();
        return Map.of(
                "doubtful", doubtful,
                "questions", questions,
                "active", "customers",
                "heading", ui.text("customers.title"),
                "count", ui.text("customers.count", rows.size()),
                "filter", filter,
                "everyone", viewer.isEmpty(),
                "rows", rows.stream().limit(MOST).map(it -> show.row(it, today)).toList());
    }

    private Views.QuestionView question(Questions.Question it) {
        return new Views.QuestionView(
                it.proposal().id(),
                show.reasons().question(it.proposal().kind().id(), it.customer(), it.other(), it.proposal().proposed()),
                show.reasons().say(it.proposal().why()));
    }

    private Views.DoubtfulView doubtful(Questions.Doubtful it) {
        List<Views.Choice> choices = new ArrayList<>();
        for (int i = 0; i < it.candidates().size(); i++) {
            choices.add(new Views.Choice(it.candidates().get(i).toString(), it.names().get(i)));
        }
        return new Views.DoubtfulView(it.row(), show.minute(it.at()), it.from(), it.subject(), choices);
    }

    private Predicate<CustomerRow> fits(String filter) {
        String wanted = Names.folded(filter);
        return it -> wanted.isEmpty()
                || Names.folded(it.name()).contains(wanted)
                || it.id().toString().equalsIgnoreCase(filter.strip())
                || Names.folded(show.country(it)).contains(wanted)
                || it.contacts().stream()
                        .anyMatch(contact -> Names.folded(contact.name()).contains(wanted)
                                || contact.addresses().stream().anyMatch(address -> address.contains(wanted)));
    }
}
