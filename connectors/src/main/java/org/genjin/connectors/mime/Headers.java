package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of one entity in their order, values one char a byte and still folded. Names are matched in any case. */
final class Headers {

    private static final int MOST = 2000;
    private static final int LONGEST = 100_000;

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();
    private String charset = "";

    /** @param name in what charset the mail's words are: bare 8-bit in its fields is most likely in the same */
    void readBareAs(String name) {
        charset = name;
    }

    /** As {@link #readBareAs} said; "" if nothing tells. */
    String charset() {
        return charset;
    }

    void add(String name, String value) {
        if (fields.size() < MOST) {
            String bounded = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
            fields.add(new Field(name.strip().toLowerCase(Locale.ROOT), bounded));
        }
    }

    /** The first of that name that says something: where there are two, the first is what the sender's own program wrote. */
    Optional<String> raw(String name) {
        Field empty = null;
        for (Field field : fields) {
            if (field.name().equals(name)) {
                if (!field.value().isBlank()) {
                    return Optional.of(field.value());
                }
                empty = field;
            }
        }
        return empty == null ? Optional.empty() : Optional.of(empty.value());
    }

    /** Whether there are several of that name that say different things. */
    boolean isContradictory(String name) {
        return all(name).stream().map(String::strip).filter(it -> !it.isEmpty()).distinct().count() > 1;
    }

    /** The first of that name for people; "" if there is none. */
    String text(String name) {
        return raw(name).map(it -> HeaderText.decode(it, charset)).orElse("");
    }

    List<String> all(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).map(Field::value).toList();
    }

    Parameters parameters(String name) {
        return raw(name).map(it -> Parameters.parse(it, charset)).orElse(Parameters.NONE);
    }

    boolean has(String name) {
        return raw(name).isPresent();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }
}
