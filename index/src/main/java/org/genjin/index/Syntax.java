package org.genjin.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person typed, as a tree. Words next to each other are all wanted, {@code OR} binds weaker, {@code -} and {@code
 * NOT} take away, quotation marks keep words together, brackets group. {@code and}, {@code or} and {@code not} in small letters
 * are words. Full-width signs and Chinese operators mean the same. Everything is some query: what is no syntax is words.
 */
final class Syntax {

    private static final QueryWords KNOWN = QueryWords.KNOWN;
    private static final Set<String> DATES = Set.of("after", "before", "date", "newer_than", "older_than", "month");
    private static final Set<String> NUMBERS = Set.of("price", "size");
    private static final Set<String> LISTS = Set.of("grade", "country", "stage", "channel", "lang", "type");
    private static final String FULL_WIDTH = "：（）“”„«»＂－　＊｜＋＞＜≥≤";
    private static final String PLAIN = ":()\"\"\"\"\"\"- *|+><>< ";

    private static final Pattern DIGITS = Pattern.compile("\\+?[\\d./-]{1,15}");
    private static final int SHORTEST_NUMBER = 8;
    private static final int LONGEST_NUMBER = 15;

    private static final int DEEPEST = 20;
    private static final int LONGEST = 2000;

    private final String text;
    private int at;
    private int depth;

    private Syntax(String text) {
        this.text = text;
    }

    /** A node of the tree. */
    sealed interface Node {
        record Words(String text, Understood.Words.Kind kind) implements Node {}

        /** @param exact whether the value stood in quotation marks */
        record Field(String operator, String value, boolean exact) implements Node {}

        /** Words that together may be one number as it is dialled: all of them, or the number in another writing. */
        record Dialled(List<Words> parts) implements Node {}

        record And(List<Node> parts) implements Node {}

        record Or(List<Node> parts) implements Node {}

        record Not(Node part) implements Node {}

        /** Everything. */
        record All() implements Node {}
    }

    /** Whether something of {@code typed} is beyond what is read. */
    static boolean isTooLong(String typed) {
        return typed.length() > LONGEST;
    }

    static Node parse(String typed) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < Math.min(typed.length(), LONGEST); i++) {
            char c = typed.charAt(i);
            int sign = FULL_WIDTH.indexOf(c);
            plain.append(sign >= 0 ? PLAIN.charAt(sign) : Character.isISOControl(c) ? ' ' : c);
        }
        Syntax syntax = new Syntax(plain.toString());
        List<Node> parts = new ArrayList<>();
        while (syntax.at < syntax.text.length()) {
            parts.add(syntax.or());
            syntax.take(')'); // closes nothing
        }
        return all(parts);
    }

    private Node or() {
        List<Node> alternatives = new ArrayList<>();
        alternatives.add(and());
        while (takeWord("OR") || takeWord("或") || take('|')) {
            alternatives.add(and());
        }
        alternatives.removeIf(it -> it instanceof Node.All && alternatives.size() > 1);
        return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Or(alternatives);
    }

    private Node and() {
        List<Node> parts = new ArrayList<>();
        while (true) {
            blanks();
            if (at >= text.length() || text.charAt(at) == ')' || peekWord("OR") || peekWord("或") || text.charAt(at) == '|') {
                return all(parts);
            }
            if (!takeWord("AND")) {
                parts.add(unary());
            }
        }
    }

    private Node unary() {
        if (takeWord("NOT")) {
            blanks();
            return at < text.length() && depth < DEEPEST ? not() : new Node.Words("NOT", Understood.Words.Kind.WORD);
        }
        char c = text.charAt(at);
        boolean leads = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        if (c == '-' && leads && depth < DEEPEST) {
            at++;
            return not();
        }
        if (c == '(' && depth < DEEPEST) {
            return group();
        }
        if (c == '"') {
            return new Node.Words(quoted(), Understood.Words.Kind.EXACT);
        }
        if (c == '+' && leads && Kind.of(text.codePointAt(at + 1)) == Kind.LETTER) {
            at++;
            return new Node.Words(word(), Understood.Words.Kind.EXACT);
        }
        return operatorOrWord();
    }

    private Node not() {
        depth++;
        Node part = unary();
        depth--;
        return new Node.Not(part);
    }

    private Node group() {
        at++;
        depth++;
        Node inside = or();
        depth--;
        take(')');
        return inside;
    }

    private Node operatorOrWord() {
        int from = at;
        String word = word();
        if (word.isEmpty()) {
            at++; // a bracket too deep: no word
            return new Node.All();
        }
        for (int i = 1; i < word.length(); i++) {
            char sign = word.charAt(i);
            if (sign == ':' || sign == '<' || sign == '>') {
                Optional<String> operator = KNOWN.meaning("operator", word.substring(0, i));
                if (operator.isPresent() && (sign == ':' || NUMBERS.contains(operator.get()))) {
                    at = sign == ':' ? from + i + 1 : from + i;
                    return value(operator.get()).orElseGet(() -> words(word, from));
                }
                break;
            }
        }
        if (KNOWN.meaning("operator", word).filter(NUMBERS::contains).isPresent() && compares()) {
            return value(KNOWN.meaning("operator", word).orElseThrow()).orElseGet(() -> words(word, from));
        }
        return words(word, from);
    }

    /** Whether a comparison follows, as in {@code price > 0.8}; goes there. */
    private boolean compares() {
        int back = at;
        blanks();
        if (at < text.length() && (text.charAt(at) == '<' || text.charAt(at) == '>')) {
            return true;
        }
        at = back;
        return false;
    }

    private Node words(String word, int from) {
        at = from + word.length();
        if (word.equals("*")) {
            return new Node.All();
        }
        boolean beginning = word.length() > 1 && word.endsWith("*");
        return beginning
                ? new Node.Words(word.substring(0, word.length() - 1), Understood.Words.Kind.BEGINNING)
                : new Node.Words(word, Understood.Words.Kind.WORD);
    }

    /** What stands behind an operator; empty if nothing does. */
    private Optional<Node> value(String operator) {
        blanks();
        if (at >= text.length() || text.charAt(at) == ')') {
            return Optional.empty();
        }
        char c = text.charAt(at);
        if (c == '"') {
            String value = quoted();
            return value.isBlank() ? Optional.empty() : Optional.of(new Node.Field(operator, value.strip(), true));
        }
        if (c == '(' && depth < DEEPEST) {
            return Optional.of(each(operator, group()));
        }
        if (DATES.contains(operator)) {
            return Optional.of(new Node.Field(operator, dateWords(), false));
        }
        if (NUMBERS.contains(operator)) {
            return Optional.of(new Node.Field(operator, number(), false));
        }
        String value = word();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (LISTS.contains(operator) && value.chars().anyMatch(it -> ",，、".indexOf(it) >= 0)) {
            List<Node> any = new ArrayList<>();
            for (String one : value.split("[,，、]+")) {
                if (!one.isEmpty()) {
                    any.add(new Node.Field(operator, one, false));
                }
            }
            return any.isEmpty() ? Optional.empty() : Optional.of(any.size() == 1 ? any.getFirst() : new Node.Or(any));
        }
        return Optional.of(new Node.Field(operator, value, false));
    }

    /** {@code from:(a OR b)}: the operator is each word's. */
    private static Node each(String operator, Node node) {
        return switch (node) {
            case Node.Words it -> new Node.Field(
                    operator, it.text() + (it.kind() == Understood.Words.Kind.BEGINNING ? "*" : ""),
                    it.kind() == Understood.Words.Kind.EXACT);
            case Node.And it -> new Node.And(it.parts().stream().map(part -> each(operator, part)).toList());
            case Node.Or it -> new Node.Or(it.parts().stream().map(part -> each(operator, part)).toList());
            case Node.Not it -> new Node.Not(each(operator, it.part()));
            case Node.Dialled it -> new Node.And(it.parts().stream().map(part -> each(operator, part)).toList());
            case Node.Field it -> it;
            case Node.All it -> it;
        };
    }

    /** Words that together say when, such as {@code last week} or {@code 7 days}; else the next word alone. */
    private String dateWords() {
        int from = at;
        String best = word();
        int end = at;
        StringBuilder together = new StringBuilder(best);
        for (int words = 2; words <= QueryWords.LONGEST; words++) {
            blanks();
            String next = word();
            if (next.isEmpty()) {
                break;
            }
            together.append(' ').append(next);
            if (QueryDates.isPhrase(together.toString())) {
                best = together.toString();
                end = at;
            }
        }
        at = Math.max(end, from);
        return best;
    }

    /** A comparison or range, with the unit or currency that may follow it. */
    private String number() {
        String value = word();
        if (value.matches("[<>]=?|=")) {
            blanks();
            value += word();
        }
        int end = at;
        blanks();
        String unit = word();
        if (!unit.isEmpty() && KNOWN.meaning("currency", unit).isPresent()) {
            return value + " " + unit;
        }
        at = end;
        return value;
    }

    private String word() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        String inside = text.substring(at + 1, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return inside;
    }

    private static Node all(List<Node> parts) {
        List<Node> some = dialled(parts.stream().filter(it -> !(it instanceof Node.All)).toList());
        if (some.isEmpty()) {
            return new Node.All();
        }
        return some.size() == 1 ? some.getFirst() : new Node.And(some);
    }

    /** {@code +86 138 0013 8000} is four words and one number. */
    private static List<Node> dialled(List<Node> parts) {
        List<Node> joined = new ArrayList<>();
        List<Node.Words> number = new ArrayList<>();
        for (Node part : parts) {
            if (part instanceof Node.Words it && it.kind() == Understood.Words.Kind.WORD && DIGITS.matcher(it.text()).matches()) {
                number.add(it);
                continue;
            }
            joined.addAll(closed(number));
            number.clear();
            joined.add(part);
        }
        joined.addAll(closed(number));
        return joined;
    }

    private static List<? extends Node> closed(List<Node.Words> number) {
        long digits = number.stream().flatMapToInt(it -> it.text().chars()).filter(Character::isDigit).count();
        boolean dialled = number.size() > 1 && digits >= SHORTEST_NUMBER && digits <= LONGEST_NUMBER;
        return dialled ? List.of(new Node.Dialled(List.copyOf(number))) : List.copyOf(number);
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
