package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Address lists as they are really sent (RFC 5322 section 3.4 and its misuse): commas in bare names, semicolons between
 * addresses, groups, names in comments, {@code [mailto:…]}. What has no {@code local@domain} in it is a name only.
 */
final class Addresses {

    private static final int MOST = 1000;
    private static final Pattern BARE = Pattern.compile("[^\\s<>\"(),;:\\[\\]]+@[^\\s<>\"(),;:\\[\\]]+");
    private static final Pattern MAILTO = Pattern.compile("\\[mailto:\\s*([^\\]\\s]+)\\]", Pattern.CASE_INSENSITIVE);

    private Addresses() {}

    /** @param raw one header's value, one char a byte, not decoded */
    static List<Participant> parse(String raw) {
        List<Participant> people = new ArrayList<>();
        String waiting = "";
        for (String piece : split(HeaderText.unfold(raw))) {
            if (people.size() >= MOST) {
                break;
            }
            String text = waiting + piece;
            boolean nameOnly = text.indexOf('@') < 0 && text.indexOf('<') < 0;
            if (nameOnly && !text.isBlank()) {
                waiting = text + ","; // perhaps the surname of "Smith, John <j@x>"
                continue;
            }
            add(text, waiting.isEmpty() ? null : piece, people);
            waiting = "";
        }
        if (!waiting.isBlank()) {
            add(waiting.substring(0, waiting.length() - 1), null, people);
        }
        return people;
    }

    /** @param last of a text with commas in it, the part behind the last one */
    private static void add(String text, @Nullable String last, List<Participant> people) {
        if (last != null && last.indexOf('<') < 0) {
            String before = text.substring(0, text.length() - last.length() - 1);
            one(before, people);
            one(last, people);
            return;
        }
        one(text, people);
    }

    private static void one(String text, List<Participant> people) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return;
        }
        Matcher mailto = MAILTO.matcher(stripped);
        int open = openAngle(stripped);
        if (open >= 0) {
            int close = stripped.indexOf('>', open);
            String inside = stripped.substring(open + 1, close < 0 ? stripped.length() : close);
            String name = name(stripped.substring(0, open));
            String behind = close < 0 ? "" : comment(stripped.substring(close + 1));
            people.add(person(inside, name.isEmpty() ? behind : name));
        } else if (mailto.find()) {
            people.add(person(mailto.group(1), name(mailto.replaceAll(""))));
        } else {
            Matcher bare = BARE.matcher(stripped.replaceAll("\\([^()]*\\)", " "));
            if (bare.find()) {
                people.add(person(bare.group(), comment(stripped)));
            } else {
                String name = name(stripped);
                if (!name.isEmpty()) {
                    people.add(new Participant(null, name));
                }
            }
        }
    }

    private static Participant person(String inside, String name) {
        String address = inside.strip();
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1); // a source route (RFC 5322 section 4.4)
        }
        address = HeaderText.decode(address).replaceAll("\\s*([.@])\\s*", "$1").strip();
        if (address.length() > 1 && address.startsWith("'") && address.endsWith("'")) {
            address = address.substring(1, address.length() - 1);
        }
        int at = address.lastIndexOf('@');
        boolean whole = at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0;
        if (!whole) {
            String text = name.isEmpty() ? address : name;
            return new Participant(null, text.isEmpty() ? null : text);
        }
        String lower = address.toLowerCase(Locale.ROOT);
        return new Participant(lower, name.isEmpty() || name.equalsIgnoreCase(address) ? null : name);
    }

    private static int openAngle(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return i;
            }
        }
        return quoted ? text.lastIndexOf('<') : -1;
    }

    private static String name(String raw) {
        String text = raw.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        text = HeaderText.decode(text.replaceAll("\\\\(.)", "$1").replace("\"", "")).strip();
        if (text.length() > 2 && text.startsWith("'") && text.endsWith("'")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static String comment(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return open < 0 || close < open ? "" : name(text.substring(open + 1, close));
    }

    /** At commas and semicolons outside quotes, comments and angle brackets; the names of groups are dropped. */
    private static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = text.chars().filter(c -> c == '"').count() % 2 == 1; // an odd one quotes nothing
        boolean ignoreQuotes = quoted;
        quoted = false;
        int comments = 0;
        boolean angle = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                piece.append(c).append(text.charAt(++i));
                continue;
            }
            if (c == '"' && !ignoreQuotes && comments == 0) {
                quoted = !quoted;
            } else if (!quoted) {
                comments = Math.max(0, comments + (c == '(' ? 1 : c == ')' ? -1 : 0));
                angle = c == '<' || (angle && c != '>');
                boolean group = c == ':' && comments == 0 && !angle && piece.indexOf("@") < 0 && piece.indexOf("[") < 0;
                if (group) {
                    piece.setLength(0);
                    continue;
                }
                if ((c == ',' || c == ';') && comments == 0 && !(angle && text.indexOf('>', i) > 0)) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                    continue;
                }
            }
            piece.append(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
