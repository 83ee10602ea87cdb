package org.genjin.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a person typed, as a tree. Words next to each other are all wanted, {@code OR} binds weaker, {@code -} and {@code
 * NOT} take away, quotation marks keep words together, brackets group. Full-width signs and Chinese operators mean the same.
 * Everything is some query: what is no syntax is words.
 */
final class Syntax {

    private static final Set<String> OPERATORS = Set.of(
            "from", "to", "people", "subject", "customer", "channel", "dir", "lang", "country", "grade", "stage", "owner",
            "type", "has", "filename", "attachment", "after", "before", "on", "date", "newer_than", "older_than", "year");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("发件人", "from"), Map.entry("来自", "from"), Map.entry("收件人", "to"), Map.entry("发给", "to"),
            Map.entry("主题", "subject"), Map.entry("标题", "subject"), Map.entry("客户", "customer"),
            Map.entry("渠道", "channel"), Map.entry("方向", "dir"), Map.entry("语言", "lang"), Map.entry("国家", "country"),
            Map.entry("等级", "grade"), Map.entry("级别", "grade"), Map.entry("阶段", "stage"), Map.entry("负责人", "owner"),
            Map.entry("类型", "type"), Map.entry("附件名", "filename"), Map.entry("文件名", "filename"),
            Map.entry("附件", "attachment"), Map.entry("之后", "after"), Map.entry("之前", "before"),
            Map.entry("日期", "date"), Map.entry("年份", "year"), Map.entry("年", "year"), Map.entry("in", "dir"),
            Map.entry("language", "lang"), Map.entry("file", "filename"), Map.entry("direction", "dir"),
            Map.entry("since", "after"), Map.entry("until", "before"));

    private static final int DEEPEST = 20;

    private final String text;
    private int at;
    private int depth;

    private Syntax(String text) {
        this.text = text;
    }

    /** A node of the tree. */
    sealed interface Node {
        record Words(String text, boolean phrase) implements Node {}

        record Field(String operator, String value) implements Node {}

        record And(List<Node> parts) implements Node {}

        record Or(List<Node> parts) implements Node {}

        record Not(Node part) implements Node {}

        /** Everything. */
        record All() implements Node {}
    }

    static Node parse(String typed) {
        String text = typed.replace('：', ':').replace('（', '(').replace('）', ')').replace('“', '"').replace('”', '"')
                .replace('＂', '"').replace('－', '-').replace('　', ' ').replace('＊', '*').replaceAll("\\p{Cntrl}", " ");
        Syntax syntax = new Syntax(text);
        List<Node> parts = new ArrayList<>();
        while (syntax.at < text.length()) {
            parts.add(syntax.or());
            if (syntax.at < text.length() && text.charAt(syntax.at) == ')') {
                syntax.at++; // closes nothing
            }
        }
        return all(parts);
    }

    private Node or() {
        List<Node> alternatives = new ArrayList<>();
        alternatives.add(and());
        while (takeWord("OR") || take('|')) {
            alternatives.add(and());
        }
        alternatives.removeIf(it -> it instanceof Node.All && alternatives.size() > 1);
        return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Or(alternatives);
    }

    private Node and() {
        List<Node> parts = new ArrayList<>();
        while (true) {
            blanks();
            if (at >= text.length() || text.charAt(at) == ')' || peekWord("OR") || text.charAt(at) == '|') {
                return all(parts);
            }
            if (takeWord("AND")) {
                continue;
            }
            parts.add(unary());
        }
    }

    private Node unary() {
        if (takeWord("NOT")) {
            blanks();
            return at < text.length() ? new Node.Not(unary()) : new Node.Words("NOT", false);
        }
        char c = text.charAt(at);
        if (c == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1)) && depth < DEEPEST) {
            at++;
            depth++;
            Node part = unary();
            depth--;
            return new Node.Not(part);
        }
        if (c == '(' && depth < DEEPEST) {
            at++;
            depth++;
            Node inside = or();
            depth--;
            take(')');
            return inside;
        }
        if (c == '"') {
            return new Node.Words(quoted(), true);
        }
        return word();
    }

    private Node word() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            at++; // a bracket too deep: no word
            return new Node.All();
        }
        String word = text.substring(from, at);
        int colon = word.indexOf(':');
        if (colon > 0) {
            String name = word.substring(0, colon).toLowerCase(Locale.ROOT);
            String operator = ALIASES.getOrDefault(name, name);
            if (OPERATORS.contains(operator)) {
                String value = word.substring(colon + 1);
                if (value.isEmpty() && at < text.length() && text.charAt(at) == '"') {
                    value = quoted();
                }
                if (!value.isEmpty()) {
                    return new Node.Field(operator, value);
                }
            }
        }
        return word.equals("*") ? new Node.All() : new Node.Words(word, false);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        String inside = text.substring(at + 1, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return inside;
    }

    private static Node all(List<Node> parts) {
        List<Node> some = parts.stream().filter(it -> !(it instanceof Node.All)).toList();
        if (some.isEmpty()) {
            return new Node.All();
        }
        return some.size() == 1 ? some.getFirst() : new Node.And(some);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean peekWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
    }

    private boolean takeWord(String word) {
        blanks();
        if (peekWord(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private boolean take(char c) {
        blanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}
