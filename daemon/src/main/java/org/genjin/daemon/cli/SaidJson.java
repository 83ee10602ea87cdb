package org.genjin.daemon.cli;

import java.math.BigDecimal;
import java.util.List;
import org.genjin.daemon.reading.ContactCard;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.Promise;
import org.genjin.daemon.reading.said.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was read in a message, as JSON: who wrote it, what of the trade it says. */
final class SaidJson {

    private SaidJson() {}

    static ObjectNode add(ObjectNode json, @Nullable ContactCard contact, Said said) {
        json.set("contact", contact == null ? null : contact(contact));
        json.set("facts", facts(said.facts()));
        ArrayNode promises = json.putArray("promises");
        said.promises().forEach(it -> promises.add(promise(it)));
        return json.put("expectsAnswer", said.expectsAnswer());
    }

    static ArrayNode facts(List<Fact> facts) {
        ArrayNode array = Json.array();
        facts.forEach(it -> array.add(fact(it)));
        return array;
    }

    static ObjectNode fact(Fact it) {
        ObjectNode json = Json.object().put("type", it.type().id());
        for (FactField field : it.type().fields()) {
            Object value = it.values().get(field);
            if (value == null) {
                json.putNull(field.id());
            } else if (value instanceof BigDecimal number) {
                json.put(field.id(), number);
            } else {
                json.put(field.id(), value.toString());
            }
        }
        return json.put("text", it.text());
    }

    static ObjectNode promise(Promise it) {
        return Json.object()
                .put("by", it.by().id())
                .put("due", it.due() == null ? null : it.due().toString())
                .put("text", it.text());
    }

    private static ObjectNode contact(ContactCard it) {
        ObjectNode json = Json.object()
                .put("name", it.name())
                .put("title", it.title())
                .put("company", it.company())
                .put("country", it.country());
        json.set("addresses", Json.array(it.addresses()));
        json.set("phones", Json.array(it.phones()));
        json.set("sites", Json.array(it.sites()));
        ArrayNode handles = json.putArray("handles");
        it.handles().forEach(handle -> handles.addObject().put("channel", handle.channel()).put("name", handle.name()));
        return json;
    }
}
