package org.genjin.daemon.crm;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.crm.Dialect.Column;
import org.genjin.daemon.crm.Dialect.Layout;
import org.genjin.daemon.crm.Dialect.Sheet;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a dialect's file, strictly: a key, field, shape or map that is not known is an error that names file and place, because a
 * column left out in silence would lose what people believe they have taken along.
 */
final class DialectFile {

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> KEYS = Set.of(
            "title", "verified", "why", "remarks", "form", "mark", "separator", "line-end", "quote", "forbidden", "rows", "values", "files");
    private static final Set<String> SHEET_KEYS = Set.of("click", "lonely", "columns");
    private static final Set<String> COLUMN_KEYS = Set.of("field", "text", "as", "map", "or", "join", "most");
    private static final String JOIN = "; ";

    private final String name;
    private final JsonNode root;
    private final Map<String, Map<String, String>> values = new HashMap<>();

    private DialectFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    /**
     * @param name the file's, without its ending
     * @throws IllegalArgumentException if it is not as dialects are written
     */
    static Dialect read(String name, InputStream file) {
        return new DialectFile(name, MAPPER.readTree(file)).dialect();
    }

    private Dialect dialect() {
        known(root, KEYS, "");
        root.path("values").properties().forEach(map -> {
            Map<String, String> words = new LinkedHashMap<>();
            map.getValue().properties().forEach(it -> words.put(it.getKey(), it.getValue().asString()));
            values.put(map.getKey(), words);
        });
        Map<Part, Sheet> sheets = new EnumMap<>(Part.class);
        root.path("files").properties().forEach(it -> sheets.put(
                one(Part.class, it.getKey(), "files"), sheet(it.getKey(), it.getValue())));
        if (sheets.isEmpty()) {
            throw wrong("files", "is missing");
        }
        List<String> remarks = new ArrayList<>();
        root.path("remarks").forEach(it -> remarks.add(it.asString()));
        return new Dialect(
                name, text(root, "title", ""), one(Dialect.Verified.class, text(root, "verified", ""), "verified"),
                text(root, "why", ""), remarks, one(Dialect.Form.class, text(root, "form", "csv"), "form"), layout(), text(root, "forbidden", ""),
                root.path("rows").asInt(Integer.MAX_VALUE), values, sheets);
    }

    private Layout layout() {
        String lines = text(root, "line-end", "crlf");
        String separator = text(root, "separator", ",");
        if (separator.length() != 1 || !Set.of("crlf", "lf").contains(lines)) {
            throw wrong("separator", "and 'line-end' are one character, and crlf or lf");
        }
        return new Layout(
                root.path("mark").asBoolean(Layout.USUAL.mark()), separator.charAt(0), lines.equals("lf") ? "\n" : "\r\n",
                text(root, "quote", "needed").equals("all"));
    }

    private Sheet sheet(String part, JsonNode node) {
        known(node, SHEET_KEYS, part);
        List<Column> columns = new ArrayList<>();
        node.path("columns").properties().forEach(it -> columns.add(column(part, it.getKey(), it.getValue())));
        return new Sheet(text(node, "click", ""), node.path("lonely").asBoolean(false), columns);
    }

    private Column column(String part, String header, JsonNode node) {
        String place = part + "." + header;
        if (node.isString()) {
            return new Column(
                    header, Optional.of(field(node.asString(), place)), "", Dialect.Shape.PLAIN, "", Optional.empty(), JOIN,
                    Integer.MAX_VALUE);
        }
        known(node, COLUMN_KEYS, place);
        String map = text(node, "map", "");
        if (!map.isEmpty() && !values.containsKey(map)) {
            throw wrong(place, "names the map '" + map + "', which 'values' has not");
        }
        String shape = text(node, "as", "plain");
        return new Column(
                header, optional(node, "field", place), text(node, "text", ""),
                Dialect.Shape.of(shape).orElseThrow(() -> wrong(place, "has the unknown shape '" + shape + "'")), map,
                optional(node, "or", place), text(node, "join", JOIN),
                node.path("most").asInt(Integer.MAX_VALUE));
    }

    private Optional<Field> optional(JsonNode node, String key, String place) {
        return node.has(key) ? Optional.of(field(text(node, key, ""), place)) : Optional.empty();
    }

    private Field field(String id, String place) {
        return Field.of(id).orElseThrow(() -> wrong(place, "names the field '" + id + "', which there is not"));
    }

    private static String text(JsonNode node, String key, String otherwise) {
        return node.has(key) ? node.get(key).asString() : otherwise;
    }

    private <E extends Enum<E>> E one(Class<E> of, String id, String place) {
        for (E it : of.getEnumConstants()) {
            if (it.name().toLowerCase(Locale.ROOT).equals(id)) {
                return it;
            }
        }
        throw wrong(place, "cannot be '" + id + "'");
    }

    private void known(JsonNode node, Set<String> keys, String place) {
        node.properties().stream().map(Map.Entry::getKey).filter(it -> !keys.contains(it)).findFirst().ifPresent(it -> {
            throw wrong(place.isEmpty() ? it : place + "." + it, "is not a key");
        });
    }

    private IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException("crm/" + name + ".yaml: " + place + " " + what);
    }
}
