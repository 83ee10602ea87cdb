package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.reading.text.Amount;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/**
 * "960 mixers ref. MX-7702", "14 tyres are missing": goods counted without a unit, where the line or the complaint shows
 * it.
 */
final class UncountedGoods {

    private static final int CODED = 3;
    private static final int MOST_LINES = 99;

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Money> money;
    private final List<Chunk> codes;

    UncountedGoods(KnownText text, List<Money> money, List<Chunk> codes) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
        this.money = money;
        this.codes = codes;
    }

    /** @param counted those that have a unit */
    List<Quantity> read(List<Quantity> counted) {
        List<Quantity> more = new ArrayList<>();
        for (Amount amount : text.amounts()) {
            boolean percent = tokens.is(amount.to(), "%") || hits.startingAt(amount.to(), "percent").isPresent();
            boolean taken = percent || counted.stream().anyMatch(it -> it.from() < amount.to() && amount.from() < it.to())
                    || isPosition(amount, counted);
            if (!taken && !amount.words() && isWhole(amount) && hits.endingAt(amount.from(), "notcount").isEmpty()
                    && (isItem(amount) || isHeaded(amount) || isMissing(amount) || isCoded(amount))) {
                more.add(new Quantity(amount.whole(), "pcs", amount.least() == null ? null
                        : amount.least().whole(), amount.from(), amount.to()));
            }
        }
        return more;
    }

    /** "3  screw set  90 sets": the number of a line of which the quantity stands further on. */
    private boolean isPosition(Amount amount, List<Quantity> counted) {
        return amount.whole().compareTo(BigDecimal.valueOf(MOST_LINES)) <= 0 && counted.stream()
                .anyMatch(it -> it.from() > amount.to() && tokens.line(it.from()) == tokens.line(amount.from()) && isItem(amount));
    }

    static boolean isWhole(Amount amount) {
        return amount.whole().stripTrailingZeros().scale() <= 0 && amount.whole().compareTo(BigDecimal.ZERO) > 0;
    }

    /** Begins a line and is followed by a name, with a code or a price later in the line. */
    private boolean isItem(Amount amount) {
        int first = amount.from();
        boolean begins = first == 0 || tokens.line(first - 1) != tokens.line(first)
                || (tokens.kind(first - 1) == Tokens.Kind.SIGN && (first == 1
                        || tokens.line(first - 2) != tokens.line(first)));
        int at = amount.to();
        if (!begins || at >= tokens.size() || tokens.line(at) != tokens.line(first) || tokens.glued(at) || !isName(at)) {
            return false;
        }
        return inLine(first);
    }

    /** "12 impellers IMP-100", "960 mixers ref. MX-7702". */
    private boolean isCoded(Amount amount) {
        int at = amount.to();
        boolean named = at < tokens.size() && isName(at) && !tokens.glued(at) && !tokens.glued(amount.from())
                && tokens.sentence(at) == tokens.sentence(amount.from());
        return named && codes.stream().anyMatch(it -> it.from() > at && it.from() - at <= CODED
                && tokens.clause(it.from()) == tokens.clause(at));
    }

    private boolean inLine(int token) {
        int line = tokens.line(token);
        return codes.stream().anyMatch(it -> tokens.line(it.from()) == line && it.from() > token)
                || money.stream().anyMatch(it -> tokens.line(it.from()) == line && it.from() > token && it.per() != null);
    }

    private boolean isName(int token) {
        return tokens.kind(token) == Tokens.Kind.WORD && hits.startingAt(token, "notgoods").isEmpty()
                && hits.startingAt(token, "cur").isEmpty() && hits.startingAt(token, "unit").isEmpty()
                && tokens.end(token) - tokens.start(token) > 2;
    }

    /** "Qty: 500". */
    private boolean isHeaded(Amount amount) {
        int at = amount.from();
        at = at > 0 && (tokens.is(at - 1, ":") || tokens.is(at - 1, "=")) ? at - 1 : at;
        boolean headed = at > 0 && hits.endingAt(at, "qty").isPresent();
        int to = amount.to();
        boolean alone = to >= tokens.size() || tokens.sentence(to) != tokens.sentence(amount.from())
                || tokens.clause(to) != tokens.clause(amount.from())
                || tokens.kind(to) == Tokens.Kind.SIGN && !tokens.is(to, "%") || tokens.is(to, Tokens.Kind.WORD)
                        && isName(to);
        return headed && alone && !GoodsReading.isTimes(tokens, to);
    }

    private boolean isMissing(Amount amount) {
        int at = amount.to();
        return at < tokens.size() && isName(at) && !tokens.glued(at) && tokens.sentence(at) == tokens.sentence(amount.from())
                && hits.endingAt(amount.from(), "short").isPresent();
    }
}
