package org.genjin.daemon.reading.said;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    /** What denies or makes a condition of what it is joined to, but not of what was said before. */
    private static final Set<String> LATER = Set.of("not", "if", "question");
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

    /** Every place where it is said; the rule's first kinds first. */
    Stream<Finding> all(KnownText text) {
        return parts.getFirst().stream()
                .flatMap(first -> text.hits().family(first).stream())
                .flatMap(hit -> from(text, hit).stream());
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
                int far = apart ? distance(tokens, hit, to) : Integer.MAX_VALUE;
                if (same && apart && (!ordered || hit.from() >= to.to()) && far <= NEAR
                        && (best == null || far < distance(tokens, best, to))) {
                    best = hit;
                }
            }
        }
        return best;
    }

    /** The words between them. Most words of Chinese are written with two ideographs. */
    private static int distance(Tokens tokens, Hit one, Hit other) {
        int from = Math.min(one.to(), other.to());
        int to = Math.max(one.from(), other.from());
        if (to - from <= NEAR || to - from > 2 * NEAR + 1) {
            return to - from;
        }
        int ideographs = 0;
        for (int i = from; i < to; i++) {
            ideographs += tokens.kind(i) == Tokens.Kind.HAN ? 1 : 0;
        }
        return to - from - ideographs / 2;
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
        Tokens tokens = text.tokens();
        int clause = tokens.clause(hit.from());
        return text.hits().family(family).stream().anyMatch(it -> tokens.clause(it.from()) == clause
                && !hit.equals(it) && distance(tokens, it, hit) <= (it.from() < hit.from() ? most : most / 2)
                && !(hit.from() <= it.from() && it.to() <= hit.to())
                && !(LATER.contains(family) && isJoined(text, hit, it)));
    }

    /** "It has arrived and when we opened it": what is said after an 'and' is not said of what stands before it. */
    private static boolean isJoined(KnownText text, Hit hit, Hit later) {
        return text.hits().family("and").stream().anyMatch(it -> it.from() >= hit.to() && it.to() <= later.from());
    }

    private static boolean asks(KnownText text, Hit hit) {
        Tokens tokens = text.tokens();
        int last = tokens.sentenceEnd(hit.from()) - 1;
        return tokens.is(last, "?") || inClause(text, hit, "question", Integer.MAX_VALUE);
    }
}
