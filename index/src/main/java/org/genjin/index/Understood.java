package org.genjin.index;

import java.util.List;
import java.util.stream.Collectors;

/** A query as it was understood. */
public sealed interface Understood {

    /** Every message. */
    record Everything() implements Understood {}

    /**
     * @param kind how they are looked for
     * @param place where: an operator such as {@code from} or {@code attachment}; "" for anywhere
     */
    record Words(String text, Kind kind, String place) implements Understood {
        public enum Kind {
            /** This word, or another form of it. */
            WORD,
            /** These words one after the other; a single word in just this form. */
            EXACT,
            /** Words that begin like this. */
            BEGINNING
        }
    }

    /**
     * @param operator in its English form, such as {@code customer}
     * @param value as it was understood, such as {@code 2026-03-01..2026-03-31} for a date
     */
    record Operator(String operator, String value) implements Understood {}

    record All(List<Understood> parts) implements Understood {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Understood> parts) implements Understood {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Without(Understood part) implements Understood {}

    /** As it can be asked for again. */
    default String asQuery() {
        return switch (this) {
            case Everything _ -> "*";
            case Words it -> (it.place().isEmpty() ? "" : it.place() + ":") + switch (it.kind()) {
                case EXACT -> '"' + it.text() + '"';
                case BEGINNING -> it.text() + "*";
                case WORD -> it.text();
            };
            case Operator it -> it.operator() + ":" + (it.value().indexOf(' ') < 0 ? it.value() : '"' + it.value() + '"');
            case All it -> it.parts().stream()
                    .map(part -> part instanceof Any ? "(" + part.asQuery() + ")" : part.asQuery())
                    .collect(Collectors.joining(" "));
            case Any it -> it.parts().stream()
                    .map(part -> part instanceof All ? "(" + part.asQuery() + ")" : part.asQuery())
                    .collect(Collectors.joining(" OR "));
            case Without it -> "-" + (it.part() instanceof All || it.part() instanceof Any
                    ? "(" + it.part().asQuery() + ")"
                    : it.part().asQuery());
        };
    }
}
