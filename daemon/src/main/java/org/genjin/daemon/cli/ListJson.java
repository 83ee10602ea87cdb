package org.genjin.daemon.cli;

import org.genjin.daemon.customerlist.ListOutcome;
import org.genjin.daemon.customerlist.ListWords;
import org.genjin.daemon.customerlist.rules.Proposal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An import of a customer list as JSON: names and shapes are a contract with other programs. */
final class ListJson {

    private ListJson() {}

    static ObjectNode of(ListOutcome it, ListWords words) {
        Proposal proposal = it.proposal();
        ObjectNode json = Json.object()
                .put("file", it.file())
                .put("system", proposal.system().isEmpty() ? null : proposal.system())
                .put("written", it.written());
        ArrayNode sheets = json.putArray("sheets");
        proposal.sheets().forEach(sheet -> sheets.add(sheet(sheet)));
        ArrayNode customers = json.putArray("customers");
        proposal.customers().forEach(customer -> customers.add(customer(customer)));
        json.set("ambiguous", Json.array(proposal.questions().stream().map(words::question).toList()));
        json.set("elsewhere", Json.array(it.elsewhere()));
        json.set("strangers", Json.array(it.strangers()));
        return json.put("created", it.created()).put("updated", it.updated()).put("unchanged", it.unchanged()).put("deals", it.deals());
    }

    private static ObjectNode sheet(Proposal.Seen it) {
        ObjectNode json = Json.object().put("name", it.name()).put("header", it.headerRow() == 0 ? null : (Integer) it.headerRow()).put("rows", it.rows());
        ArrayNode columns = json.putArray("columns");
        for (Proposal.SeenColumn column : it.columns()) {
            columns.addObject()
                    .put("header", column.header())
                    .put("as", column.role().unused() ? null : column.role().id())
                    .set("sample", Json.array(column.samples()));
        }
        return json;
    }

    private static ObjectNode customer(Proposal.Customer it) {
        ObjectNode json = Json.object().put("name", it.name());
        json.set("aliases", Json.array(it.aliases()));
        json.put("country", it.country()).put("grade", it.grade() == null ? null : it.grade().name()).put("stage", it.stage() == null ? null : it.stage().id()).put("blocked", it.blocked());
        ArrayNode contacts = json.putArray("contacts");
        for (Proposal.Person person : it.contacts()) {
            ObjectNode contact = contacts.addObject().put("name", person.name().isEmpty() ? null : person.name());
            contact.set("aliases", Json.array(person.aliases()));
            contact.put("title", person.title().isEmpty() ? null : person.title());
            contact.set("addresses", Json.array(person.addresses()));
            contact.set("phones", Json.array(person.phones()));
        }
        return json.put("nextFollowUp", it.nextFollowUp() == null ? null : it.nextFollowUp().toString())
                .put("notes", it.allNotes())
                .put("where", it.where());
    }
}
