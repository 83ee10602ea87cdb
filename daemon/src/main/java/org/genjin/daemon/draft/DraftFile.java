package org.genjin.daemon.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of texts: {@code key: text}, or a list of variants. What is wrong in it is said and left out. */
final class DraftFile {

    private static final YAMLMapper YAML = YAMLMapper.shared();

    private final String name;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> texts = new HashMap<>();

    /** @param name as people know it, such as {@code drafts/es.yaml} */
    private DraftFile(String name) {
        this.name = name;
    }

    /**
     * What a file says.
     *
     * @param problems one sentence for each thing that is wrong
     */
    record Parsed(Map<String, List<String>> texts, List<String> problems) {}

    static Parsed parse(String name, String yaml) {
        DraftFile file = new DraftFile(name);
        file.read(yaml);
        return new Parsed(file.texts, file.problems);
    }

    private void read(String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(name + " line " + line + ": it is no YAML: "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("") + " None of its texts is used.");
            return;
        }
        if (root.isMissingNode() || root.isNull()) {
            return;
        }
        if (!root.isObject()) {
            problems.add(name + ": 'key: text' is expected. None of its texts is used.");
            return;
        }
        root.properties().forEach(it -> entry(it.getKey(), it.getValue()));
    }

    private void entry(String key, JsonNode value) {
        if (!DraftTexts.keys().contains(key)) {
            problems.add(name + ": there is no text '" + key + "'; there are: " + String.join(", ", DraftTexts.keys()) + ".");
            return;
        }
        List<String> variants = new ArrayList<>();
        for (JsonNode it : value.isArray() ? value.values() : List.of(value)) {
            if (!it.isString()) {
                problems.add(name + ": '" + key + "' is to be a text, or a list of texts of which the first that can be filled is taken."
                        + " The built-in one is used.");
                return;
            }
            variants.add(it.asString().strip());
        }
        if (wrong(key, variants).isPresent()) {
            problems.add(name + ": '" + key + "' " + wrong(key, variants).get() + " The built-in one is used.");
        } else {
            texts.put(key, variants);
        }
    }

    private static Optional<String> wrong(String key, List<String> variants) {
        if (key.equals(DraftTexts.CALLED)) {
            return Set.of(List.of(DraftTexts.FIRST), List.of(DraftTexts.FULL)).contains(variants)
                    ? Optional.empty()
                    : Optional.of("is 'first' or 'full'.");
        }
        return variants.stream()
                .flatMap(it -> DraftTexts.blanks(it).stream())
                .filter(it -> Blank.of(it).isEmpty())
                .findFirst()
                .map(it -> "leaves {" + it + "} open, which nobody can fill; there are: "
                        + Stream.of(Blank.values()).map(known -> "{" + known.id() + "}").collect(Collectors.joining(" ")) + ".");
    }
}
