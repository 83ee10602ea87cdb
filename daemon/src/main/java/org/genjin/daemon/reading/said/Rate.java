package org.genjin.daemon.reading.said;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a sum of money is for.
 *
 * @param unit its code
 * @param to the token after its last
 */
record Rate(@Nullable String unit, int to) {

    private static final Set<String> ONE = Set.of("1", "一", "one", "each", "every");
    private static final int FAR = 8;
    private static final List<String> OTHER = List.of("notgoods", "pay", "term", "cur", "payword", "link", "port", "place", "number", "ask", "not", "per", "carrier", "notthing");

    /** "/pc", "a set", "за метр", "一套", "للطن", "each", after the sum, after words on tax or terms in between. */
    static Optional<Rate> after(KnownText text, int end) {
        Tokens tokens = text.tokens();
        int at = text.hits().startingAt(end, "tax").filter(it -> same(tokens, it.from(), end)).map(Hit::to).orElse(end);
        if (at >= tokens.size() || !same(tokens, at, end)) {
            return Optional.empty();
        }
        Optional<Rate> each = text.hits().startingAt(at, "each").map(it -> new Rate("pcs", it.to()));
        return unit(text, at, end).or(() -> each);
    }

    private static Optional<Rate> unit(KnownText text, int at, int end) {
        Tokens tokens = text.tokens();
        int unitAt = text.hits().startingAt(at, "per").map(Hit::to).orElse(at);
        boolean said = unitAt > at;
        if (unitAt < tokens.size() && ONE.contains(tokens.folded(unitAt))) {
            said = said || tokens.kind(unitAt) == Tokens.Kind.HAN;
            unitAt++;
        }
        if (unitAt >= tokens.size() || !same(tokens, unitAt, end)) {
            return Optional.empty();
        }
        int noun = unitAt;
        boolean arabic = tokens.words(unitAt, unitAt + 1).startsWith("ل");
        return said || arabic
                ? text.hits().startingAt(unitAt, "unit").map(it -> new Rate(it.kind(), it.to()))
                        .or(() -> thing(text, at, noun))
                : Optional.empty();
    }

    /** "por pneu", "per chair": a thing whose name is no unit is counted. */
    private static Optional<Rate> thing(KnownText text, int per, int noun) {
        Tokens tokens = text.tokens();
        boolean strict = text.hits().of("per.strict").stream().anyMatch(it -> it.from() == per);
        boolean name = tokens.is(noun, Tokens.Kind.WORD) && tokens.end(noun) - tokens.start(noun) > 2
                && OTHER.stream().allMatch(family -> text.hits().startingAt(noun, family).isEmpty());
        return strict && name ? Optional.of(new Rate("pcs", noun + 1)) : Optional.empty();
    }

    /** "每吨 625 美元", "price per ton: USD 625". */
    static Optional<Rate> before(KnownText text, int start) {
        Tokens tokens = text.tokens();
        for (int at = start; at > 0 && start - at < FAR && same(tokens, at - 1, start) && !tokens.is(at - 1, ","); at--) {
            Optional<Hit> each = text.hits().endingAt(at, "unitprice");
            if (each.isPresent()) {
                return Optional.of(new Rate("pcs", start));
            }
            Optional<Hit> unit = text.hits().endingAt(at, "unit");
            if (unit.isPresent()) {
                return text.hits().endingAt(unit.get().from(), "perbefore").map(_ -> new Rate(unit.get().kind(), start));
            }
            if (tokens.kind(at - 1) == Tokens.Kind.NUMBER) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean same(Tokens tokens, int token, int other) {
        return token < tokens.size() && tokens.sentence(token) == tokens.sentence(Math.max(0, other - 1));
    }
}
