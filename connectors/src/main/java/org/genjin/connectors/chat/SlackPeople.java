package org.genjin.connectors.chat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.genjin.connectors.Message.Participant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is who in a Slack workspace. Immutable. */
final class SlackPeople {

    private final Map<String, Participant> byId;

    private SlackPeople(Map<String, Participant> byId) {
        this.byId = Map.copyOf(byId);
    }

    /** @param users as {@code users.json} has them */
    static SlackPeople of(JsonNode users) {
        Map<String, Participant> people = new HashMap<>();
        for (JsonNode it : users) {
            JsonNode profile = it.path("profile");
            String name = first(
                    JsonWalk.text(profile, "real_name"), JsonWalk.text(it, "real_name"), JsonWalk.text(profile, "display_name"),
                    JsonWalk.text(it, "name"));
            String mail = JsonWalk.text(profile, "email").toLowerCase(Locale.ROOT).strip();
            String id = JsonWalk.text(it, "id");
            people.put(id, new Participant(mail.isEmpty() ? id : mail, name.isEmpty() ? id : ChatText.name(name)));
        }
        return new SlackPeople(people);
    }

    private static String first(String... names) {
        for (String it : names) {
            if (!it.isBlank()) {
                return it;
            }
        }
        return "";
    }

    /** Somebody by id; whoever the list does not have is known by what the message says of them. */
    @Nullable Participant person(String id, JsonNode message) {
        Participant known = byId.get(id);
        if (known != null) {
            return known;
        }
        JsonNode profile = message.path("user_profile");
        String name = first(
                JsonWalk.text(profile, "real_name"), JsonWalk.text(message, "username"),
                JsonWalk.text(message.path("bot_profile"), "name"), JsonWalk.text(profile, "name"));
        if (id.isEmpty() && name.isEmpty()) {
            return null;
        }
        return new Participant(id.isEmpty() ? null : id, name.isEmpty() ? id : ChatText.name(name));
    }

    /** What people call somebody. */
    String name(String id) {
        Participant known = byId.get(id);
        return known == null ? id : String.valueOf(known.name());
    }
}
