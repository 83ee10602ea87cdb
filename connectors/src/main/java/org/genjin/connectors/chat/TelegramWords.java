package org.genjin.connectors.chat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The words of one message of Telegram's JSON. Pure. */
final class TelegramWords {

    private TelegramWords() {}

    static String of(JsonNode message) {
        String text = joined(message.path("text"));
        if (text.isBlank()) {
            text = joined(message.path("text_entities"));
        }
        if (text.isBlank()) {
            text = String.join("\n", besides(message));
        }
        return ChatText.visible(text).replace("\r\n", "\n").strip();
    }

    /** Parts stand side by side: a blank between two words is in one of them. */
    private static String joined(JsonNode text) {
        if (text.isArray()) {
            StringBuilder words = new StringBuilder();
            text.forEach(part -> words.append(part.isObject() ? JsonWalk.text(part, "text") : plain(part)));
            return words.toString();
        }
        return plain(text);
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : "";
    }

    /** What is said without words of one's own: a contact, a place, a poll. */
    private static List<String> besides(JsonNode message) {
        List<String> lines = new ArrayList<>();
        JsonNode contact = message.path("contact_information");
        add(lines, (JsonWalk.text(contact, "first_name") + " " + JsonWalk.text(contact, "last_name")).strip() + " "
                + JsonWalk.text(contact, "phone_number"));
        add(lines, JsonWalk.text(message, "place_name"));
        add(lines, JsonWalk.text(message, "address"));
        JsonNode place = message.path("location_information");
        if (place.isObject()) {
            add(lines, JsonWalk.text(place, "latitude") + ", " + JsonWalk.text(place, "longitude"));
        }
        JsonNode poll = message.path("poll");
        add(lines, joined(poll.path("question")));
        poll.path("answers").forEach(answer -> add(lines, "– " + joined(answer.path("text"))));
        return lines;
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
    }
}
