package org.genjin.daemon.cli;

import java.time.Duration;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceWording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a source does, as {@code status --json} tells it. */
final class SourceJson {

    private SourceJson() {}

    static ObjectNode of(SourceStatus it, SourceWording wording) {
        ObjectNode json = Json.object()
                .put("name", it.name())
                .put("kind", it.kind())
                .put("owner", it.owner())
                .put("state", it.state().id())
                .put("messages", it.messages())
                .put("unreadable", it.unreadable())
                .put("neverLogged", it.neverLogged())
                .put("lastPoll", Json.text(it.lastPoll()))
                .put("lastComplete", Json.text(it.lastComplete()))
                .put("problem", orNull(wording.problem(it)));
        if (it.headway().isPresent()) {
            json.set("reading", reading(it.headway().get()));
        } else {
            json.putNull("reading");
        }
        ArrayNode mailboxes = json.putArray("mailboxes");
        it.mailboxes().forEach(proof -> mailboxes.add(mailbox(proof, wording)));
        json.set("neverOpened", Json.array(it.notOpened()));
        json.set("warnings", Json.array(wording.warnings(it)));
        return json;
    }

    private static ObjectNode reading(Headway it) {
        ObjectNode json = Json.object().put("read", it.read());
        json.put("of", it.total() < 0 ? null : (Long) it.total());
        json.put("percent", it.percent().isPresent() ? (Integer) it.percent().getAsInt() : null);
        return json.put("perSecond", Math.round(it.rate() * 10) / 10.0)
                .put("secondsLeft", it.left().map(Duration::toSeconds).orElse(null));
    }

    private static ObjectNode mailbox(Proof it, SourceWording wording) {
        return Json.object()
                .put("name", it.mailbox().name())
                .put("held", it.held())
                .put("logged", it.logged())
                .put("duplicates", it.duplicates())
                .put("tooOld", it.tooOld())
                .put("unreadable", it.unreadable())
                .put("toCome", it.toCome())
                .put("missing", it.missing())
                .put("neverLogged", it.neverLogged())
                .put("checkedAt", Json.text(it.at()))
                .put("problem", orNull(wording.problem(it)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
