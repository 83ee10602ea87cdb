package org.genjin.daemon.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.reminder.DueSentence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "customers",
        description = "List the customers; 'customers import FILE' takes a list of customers that you keep by hand.",
        synopsisSubcommandLabel = "[import FILE]")
final class CustomersVerb extends HomeVerb {

    @Option(names = "--owner", paramLabel = "ADDRESS", description = "Only this owner's.")
    @Nullable String owner;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    CustomersVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException, Trouble {
        List<CustomerRow> customers = desk.board().customers(viewer(desk, owner), now());
        if (json) {
            ArrayNode array = Json.array();
            DueSentence sentence = new DueSentence(desk.config().language());
            Map<CustomerId, Map<String, String>> own = desk.dossiers().own(customers.stream().map(CustomerRow::id).toList());
            customers.forEach(it -> {
                ObjectNode customer = Json.customer(it, sentence);
                OwnJson.add(customer, own.getOrDefault(it.id(), Map.of()));
                array.add(customer);
            });
            out().println(Json.pretty(array));
            return Exit.DONE;
        }
        if (customers.isEmpty()) {
            out().println("No customers yet. They are made by themselves from mail that went both ways: 'genjin sync'.");
            return Exit.DONE;
        }
        Table table = new Table("ID", "NAME", "", "G", "STAGE", "TURN", "NEXT", "WHY", "TOUCHES", "OWNER");
        customers.forEach(it -> table.row(
                it.id(), it.name(), it.country() == null ? "" : it.country(), it.grade(), it.stage().id(), it.turn().id(),
                it.next().map(next -> next.date().toString()).orElse(""),
                it.next().map(next -> next.reason().id()).orElse(""), it.touches(), it.owner()));
        table.print(out());
        return Exit.DONE;
    }
}
