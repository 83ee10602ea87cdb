package org.genjin.daemon;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.Promise;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person says is in a message: a line of {@code labels.jsonl}.
 *
 * @param file beside the labels
 * @param contact its parts by name, each as {@link ReadingScore} writes those that were read; null and empty parts left out
 */
record ReadingLabel(
        String file,
        String language,
        String text,
        String quoted,
        String signature,
        Map<String, Object> contact,
        List<Thing> facts,
        List<Thing> promises,
        boolean expectsAnswer,
        boolean bulk,
        boolean auto) {

    /** A fact or a promise without its words, so that two that say the same are equal; numbers without trailing zeros. */
    record Thing(String type, Map<String, String> fields) {

        static Thing of(Fact it) {
            Map<String, String> fields = new TreeMap<>();
            it.values().forEach((field, value) ->
                    fields.put(field.id(), value instanceof BigDecimal number ? plain(number) : value.toString()));
            return new Thing(it.type().id(), fields);
        }

        static Thing of(Promise it) {
            return new Thing("promise", Map.of("by", it.by().id(), "due", String.valueOf(it.due())));
        }

        @Override
        public String toString() {
            return type + (fields.isEmpty() ? "" : " " + new TreeMap<>(fields));
        }
    }

    static List<ReadingLabel> of(Path labels) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        List<ReadingLabel> all = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            if (!line.isBlank()) {
                all.add(of(mapper.readTree(line)));
            }
        }
        return all;
    }

    private static ReadingLabel of(JsonNode it) {
        List<Thing> promises = new ArrayList<>();
        it.path("promises")
                .forEach(one -> promises.add(
                        new Thing("promise", Map.of("by", text(one, "by"), "due", one.path("due").isNull() ? "null" : text(one, "due")))));
        List<Thing> facts = new ArrayList<>();
        it.path("facts").forEach(one -> facts.add(fact(one)));
        String language = text(it, "language");
        return new ReadingLabel(
                text(it, "file"), language.replaceFirst("-.*", ""), text(it, "text"), text(it, "quoted"), text(it, "signature"),
                contact(it.path("contact")), facts, promises, it.path("expectsAnswer").asBoolean(false), it.path("bulk").asBoolean(false),
                it.path("auto").asBoolean(false));
    }

    private static String text(JsonNode it, String field) {
        return it.path(field).asString("");
    }

    private static Thing fact(JsonNode it) {
        Map<String, String> fields = new TreeMap<>();
        it.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull() && !field.getKey().equals("text") && !field.getKey().equals("type") && !field.getKey().equals("foundIn")) {
                fields.put(field.getKey(), value.isNumber() ? plain(value.decimalValue()) : value.asString());
            }
        });
        return new Thing(text(it, "type"), fields);
    }

    private static Map<String, Object> contact(JsonNode it) {
        Map<String, Object> parts = new HashMap<>();
        it.properties().forEach(part -> {
            JsonNode value = part.getValue();
            if (value.isArray() && !value.isEmpty()) {
                List<String> all = new ArrayList<>();
                value.forEach(one -> all.add(one.isObject() ? text(one, "channel") + ":" + text(one, "name") : one.asString()));
                parts.put(part.getKey(), java.util.Set.copyOf(all));
            } else if (value.isString()) {
                parts.put(part.getKey(), value.asString());
            }
        });
        return parts;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
