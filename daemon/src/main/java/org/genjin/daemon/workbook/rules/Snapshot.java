package org.genjin.daemon.workbook.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the rows of a workbook said: customer's number → column → value. Changed by whoever made it; one thread. */
public final class Snapshot {

    /** With this begins what a cell says in which there is a formula of ours. */
    public static final String FORMULA = "=";

    private static final Map<Character, Character> ESCAPES = Map.of('t', '\t', 'n', '\n', '\\', '\\');

    private final Map<Long, Map<String, String>> rows = new LinkedHashMap<>();

    public Map<Long, Map<String, String>> rows() {
        return rows;
    }

    /** Null if there was no such row. */
    public @Nullable Map<String, String> row(long customer) {
        return rows.get(customer);
    }

    public void put(long customer, String key, String value) {
        rows.computeIfAbsent(customer, _ -> new TreeMap<>()).put(key, value);
    }

    /** Takes away some of what a row says, and the row if nothing is left. */
    void drop(long customer, Predicate<String> keys) {
        Map<String, String> row = rows.get(customer);
        if (row != null) {
            row.keySet().removeIf(keys);
            if (row.isEmpty()) {
                rows.remove(customer);
            }
        }
    }

    public Snapshot copy() {
        Snapshot copy = new Snapshot();
        rows.forEach((customer, cells) -> copy.rows.put(customer, new TreeMap<>(cells)));
        return copy;
    }

    /** One line a row, to be kept. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach((customer, cells) -> {
            text.append(customer);
            cells.forEach((key, value) -> text.append('\t').append(escaped(key)).append('\t').append(escaped(value)));
            text.append('\n');
        });
        return text.toString();
    }

    /** What {@link #text} wrote. */
    public static Snapshot of(String text) {
        Snapshot snapshot = new Snapshot();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("\t", -1);
            if (!parts[0].isEmpty()) {
                Map<String, String> cells = new TreeMap<>();
                for (int i = 1; i + 1 < parts.length; i += 2) {
                    cells.put(plain(parts[i]), plain(parts[i + 1]));
                }
                snapshot.rows.put(Long.parseLong(parts[0]), cells);
            }
        }
        return snapshot;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                i++;
                plain.append(ESCAPES.getOrDefault(escaped.charAt(i), escaped.charAt(i)).charValue());
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
