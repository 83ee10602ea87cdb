package org.genjin.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Writes a mailbox into the text of a {@code genjin.yaml} and leaves every other letter as it was, comments included. Pure:
 * whoever calls reads the result back before it takes the file's place, as YAML has forms that are not foreseen here.
 */
public final class MailboxText {

    private static final String PLAIN = "[A-Za-z0-9~./][A-Za-z0-9@._/:+~-]*[A-Za-z0-9]";

    private final String text;
    private final Map<String, Entry> values;

    private MailboxText(String text, Map<String, Entry> values) {
        this.text = text;
        this.values = values;
    }

    /**
     * What is to stand there.
     *
     * @param key {@code secret} or {@code sign-in}
     * @param value such as {@code file:secrets/li@factory.example} or {@code microsoft}
     * @param imap empty: as the address tells; in a mailbox that is there already: unchanged. So for the others.
     */
    public record Wanted(
            String address, String key, String value, Optional<Server> imap, Optional<Server> smtp, Optional<String> user) {

        private Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("address", quoted(address));
            values.put(key, quoted(value));
            user.ifPresent(it -> values.put("user", quoted(it)));
            imap.ifPresent(it -> values.put("imap", server(it)));
            smtp.ifPresent(it -> values.put("smtp", server(it)));
            return values;
        }
    }

    /**
     * The file's new text: the mailbox of that address changed, or a new one behind the others.
     *
     * @param text "" for a file that is not there yet
     * @return empty if the text is no YAML, or written so that only a person should change it
     */
    public static Optional<String> put(String text, Wanted wanted) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            Map<String, Entry> top = new LinkedHashMap<>();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                top = section(parser, text);
            }
            return new MailboxText(text, top).put(wanted.values());
        } catch (JacksonException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The lines of a new mailbox, for a person to write in. */
    public static String lines(Wanted wanted) {
        return block(wanted.values(), "  ");
    }

    /**
     * Where a value stands.
     *
     * @param key where its key begins
     * @param from where it begins itself
     * @param end behind its last letter; for block sections where the next thing begins
     */
    private record Entry(int key, int from, int end, JsonToken kind, String scalar, Map<String, Entry> section, List<Entry> items) {}

    private static Map<String, Entry> section(JsonParser parser, String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int key = offset(text, parser.currentTokenLocation().getCharOffset());
            parser.nextToken();
            entries.put(name, value(parser, text, key));
        }
        return entries;
    }

    private static Entry value(JsonParser parser, String text, int key) {
        JsonToken kind = parser.currentToken();
        int from = offset(text, parser.currentTokenLocation().getCharOffset());
        Map<String, Entry> section = Map.of();
        List<Entry> items = new ArrayList<>();
        String scalar = "";
        if (kind == JsonToken.START_OBJECT) {
            section = section(parser, text);
        } else if (kind == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, text, offset(text, parser.currentTokenLocation().getCharOffset())));
            }
        } else if (kind != JsonToken.VALUE_NULL) {
            scalar = String.valueOf(parser.getString());
        }
        return new Entry(key, from, offset(text, parser.currentLocation().getCharOffset()), kind, scalar, section, items);
    }

    /** The parser counts characters as people do; Java counts some of them twice. */
    private static int offset(String text, long points) {
        return text.offsetByCodePoints(0, (int) points);
    }

    private Optional<String> put(Map<String, String> wanted) {
        Entry mailboxes = values.get("mailboxes");
        if (mailboxes == null) {
            return Optional.of(ended(text) + (text.isBlank() ? "" : "\n") + "mailboxes:\n" + block(wanted, "  "));
        }
        if (mailboxes.kind() == JsonToken.START_ARRAY) {
            String address = String.valueOf(wanted.get("address"));
            for (Entry item : mailboxes.items()) {
                Entry known = item.section().get("address");
                if (known != null && quoted(known.scalar()).equalsIgnoreCase(address)) {
                    return changed(item, known, wanted);
                }
            }
            return isFlow(mailboxes) ? Optional.of(inFlow(mailboxes, wanted)) : behindTheLast(mailboxes, wanted);
        }
        return mailboxes.kind() == JsonToken.VALUE_NULL || mailboxes.scalar().isBlank()
                ? Optional.of(insert(lineEnd(mailboxes.key()), "\n" + block(wanted, "  ").stripTrailing()))
                : Optional.empty();
    }

    private Optional<String> behindTheLast(Entry mailboxes, Map<String, String> wanted) {
        int last = mailboxes.items().getLast().from();
        int dash = text.lastIndexOf('-', last);
        int line = lineStart(dash);
        String indent = text.substring(line, dash);
        if (!indent.isBlank()) {
            return Optional.empty();
        }
        int end = lineEnd(last);
        for (int next = end + 1; next < text.length(); next = lineEnd(next) + 1) {
            String it = text.substring(next, lineEnd(next));
            int depth = it.length() - it.stripLeading().length();
            boolean deeper = !it.isBlank() && depth > indent.length();
            if (!deeper && !it.isBlank() && !it.stripLeading().startsWith("#")) {
                break;
            }
            end = deeper ? lineEnd(next) : end;
        }
        return Optional.of(insert(end, "\n" + block(wanted, indent).stripTrailing()));
    }

    private String inFlow(Entry mailboxes, Map<String, String> wanted) {
        return insert(mailboxes.end() - 1, (mailboxes.items().isEmpty() ? "" : ", ") + "{" + pairs(wanted) + "}");
    }

    /** From the end to the beginning, so that what is still to be changed stays where it was found. */
    private Optional<String> changed(Entry item, Entry address, Map<String, String> wanted) {
        Map<Integer, Change> changes = new TreeMap<>(Comparator.reverseOrder());
        StringBuilder added = new StringBuilder();
        boolean flow = isFlow(item);
        for (Map.Entry<String, String> it : wanted.entrySet()) {
            Entry old = item.section().get(it.getKey());
            if (it.getKey().equals("address")) {
                continue;
            }
            if (old == null) {
                String indent = " ".repeat(address.key() - lineStart(address.key()));
                added.append(flow ? ", " : "\n" + indent).append(it.getKey()).append(": ").append(it.getValue());
            } else if (old.kind() != JsonToken.START_OBJECT || isFlow(old)) {
                changes.put(old.from(), new Change(old.end(), it.getValue()));
            } else {
                return Optional.empty();
            }
        }
        int behind = flow ? address.end() : lineEnd(address.end());
        changes.merge(behind, new Change(behind, added.toString()), (one, two) -> new Change(one.end(), two.text() + one.text()));
        StringBuilder changed = new StringBuilder(text);
        changes.forEach((from, change) -> changed.replace(from, change.end(), change.text()));
        return Optional.of(changed.toString());
    }

    private record Change(int end, String text) {}

    private boolean isFlow(Entry it) {
        return text.charAt(it.from()) == '[' || text.charAt(it.from()) == '{';
    }

    private String insert(int at, String more) {
        String changed = text.substring(0, at) + more + text.substring(at);
        return ended(changed);
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static String block(Map<String, String> values, String indent) {
        StringBuilder lines = new StringBuilder();
        values.forEach((key, value) -> lines.append(lines.isEmpty() ? indent + "- " : indent + "  ")
                .append(key)
                .append(": ")
                .append(value)
                .append('\n'));
        return lines.toString();
    }

    private static String pairs(Map<String, String> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((key, value) -> pairs.add(key + ": " + value));
        return String.join(", ", pairs);
    }

    private static String server(Server it) {
        return "{host: " + quoted(it.host()) + ", port: " + it.port() + ", tls: "
                + it.tls().name().toLowerCase(Locale.ROOT) + "}";
    }

    private static String quoted(String value) {
        return value.matches(PLAIN) && value.matches(".*[A-Za-z].*")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
