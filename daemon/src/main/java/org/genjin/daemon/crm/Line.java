package org.genjin.daemon.crm;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export before a dialect shapes it: field → its values, without those that are empty.
 */
record Line(Map<Field, List<String>> values) {

    Line {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Nothing yet. */
    static Line.Writing begin() {
        return new Writing(new EnumMap<>(Field.class));
    }

    List<String> of(Field field) {
        return values.getOrDefault(field, List.of());
    }

    String first(Field field) {
        List<String> all = of(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** A line with these values and more. */
    Writing with() {
        Map<Field, List<String>> copy = new EnumMap<>(Field.class);
        copy.putAll(values);
        return new Writing(copy);
    }

    /** A line while it is put together. */
    record Writing(Map<Field, List<String>> values) {

        Writing put(Field field, @Nullable String value) {
            return put(field, value == null ? List.of() : List.of(value));
        }

        Writing put(Field field, List<String> several) {
            List<String> said = several.stream().filter(it -> !it.isBlank()).toList();
            if (!said.isEmpty()) {
                values.put(field, said);
            }
            return this;
        }

        Line line() {
            return new Line(values);
        }
    }
}
