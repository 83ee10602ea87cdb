package org.genjin.daemon.crm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that is exported, table by table, before a dialect shapes it. Immutable. */
record Book(Map<Part, List<Line>> parts) {

    Book {
        Map<Part, List<Line>> copy = new EnumMap<>(Part.class);
        parts.forEach((part, lines) -> copy.put(part, List.copyOf(lines)));
        parts = copy;
    }

    List<Line> of(Part part) {
        return parts.getOrDefault(part, List.of());
    }
}
