package org.genjin.daemon.reading.said;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.reading.text.Mark;
import org.genjin.daemon.reading.text.Marks;
import org.genjin.daemon.reading.text.MarkedText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is said by words of several kinds in one sentence, near to each other, with none of other kinds in their clauses.
 * Written {@code type field=value : kind + kind : unless, unless}; {@code a > b} wants the order, {@code a / b} takes either, {@code ^a} may stand anywhere,
 * {@code question} among the last is a sentence that asks.
 */
final class Rule {

    private static final int NEAR = 12;
    /** Before a kind that may stand anywhere in the text. */
    private static final String ANYWHERE = "^";

    private final FactType type;
    private final Map<FactField, String> values = new EnumMap<>(FactField.class);
    private final List<List<String>> parts;
    private final boolean ordered;
    private final List<String> unless;

    Rule(String written) {
        String[] pieces = written.split(" : ", -1);
        String[] head = pieces[0].strip().split(" ", -1);
        this.type = FactType.of(head[0]).orElseThrow(() -> new IllegalStateException("no fact is called " + head[0]));
        for (int i = 1; i < head.length; i++) {
            int equals = head[i].indexOf('=');
            values.put(FactField.valueOf(head[i].substring(0, equals).toUpperCase(Locale.ROOT)), head[i].substring(equals + 1));
        }
        this.ordered = pieces[1].contains(" > ");
        this.parts = List.of(pieces[1].strip().split(" [+>] ", -1)).stream().map(it -> List.of(it.strip().split(" / ", -1))).toList();
        this.unless = pieces.length < 3 ? List.of() : List.of(pieces[2].strip().split(", ", -1));
    }

    FactType type() {
        return type;
    }

    Optional<Finding> find(MarkedText text) {
        for (String first : parts.getFirst()) {
            for (Mark mark : text.marks().family(first)) {
                Optional<Finding> found = from(text, mark);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> from(MarkedText text, Mark first) {
        int from = first.from();
        int to = first.to();
        if (isBlocked(text, first)) {
            return Optional.empty();
        }
        Mark last = first;
        for (List<String> part : parts.subList(1, parts.size())) {
            @Nullable Mark next = nearest(text, last, part);
            if (next == null || isBlocked(text, next)) {
                return Optional.empty();
            }
            from = Math.min(from, next.from());
            to = Math.max(to, next.to());
            last = ordered ? next : first;
        }
        Finding finding = Finding.of(type, text, from, to);
        for (Map.Entry<FactField, String> value : values.entrySet()) {
            finding = finding.with(value.getKey(), value.getValue());
        }
        return Optional.of(finding);
    }

    private @Nullable Mark nearest(MarkedText text, Mark to, List<String> families) {
        @Nullable Mark best = null;
        Tokens tokens = text.tokens();
        for (String family : families) {
            if (family.startsWith(ANYWHERE)) {
                List<Mark> all = text.marks().family(family.substring(1));
                if (!all.isEmpty()) {
                    return to;
                }
            }
            for (Mark mark : text.marks().family(family)) {
                boolean same = tokens.sentence(mark.from()) == tokens.sentence(to.from());
                boolean apart = mark.from() >= to.to() || mark.to() <= to.from();
                if (same && apart && (!ordered || mark.from() >= to.to()) && distance(mark, to) <= NEAR
                        && (best == null || distance(mark, to) < distance(best, to))) {
                    best = mark;
                }
            }
        }
        return best;
    }

    private static int distance(Mark one, Mark other) {
        return one.from() < other.from() ? other.from() - one.to() : one.from() - other.to();
    }

    private boolean isBlocked(MarkedText text, Mark mark) {
        for (String family : unless) {
            if (family.equals("question") ? asks(text, mark) : inClause(text, mark, family)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inClause(MarkedText text, Mark mark, String family) {
        int clause = text.tokens().clause(mark.from());
        return text.marks().family(family).stream().anyMatch(it -> text.tokens().clause(it.from()) == clause && !mark.equals(it)
                && !(mark.from() <= it.from() && it.to() <= mark.to()));
    }

    private static boolean asks(MarkedText text, Mark mark) {
        Tokens tokens = text.tokens();
        Marks marks = text.marks();
        int last = tokens.sentenceEnd(mark.from()) - 1;
        return tokens.is(last, "?") || inClause(text, mark, "question") && !marks.family("question").isEmpty();
    }
}
