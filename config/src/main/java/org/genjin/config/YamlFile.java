package org.genjin.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads a YAML file into nodes that know their lines. */
public final class YamlFile {

    private final List<String> problems;

    private YamlFile(List<String> problems) {
        this.problems = problems;
    }

    /** An absent or empty file is an empty section; what is no YAML is a problem and an empty section. */
    static YamlNode.Section read(Path file, List<String> problems) {
        String text;
        try {
            text = Files.exists(file) ? Files.readString(file) : "";
        } catch (MalformedInputException e) {
            problems.add(file.getFileName() + ": it is not UTF-8; save it as UTF-8");
            return YamlNode.Section.empty();
        } catch (IOException e) {
            problems.add(file.getFileName() + ": it cannot be read: " + e.getMessage());
            return YamlNode.Section.empty();
        }
        return read(text, problems);
    }

    /** The same of a file's text. */
    public static YamlNode.Section read(String text, List<String> problems) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return YamlNode.Section.empty();
            }
            if (first != JsonToken.START_OBJECT) {
                problems.add("line " + parser.currentTokenLocation().getLineNr() + ": 'key: value' is expected here");
                return YamlNode.Section.empty();
            }
            return new YamlFile(problems).section(parser);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            problems.add("line " + line + ": it is no YAML: " + why
                    + (text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").contains("\t")
                            ? " (there is a tab; YAML wants blanks)"
                            : ""));
            return YamlNode.Section.empty();
        }
    }

    private YamlNode.Section section(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        LinkedHashMap<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (entries.put(key, new YamlNode.Entry(value(parser), keyLine)) != null) {
                problems.add("line " + keyLine + ": '" + key + "' is there twice");
            }
        }
        return new YamlNode.Section(entries, line);
    }

    private YamlNode value(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return section(parser);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new YamlNode.Items(items, line);
        }
        return new YamlNode.Scalar(parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }
}
