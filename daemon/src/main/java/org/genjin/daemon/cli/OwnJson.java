package org.genjin.daemon.cli;

import java.util.Map;
import org.genjin.daemon.words.Listed;
import tools.jackson.databind.node.ObjectNode;

/** What people wrote of a customer into columns that no message fills: type and source as codes, their own by header. */
final class OwnJson {

    /** How headers of Genjin's own begin. */
    private static final String OURS = ":";

    private OwnJson() {}

    static void add(ObjectNode json, Map<String, String> own) {
        json.put(Listed.TYPE, own.get(OURS + Listed.TYPE)).put(Listed.SOURCE, own.get(OURS + Listed.SOURCE));
        ObjectNode theirs = json.putObject("own");
        own.forEach((header, value) -> {
            if (!header.startsWith(OURS)) {
                theirs.put(header, value);
            }
        });
    }
}
