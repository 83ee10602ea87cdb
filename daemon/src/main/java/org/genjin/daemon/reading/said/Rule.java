package org.genjin.daemon.reading.said;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is said by words of several kinds in one sentence, near to each other, with none of other kinds in
 * their clauses. Written {@code type field=value : kind + kind : unless, unless}; {@code a > b} wants the order,
 * {@code a / b} takes either, {@code ^a} may stand anywhere, {@code question} among the last is a sentence that asks.
 */
final class Rule {

    private static final int NEAR = 12;
    /** What denies stands near to what it denies. */
    private static final int DENIED = 6;
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
        this.parts = List.of(pieces[1].strip().split(" [+>] ", -1)).stream()
                .map(it -> List.of(it.strip().split(" / ", -1))).toList();
        this.unless = pieces.length < 3 ? List.of() : List.of(pieces[2].strip().split(", ", -1));
    }

    FactType type() {
        return type;
    }

    Optional<Finding> find(KnownText text) {
        for (String first : parts.getFirst()) {
            for (Hit hit : text.hits().family(first)) {
                Optional<Finding> found = from(text, hit);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> from(KnownText text, Hit first) {
        int from = first.from();
        int to = first.to();
        if (isBlocked(text, first)) {
            return Optional.empty();
        }
        Hit last = first;
        for (List<String> part : parts.subList(1, parts.size())) {
            @Nullable Hit next = nearest(text, last, part);
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

    private @Nullable Hit nearest(KnownText text, Hit to, List<String> families) {
        @Nullable Hit best = null;
        Tokens tokens = text.tokens();
        for (String family : families) {
            if (family.startsWith(ANYWHERE)) {
                List<Hit> all = text.hits().family(family.substring(1));
                if (!all.isEmpty()) {
                    return to;
                }
            }
            for (Hit hit : text.hits().family(family)) {
                boolean same = tokens.sentence(hit.from()) == tokens.sentence(to.from());
                boolean apart = hit.from() >= to.to() || hit.to() <= to.from();
                if (same && apart && (!ordered || hit.from() >= to.to()) && distance(hit, to) <= NEAR
                        && (best == null || distance(hit, to) < distance(best, to))) {
                    best = hit;
                }
            }
        }
        return best;
    }

    private static int distance(Hit one, Hit other) {
        return one.from() < other.from() ? other.from() - one.to() : one.from() - other.to();
    }

    private boolean isBlocked(KnownText text, Hit hit) {
        for (String family : unless) {
            if (family.equals("question") ? asks(text, hit) : inClause(text, hit, family, family.equals("not")
                    ? DENIED : Integer.MAX_VALUE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inClause(KnownText text, Hit hit, String family, int most) {
        int clause = text.tokens().clause(hit.from());
        return text.hits().family(family).stream().anyMatch(it -> text.tokens().clause(it.from()) == clause
                && !hit.equals(it) && distance(it, hit) <= (it.from() < hit.from() ? most : most / 2)
                && !(hit.from() <= it.from() && it.to() <= hit.to()));
    }

    private static boolean asks(KnownText text, Hit hit) {
        Tokens tokens = text.tokens();
        int last = tokens.sentenceEnd(hit.from()) - 1;
        return tokens.is(last, "?") || inClause(text, hit, "question", Integer.MAX_VALUE);
    }
}
