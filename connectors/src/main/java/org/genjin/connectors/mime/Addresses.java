package org.genjin.connectors.mime;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Message.Participant;

/**
 * Address lists as they are really sent (RFC 5322 section 3.4 and its misuse): commas in bare names, semicolons between
 * addresses, groups, names in comments, {@code [mailto:…]}, Exchange's own names. What has no {@code local@domain} in it is
 * a name only.
 */
final class Addresses {

    private static final int MOST = 1000;
    private static final int MOST_COMMAS = 6;
    private static final Pattern MAILTO = Pattern.compile("\\[mailto:\\s{0,9}([^\\]\\s]{1,400})\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,1000}\\)");
    private static final Pattern QUOTED_LOCAL = Pattern.compile("\"[^\"]{1,100}\"@[^\\s\"]{1,250}");
    private static final Pattern NOBODY = Pattern.compile("(?i)(?:undisclosed|unlisted|hidden|suppressed)[- _]?recipients?|recipients? not specified");
    /** The last part of a name in Exchange's directory: {@code /O=FIRM/OU=HQ/CN=RECIPIENTS/CN=JSMITH}. */
    private static final Pattern DIRECTORY = Pattern.compile("(?i)(?:EX:)?/O=.*/CN=([^/]+)");
    private static final Pattern IN_DIRECTORY = Pattern.compile("(?i)IMCEAEX-.*");

    private final String charset;
    private final List<Participant> people = new ArrayList<>();

    private Addresses(String charset) {
        this.charset = charset;
    }

    /**
     * @param raw one header's value, one char a byte, not decoded
     * @param charset in which bare 8-bit most likely is; "" if nothing tells
     */
    static List<Participant> parse(String raw, String charset) {
        Addresses addresses = new Addresses(charset);
        addresses.list(HeaderText.unfold(raw));
        return addresses.people;
    }

    private void list(String text) {
        List<String> waiting = new ArrayList<>();
        for (String piece : AddressPieces.of(text, MOST)) {
            if (piece.indexOf('@') < 0 && piece.indexOf('<') < 0) {
                if (!piece.isBlank()) {
                    waiting.add(piece); // perhaps the surname of "Smith, John <j@x>"
                }
                if (waiting.size() > MOST_COMMAS) {
                    names(waiting);
                }
            } else if (piece.indexOf('<') >= 0) {
                waiting.add(piece);
                one(String.join(",", waiting), true);
                waiting.clear();
            } else {
                names(waiting);
                one(piece, true);
            }
        }
        names(waiting);
    }

    /** Without any address: "Smith, John" is one, more than that are several people. */
    private void names(List<String> pieces) {
        if (pieces.size() <= 2) {
            one(String.join(",", pieces), true);
        } else {
            pieces.forEach(it -> one(it, true));
        }
        pieces.clear();
    }

    /** @param again whether what is found in encoded words may be an address too */
    private void one(String text, boolean again) {
        String stripped = text.strip();
        if (stripped.isEmpty() || people.size() >= MOST) {
            return;
        }
        int open = openAngle(stripped);
        Matcher mailto = MAILTO.matcher(stripped);
        if (open >= 0) {
            bracketed(stripped, open);
        } else if (mailto.find()) {
            people.add(person(mailto.group(1), name(mailto.replaceAll(""))));
        } else if (QUOTED_LOCAL.matcher(stripped).matches()) {
            people.add(person(stripped, ""));
        } else if (!bare(stripped)) {
            String name = name(stripped);
            if (again && name.indexOf('@') > 0 && stripped.contains("=?")) {
                one(name, false);
            } else if (!name.isEmpty() && !NOBODY.matcher(name).matches()) {
                people.add(person(name, ""));
            }
        }
    }

    private void bracketed(String text, int open) {
        int close = text.indexOf('>', open);
        String inside = text.substring(open + 1, close < 0 ? text.length() : close);
        String name = name(text.substring(0, open));
        String behind = close < 0 ? "" : text.substring(close + 1);
        String[] several = inside.split("[,;]", 20);
        if (several.length > 1 && inside.indexOf('"') < 0 && inside.indexOf(':') < 0) {
            for (String one : several) {
                one(one, false);
            }
        } else {
            people.add(person(inside, name.isEmpty() ? comment(behind) : name));
        }
        String rest = withoutComments(behind);
        if (rest.indexOf('@') > 0) {
            one(rest, false); // a comma was forgotten
        }
    }

    /** Addresses without brackets, and a name before the only one. */
    private boolean bare(String text) {
        String words = withoutComments(text);
        List<BareAddresses.Found> found = BareAddresses.in(words, MOST - people.size());
        if (found.isEmpty()) {
            return false;
        }
        String comment = comment(text);
        String name = found.size() > 1 ? "" : comment.isEmpty() ? name(words.substring(0, found.getFirst().start())) : comment;
        found.forEach(it -> people.add(person(it.address(), name)));
        return true;
    }

    private Participant person(String inside, String name) {
        String address = inside.strip();
        if (address.regionMatches(true, 0, "mailto:", 0, 7) || address.regionMatches(true, 0, "smtp:", 0, 5)) {
            address = address.substring(address.indexOf(':') + 1).strip();
        }
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1); // a source route (RFC 5322 section 4.4)
        }
        address = HeaderText.decode(address, charset).replaceAll("\\s{0,20}+([.@])\\s{0,20}+", "$1").strip();
        if (address.length() > 1 && address.startsWith("'") && address.endsWith("'")) {
            address = address.substring(1, address.length() - 1);
        }
        Matcher directory = DIRECTORY.matcher(address);
        if (directory.matches() || IN_DIRECTORY.matcher(address).matches()) {
            String shown = !name.isEmpty() ? name : directory.matches() ? directory.group(1) : "";
            return new Participant(null, shown.isEmpty() ? null : shown);
        }
        if (!isAddress(address)) {
            String text = name.isEmpty() ? address : name;
            return new Participant(null, text.isEmpty() ? null : text);
        }
        String lower = Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return new Participant(lower, name.isEmpty() || name.equalsIgnoreCase(address) ? null : name);
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1 && (text.indexOf(' ') < 0 || QUOTED_LOCAL.matcher(text).matches());
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

    private String name(String raw) {
        String text = raw.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        text = HeaderText.decode(text.replaceAll("\\\\(.)", "$1").replace("\"", ""), charset).strip();
        if (text.length() > 2 && text.startsWith("'") && text.endsWith("'")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private String comment(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return open < 0 || close < open ? "" : name(text.substring(open + 1, close));
    }

    private static String withoutComments(String text) {
        return text.indexOf('(') < 0 ? text : COMMENT.matcher(text).replaceAll(" ");
    }
}
