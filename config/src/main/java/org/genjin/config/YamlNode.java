package org.genjin.config;

import java.util.LinkedHashMap;
import java.util.List;

/** A value of a YAML file with the line it stands on. */
public sealed interface YamlNode {

    int line();

    record Scalar(String text, int line) implements YamlNode {}

    record Items(List<YamlNode> items, int line) implements YamlNode {}

    record Section(LinkedHashMap<String, Entry> entries, int line) implements YamlNode {
        static Section empty() {
            return new Section(new LinkedHashMap<>(), 1);
        }
    }

    /** @param line where the key stands */
    record Entry(YamlNode value, int line) {}
}
