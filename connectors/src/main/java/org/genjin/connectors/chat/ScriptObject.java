package org.genjin.connectors.chat;

import java.util.HashMap;
import java.util.Map;

/** One flat object of a script as it is written, with names bare or quoted and strings in any quotes; its end. Pure. */
final class ScriptObject {

    private static final int LONGEST = 2_000_000;

    private final Map<String, String> values = new HashMap<>();
    private final String text;
    private int at;

    private ScriptObject(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** @param start of its opening brace; what is not understood ends it */
    static ScriptObject read(String text, int start) {
        ScriptObject object = new ScriptObject(text, start + 1);
        object.read();
        return object;
    }

    /** "" if there is no such name. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Where it ends in the text. */
    int end() {
        return Math.min(at, text.length());
    }

    private void read() {
        while (at < text.length()) {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) == '}') {
                at++;
                return;
            }
            String name = token(":");
            skipBlanks();
            if (at >= text.length() || text.charAt(at) != ':') {
                return;
            }
            at++;
            skipBlanks();
            values.put(name, token(",}"));
            skipBlanks();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String token(String ends) {
        if (at >= text.length()) {
            return "";
        }
        char quote = text.charAt(at);
        if (quote == '\'' || quote == '"' || quote == '`') {
            return quoted(quote);
        }
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0 && text.charAt(at) != '\n' && at - start < 200) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote && value.length() < LONGEST) {
            char it = text.charAt(at++);
            if (it == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                value.append(switch (escaped) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'u' -> unicode();
                    default -> escaped;
                });
            } else {
                value.append(it);
            }
        }
        at++;
        return value.toString();
    }

    private char unicode() {
        String digits = text.substring(at, Math.min(text.length(), at + 4));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            return 'u';
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }
}
