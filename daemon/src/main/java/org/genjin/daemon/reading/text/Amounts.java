package org.genjin.daemon.reading.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a text: figures with their multipliers, numbers in words, ranges. */
final class Amounts {

    private static final String HAN_DIGITS = "零一二三四五六七八九";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Tokens tokens;
    private final Hits hits;
    private final Figures figures;

    Amounts(Tokens tokens, Hits hits, String language) {
        this.tokens = tokens;
        this.hits = hits;
        this.figures = Figures.of(tokens, language);
    }

    List<Amount> all() {
        List<Amount> all = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Amount> amount = at(at);
            if (amount.isEmpty()) {
                at++;
                continue;
            }
            Amount here = amount.get();
            Amount before = all.isEmpty() ? null : all.getLast();
            if (before != null && before.least() == null && isRange(before, here)) {
                all.removeLast();
                here = here.since(scaled(before, here));
            }
            all.add(here);
            at = here.to();
        }
        return all;
    }

    /** "10-15k": the multiplier counts for both. */
    private Amount scaled(Amount lesser, Amount greater) {
        if (greater.to() - greater.from() == 1 || lesser.to() - lesser.from() > 1) {
            return lesser;
        }
        BigDecimal bare = figures.value(tokens.folded(greater.from()), false).orElse(greater.value());
        return bare.signum() == 0 || greater.value().compareTo(bare) == 0
                ? lesser
                : lesser.times(greater.value().divideToIntegralValue(bare), lesser.to());
    }

    private boolean isRange(Amount before, Amount here) {
        if (before.value().compareTo(here.value()) >= 0 || tokens.sentence(before.from()) != tokens.sentence(here.from())) {
            return false;
        }
        // "RS25/4G-130 - 3 thousand": what ends a code begins no range.
        if (tokens.glued(before.from()) && (tokens.is(before.from() - 1, "-") || tokens.is(before.from() - 1, "/")
                || tokens.is(before.from() - 1, Tokens.Kind.WORD) && hits.endingAt(before.from(), "cur").isEmpty())) {
            return false;
        }
        int between = here.from() - before.to();
        if (between == 1) {
            return tokens.is(before.to(), "-") || tokens.is(before.to(), "~") || tokens.is(before.to(), "至")
                    || tokens.is(before.to(), "到") || hits.startingAt(before.to(), "upto").isPresent()
                    || hits.startingAt(before.to(), "and").isPresent()
                            && hits.endingAt(before.from(), "between").isPresent();
        }
        return false;
    }

    private Optional<Amount> at(int at) {
        if (tokens.kind(at) == Tokens.Kind.NUMBER) {
            return figures.value(tokens.folded(at), false).map(value -> multiplied(new Amount(
                    value, figures.value(tokens.folded(at), true).orElse(value), at, at + 1, null, false)));
        }
        if (tokens.kind(at) == Tokens.Kind.HAN) {
            return han(at);
        }
        Optional<Hit> word = hits.startingAt(at, "num");
        if (word.isPresent()) {
            BigDecimal value = new BigDecimal(word.get().kind());
            return Optional.of(multiplied(new Amount(value, value, at, word.get().to(), null, true)));
        }
        return hits.startingAt(at, "mult").filter(it -> it.kind().equals("1000") && tokens.kind(at) == Tokens.Kind.WORD
                        && tokens.end(at) - tokens.start(at) > 2)
                .map(it -> new Amount(BigDecimal.valueOf(1000), BigDecimal.valueOf(1000), at, it.to(), null, true));
    }

    private Amount multiplied(Amount amount) {
        int at = amount.to();
        if (at < tokens.size() && tokens.kind(at) == Tokens.Kind.HAN) {
            @Nullable BigDecimal factor = factor(tokens.folded(at));
            if (factor == null) {
                return amount;
            }
            Amount more = amount.times(factor, at + 1);
            // "1万5", "2千万"
            return multiplied(more);
        }
        return hits.startingAt(at, "mult")
                .filter(it -> tokens.sentence(at) == tokens.sentence(amount.from()))
                .filter(it -> tokens.end(at) - tokens.start(at) > 1 || tokens.glued(at)
                        || tokens.start(at) - tokens.end(at - 1) == 1)
                .map(it -> amount.times(new BigDecimal(it.kind()), it.to()))
                .orElse(amount);
    }

    private static @Nullable BigDecimal factor(String han) {
        return switch (han) {
            case "百" -> BigDecimal.valueOf(100);
            case "千" -> BigDecimal.valueOf(1000);
            case "万" -> BigDecimal.valueOf(10_000);
            case "亿" -> BigDecimal.valueOf(100_000_000);
            default -> null;
        };
    }

    /** A number in ideographs: 两, 三十五, 一千二百, 两万五. */
    private Optional<Amount> han(int from) {
        long total = 0;
        long part = 0;
        long digit = -1;
        long last = 1;
        int at = from;
        boolean half = false;
        while (at < tokens.size() && tokens.kind(at) == Tokens.Kind.HAN && at - from < 12) {
            String sign = tokens.folded(at);
            int value = sign.equals("两") ? 2 : HAN_DIGITS.indexOf(sign);
            @Nullable BigDecimal factor = sign.equals("十") ? BigDecimal.TEN : factor(sign);
            if (value >= 0) {
                digit = value;
            } else if (factor != null && (at > from || sign.equals("十"))) {
                long times = factor.longValueExact();
                long count = digit < 0 ? (part == 0 ? 1 : 0) : digit;
                if (times >= 10_000) {
                    total = (total + part + Math.max(digit, part == 0 ? count : 0)) * times;
                    part = 0;
                } else {
                    part += count * times;
                }
                last = times;
                digit = -1;
            } else if (sign.equals("半") && at == from) {
                half = true;
                at++;
                break;
            } else {
                break;
            }
            at++;
        }
        if (at == from) {
            return Optional.empty();
        }
        long rest = digit < 0 ? 0 : at - 2 >= from && factor(tokens.folded(at - 2)) != null ? digit * last / 10 : digit;
        BigDecimal value = half ? HALF : BigDecimal.valueOf(total + part + rest);
        return value.signum() == 0 ? Optional.empty() : Optional.of(new Amount(value, value, from, at, null, true));
    }
}
