package org.genjin.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of mailboxes and chats of a made-up exporter, with the right answers.
 *
 * @param owners whose mailboxes there are, and in which zone each keeps its telephone
 * @param lines the right answer for each message
 * @param customers the right list at the end, by name
 */
record MatchingTruth(
        Path folder, List<Owner> owners, List<String> ourDomains, List<Line> lines, Map<String, Firm> customers, List<Other> others) {

    record Owner(String address, String zone) {}

    /**
     * @param where the file of one copy, of a chat with {@code #} and the line
     * @param right the customers it may be given to; empty if it must be given to nobody
     * @param main whose it is before all; empty if nobody's
     * @param kind what it is if it is nobody's
     */
    record Line(
            String where, Optional<String> main, Set<String> right, boolean nobodyToo, boolean doubtful, String story, String kind) {}

    record Firm(String name, Set<String> names, String country) {}

    /** @param senders addresses and chats that must not become customers */
    record Other(String name, String kind, Set<String> senders) {}

    static MatchingTruth read(Path folder) throws IOException {
        JsonNode setup = json(folder.resolve("setup.json"));
        List<Owner> owners = new ArrayList<>();
        setup.get("owners").forEach(it -> owners.add(new Owner(it.get("address").asString(), it.get("timeZone").asString())));
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"), StandardCharsets.UTF_8)) {
            lines.add(line(JsonMapper.shared().readTree(line)));
        }
        Map<String, Firm> customers = new TreeMap<>();
        json(folder.resolve("customers.json")).forEach(it -> {
            Set<String> names = new HashSet<>(strings(it.get("aliases")));
            names.add(it.get("name").asString());
            customers.put(
                    it.get("name").asString(), new Firm(it.get("name").asString(), names, it.get("country").asString()));
        });
        List<Other> others = new ArrayList<>();
        json(folder.resolve("notCustomers.json")).forEach(it -> others.add(other(it)));
        return new MatchingTruth(folder, owners, strings(setup.get("ourDomains")), lines, customers, others);
    }

    private static Line line(JsonNode it) {
        String main = it.path("customer").asString("");
        Set<String> right = new HashSet<>(strings(it.path("also")));
        boolean nobody = main.isEmpty();
        if (!main.isEmpty()) {
            right.add(main);
        }
        for (JsonNode accepted : it.path("accept")) {
            if (accepted.isNull()) {
                nobody = true;
            } else {
                right.add(accepted.asString());
            }
        }
        String where = it.has("files")
                ? it.get("files").get(0).asString()
                : it.get("file").asString() + "#" + it.get("line").asInt();
        return new Line(
                where, main.isEmpty() ? Optional.empty() : Optional.of(main), right, nobody, it.path("doubtful").asBoolean(false),
                it.path("story").asString("plain"), it.path("kind").asString(""));
    }

    private static Other other(JsonNode it) {
        Set<String> senders = new HashSet<>();
        for (JsonNode person : it.path("people")) {
            strings(person.path("addresses")).forEach(address -> senders.add(address.toLowerCase(Locale.ROOT)));
            person.path("handles").forEach(handle -> senders.add("whatsapp:" + handle.path("name").asString("")));
        }
        return new Other(it.get("name").asString(), it.get("kind").asString(), senders);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(it -> strings.add(it.asString()));
        return strings;
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
    }
}
