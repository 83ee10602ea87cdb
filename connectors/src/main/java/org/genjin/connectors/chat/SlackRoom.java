package org.genjin.connectors.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The room whose folder it is.
 *
 * @param id Slack's own; the folder's name if no list has it
 * @param names of all channels by id
 */
record SlackRoom(String id, String title, boolean group, Map<String, String> names) {

    /**
     * @param rooms the lists of rooms with names, as {@code channels.json} and its like have them
     * @param dms conversations of two, as {@code dms.json} has them
     */
    static SlackRoom of(String folder, SlackPeople people, List<JsonNode> rooms, JsonNode dms) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode list : rooms) {
            list.forEach(it -> names.put(JsonWalk.text(it, "id"), JsonWalk.text(it, "name")));
        }
        for (JsonNode it : dms) {
            if (JsonWalk.text(it, "id").equals(folder)) {
                return new SlackRoom(folder, direct(it, dms, people), false, names);
            }
        }
        for (Map.Entry<String, String> it : names.entrySet()) {
            if (it.getValue().equals(folder) || it.getKey().equals(folder)) {
                return new SlackRoom(it.getKey(), it.getValue(), true, names);
            }
        }
        return new SlackRoom(folder, folder, true, names);
    }

    /** The other one's name: whoever is in all direct conversations made the export. */
    private static String direct(JsonNode it, JsonNode all, SlackPeople people) {
        Set<String> always = new HashSet<>(members(it));
        all.forEach(other -> always.retainAll(members(other)));
        List<String> others = new ArrayList<>(members(it));
        if (always.size() == 1) {
            others.removeAll(always);
        }
        return String.join(", ", others.stream().map(people::name).toList());
    }

    private static List<String> members(JsonNode room) {
        List<String> members = new ArrayList<>();
        room.path("members").forEach(it -> members.add(it.isString() ? it.asString() : ""));
        return members;
    }
}
