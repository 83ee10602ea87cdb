package org.genjin.daemon.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.draft.Draft;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.Sending;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.Status;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.reminder.DueSentence;
import org.genjin.index.SearchResult.FacetCount;
import org.genjin.index.SearchResult.Snippet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that commands print: names and shapes are a contract with other programs. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> FACETS =
            List.of("customer", "country", "grade", "stage", "channel", "direction", "language", "year", "month", "type", "says");

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode array(List<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static ObjectNode status(Status it, SourceWording wording) {
        ObjectNode json = object();
        ArrayNode sources = json.putArray("sources");
        it.sources().forEach(source -> sources.add(SourceJson.of(source, wording)));
        json.putObject("ledger")
                .put("messages", it.messages())
                .put("sightings", it.sightings())
                .put("customers", it.customers())
                .put("unmatched", it.unmatched())
                .put("doubtful", it.doubtful())
                .put("setAside", it.setAside())
                .put("dropped", it.dropped())
                .put("neverLogged", it.neverLogged());
        json.putObject("index").put("documents", it.documents()).put("behind", it.behind());
        json.putObject("attachments")
                .put("read", it.attachmentsRead())
                .put("waiting", it.attachmentsWaiting())
                .put("failed", it.attachmentsFailed());
        ObjectNode reminders = json.putObject("reminders").put("due", it.remindersDue()).put("lastDigest", text(it.lastDigest()));
        ArrayNode mails = reminders.putArray("mails");
        it.sendings().forEach(sending -> mails.add(sending(sending)));
        ArrayNode paused = reminders.putArray("paused");
        it.paused().forEach(pause -> paused.addObject()
                .put("owner", pause.owner())
                .put("until", pause.until() == null ? null : pause.until().toString()));
        ArrayNode unreadable = json.putArray("unreadable");
        it.unreadable().forEach(bad -> unreadable
                .addObject()
                .put("source", bad.source())
                .put("mailbox", bad.mailbox())
                .put("locator", bad.locator())
                .put("reason", bad.reason()));
        return json;
    }

    private static ObjectNode sending(Sending it) {
        ObjectNode json = object().put("owner", it.owner()).put("lastSent", text(it.lastSent()));
        ArrayNode open = json.putArray("notSent");
        it.troubles().forEach(trouble -> open
                .addObject()
                .put("kind", trouble.kind().id())
                .put("state", trouble.state().id())
                .put("at", text(trouble.at()))
                .put("nextTry", text(trouble.next()))
                .put("problem", trouble.why()));
        return json;
    }

    static ObjectNode found(
            String query,
            String understood,
            List<String> hints,
            long total,
            double tookMillis,
            List<Finding> hits,
            Map<String, List<FacetCount>> facets) {
        ObjectNode json = object().put("query", query).put("understood", understood);
        if (!hints.isEmpty()) {
            json.put("hint", String.join(" ", hints));
        }
        json.put("total", total).put("tookMillis", Math.round(tookMillis * 10) / 10.0);
        ArrayNode array = json.putArray("hits");
        hits.forEach(hit -> array.add(hit(hit)));
        ObjectNode counts = json.putObject("facets");
        for (String name : FACETS) {
            ArrayNode values = counts.putArray(name);
            facets.getOrDefault(name, List.of())
                    .forEach(count -> values.addObject().put("value", count.value()).put("count", count.count()));
        }
        return json;
    }

    private static ObjectNode hit(Finding it) {
        ObjectNode json = object().put("key", it.key()).put("messageId", it.messageId());
        if (it.customer() == null) {
            json.putNull("customer");
        } else {
            json.putObject("customer").put("id", it.customer().toString()).put("name", it.customerName());
        }
        json.put("channel", it.channel().id())
                .put("direction", it.direction().id())
                .put("sentAt", text(it.sentAt()))
                .put("from", it.from())
                .put("subject", it.subject())
                .put("snippet", marked(it.snippet()))
                .put("foundIn", it.foundIn());
        if (!it.problem().isEmpty()) {
            json.put("problem", it.problem());
        }
        json.putObject("match")
                .put("state", it.match().state())
                .put("why", it.match().why())
                .set("candidates", array(it.match().candidates()));
        json.set("seenAt", array(it.seenAt()));
        return json;
    }

    private static String marked(Snippet snippet) {
        StringBuilder text = new StringBuilder();
        snippet.pieces().forEach(piece ->
                text.append(piece.hit() ? "<em>" : "").append(piece.text()).append(piece.hit() ? "</em>" : ""));
        return text.toString();
    }

    static ObjectNode customer(CustomerRow it, DueSentence sentence) {
        ObjectNode json = object()
                .put("id", it.id().toString())
                .put("name", it.name())
                .put("country", it.country())
                .put("timeZone", it.timeZone() == null ? null : it.timeZone().getId());
        json.set("languages", array(it.languages()));
        json.put("grade", it.grade().name())
                .put("gradeBy", it.gradeByHand() ? "person" : "daemon")
                .put("stage", it.stage().id())
                .put("turn", it.turn().id())
                .put("owner", it.owner());
        ArrayNode contacts = json.putArray("contacts");
        it.contacts().forEach(contact -> contacts.add(contact(contact)));
        Optional<CustomerRow.Next> next = it.next();
        return json.put("firstContact", text(it.firstContact()))
                .put("lastIn", text(it.lastIn()))
                .put("lastOut", text(it.lastOut()))
                .put("touches", it.touches())
                .put("nextFollowUp", next.map(CustomerRow.Next::date).map(LocalDate::toString).orElse(null))
                .put("nextReason", next.map(due -> due.reason().id()).orElse(null))
                .put("nextAction", next.map(sentence::action).filter(text -> !text.isEmpty()).orElse(null));
    }

    private static ObjectNode contact(Contact it) {
        ObjectNode json = object().put("name", it.name()).put("title", it.title().isEmpty() ? null : it.title());
        json.set("addresses", array(it.addresses()));
        json.set("phones", array(it.phones()));
        ArrayNode handles = json.putArray("handles");
        it.handles().forEach(handle -> handles.addObject().put("channel", handle.channel()).put("name", handle.name()));
        return json;
    }

    static ObjectNode entry(TimelineEntry it) {
        ObjectNode json = object()
                .put("key", it.key())
                .put("sentAt", text(it.at()))
                .put("channel", it.channel().id())
                .put("direction", it.direction().id())
                .put("from", it.who())
                .put("subject", it.subject())
                .put("text", it.text())
                .put("quoted", it.quoted())
                .put("auto", it.automatic())
                .put("why", it.why());
        ArrayNode attachments = json.putArray("attachments");
        it.attachments().forEach(file -> attachments
                .addObject()
                .put("name", file.name())
                .put("type", file.type())
                .put("size", file.size())
                .put("present", file.present())
                .put("problem", file.problem().isEmpty() ? null : file.problem()));
        return json;
    }

    static ObjectNode due(DueItem it, DueSentence sentence, String there) {
        ObjectNode json = object();
        CustomerRow customer = it.customer();
        json.putObject("customer").put("id", customer.id().toString()).put("name", customer.name());
        reason(json, it, it.first(), sentence);
        ArrayNode reasons = json.putArray("reasons");
        it.reasons().forEach(due -> reasons.add(reason(object(), it, due, sentence)));
        return json.put("grade", customer.grade().name())
                .put("turn", customer.turn().id())
                .put("owner", customer.owner())
                .put("silentDays", it.silentDays())
                .put("action", it.action().isEmpty() ? null : it.action())
                .put("there", there.isEmpty() ? null : there)
                .put("ramadan", it.ramadan());
    }

    private static ObjectNode reason(ObjectNode json, DueItem it, DueItem.Due due, DueSentence sentence) {
        FollowUp followUp = due.followUp();
        json.put("reason", due.reason().id()).put("due", due.due().toString()).put("overdueDays", due.overdueDays());
        DueItem.Evidence evidence = due.evidence();
        if (evidence == null) {
            json.putNull("evidence");
        } else {
            json.putObject("evidence").put("key", evidence.key()).put("quote", evidence.quote());
        }
        json.put("why", sentence.why(it, due));
        json.put("movedFrom", followUp.isMoved() ? followUp.bare().toString() : null);
        json.put("movedBecause", sentence.because(followUp).orElse(null));
        return json.put("round", followUp.round()).put("rounds", followUp.rounds());
    }

    /** @param to what the draft is put into; a null there if there is none */
    static void draft(ObjectNode to, @Nullable Draft it) {
        if (it == null) {
            to.putNull("draft");
            return;
        }
        to.putObject("draft").put("language", it.language().tag()).put("to", it.to()).put("subject", it.subject())
                .put("inReplyTo", it.inReplyTo().isEmpty() ? null : it.inReplyTo()).put("body", it.body()).put("link", it.link());
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
