package org.genjin.daemon.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recognises a block of lines such as From:, Sent:, To:, Subject: above a quoted mail, in any language. Immutable. */
final class QuoteFields {

    private static final int LONGEST_NAME = 25;
    private static final int MOST_LINES = 40;
    private static final int MOST_FOLDED = 12;

    /** What a field tells. */
    enum Field {
        FROM,
        SENT,
        TO,
        CC,
        SUBJECT,
        OTHER
    }

    /**
     * Such a block.
     *
     * @param lines how many; 0 if there is none
     */
    record Block(int lines, Map<Field, String> values) {
        static final Block NONE = new Block(0, Map.of());
    }

    private final Map<String, Field> names = new HashMap<>();

    QuoteFields() {
        for (String line : Phrases.lines("quote-fields.txt")) {
            Field field = Field.valueOf(line.substring(0, line.indexOf(':')).toUpperCase(Locale.ROOT));
            for (String name : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                names.putIfAbsent(name, field);
            }
        }
    }

    /**
     * The block that begins there.
     *
     * @param sure whether a line above says already that a mail follows: then any field may come first, and one is enough
     */
    Block at(List<String> lines, int at, boolean sure) {
        Field first = field(lines.get(at));
        if (first == null || (!sure && first != Field.FROM && first != Field.SENT && first != Field.SUBJECT)) {
            return Block.NONE;
        }
        Map<Field, String> values = new EnumMap<>(Field.class);
        Field last = first;
        int folded = 0;
        int end = at;
        for (int i = at; i < Math.min(lines.size(), at + MOST_LINES); i++) {
            String line = lines.get(i);
            Field field = line.isEmpty() ? null : field(line);
            if (field != null && (field == Field.CC || field == Field.OTHER || !values.containsKey(field))) {
                values.merge(field, value(line), (one, other) -> one + " " + other);
                last = field;
                folded = 0;
                end = i + 1;
            } else if (line.isEmpty()) {
                // Some programs leave a line free between two fields.
                if (i + 1 >= lines.size() || lines.get(i + 1).isEmpty() || field(lines.get(i + 1)) == null) {
                    break;
                }
            } else {
                if (++folded > MOST_FOLDED || (last != Field.TO && last != Field.CC && folded > 2)) {
                    break;
                }
                if (nextField(lines, i + 1)) {
                    values.merge(last, line, (one, other) -> one + " " + other);
                    end = i + 1;
                } else if (last == Field.TO || last == Field.CC || folded == 1) {
                    if (line.indexOf('@') < 0) {
                        break;
                    }
                    values.merge(last, line, (one, other) -> one + " " + other);
                    end = i + 1;
                }
            }
        }
        return isBlock(values, sure) ? new Block(end - at, values) : Block.NONE;
    }

    /** Whether a field comes among the next few lines, with nothing free between. */
    private boolean nextField(List<String> lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + 3) && !lines.get(i).isEmpty(); i++) {
            if (field(lines.get(i)) != null) {
                return true;
            }
        }
        return false;
    }

    /** "From: Ningbo, To: Hamburg, Date: 3 May" is no mail's head: a subject or an address belongs to one. */
    private static boolean isBlock(Map<Field, String> values, boolean sure) {
        if (sure) {
            return values.size() >= 2 || values.containsKey(Field.FROM);
        }
        boolean addressed = values.entrySet().stream()
                .anyMatch(it -> (it.getKey() == Field.FROM || it.getKey() == Field.TO) && it.getValue().indexOf('@') >= 0);
        boolean known = values.containsKey(Field.SUBJECT) && (values.containsKey(Field.SENT) || values.containsKey(Field.TO));
        return values.containsKey(Field.FROM) && values.size() >= 3 && (addressed || known)
                || values.containsKey(Field.FROM) && values.size() == 2 && addressed && values.containsKey(Field.SENT);
    }

    /** Null if the line is no field. */
    @org.jspecify.annotations.Nullable Field field(String line) {
        int end = end(line);
        if (end <= 0) {
            return null;
        }
        String name = line.substring(line.charAt(0) == '|' ? 1 : 0, end).strip();
        if (name.isEmpty()) {
            return null;
        }
        Field found = names.get(lower(name));
        if (found == null && name.indexOf(' ') < 0 && name.indexOf('\u3000') < 0 && name.indexOf('\u00a0') < 0) {
            return null;
        }
        // "主　题" is spread out to be as long as the others.
        return found != null ? found : names.get(lower(Character.isIdeographic(name.charAt(0))
                ? name.replaceAll("[\\s\\u3000\\u00a0]+", "")
                : name.replaceAll("[\\s\\u00a0]+", " ")));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String value(String line) {
        String value = line.substring(Math.min(line.length(), end(line) + 1)).strip();
        return value.endsWith(";") ? value.substring(0, value.length() - 1) : value;
    }

    private static int end(String line) {
        int most = Math.min(line.length(), LONGEST_NAME);
        // "| From | Kim<kim@acme.example> |", as a table becomes text
        if (most > 3 && line.charAt(0) == '|') {
            int bar = line.indexOf('|', 1);
            return bar < most ? bar : -1;
        }
        for (int i = 0; i < most; i++) {
            char it = line.charAt(i);
            if (it == ':' || it == '：') {
                return i;
            }
            if (i == 10 && line.startsWith("Message du ") && Character.isDigit(line.charAt(Math.min(11, line.length() - 1)))) {
                return i;
            }
        }
        return -1;
    }
}
