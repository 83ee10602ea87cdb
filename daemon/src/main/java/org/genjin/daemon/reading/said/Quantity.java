package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Amount;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A number of something that can be counted, weighed or measured, whatever it is said for.
 *
 * @param unit its code
 * @param least the lesser number where it is a range; else null
 * @param from its first token
 * @param to the token after its last
 */
record Quantity(BigDecimal amount, String unit, @Nullable BigDecimal least, int from, int to) {

    private static final Set<String> TIMES = Set.of("x", "*", "х", "×");
    private static final Set<String> COUNTED = Set.of("pcs", "set", "pair", "roll", "ctn", "pallet", "bag");

    static List<Quantity> all(KnownText text) {
        List<Quantity> all = new ArrayList<>();
        int free = 0;
        for (Amount amount : text.amounts()) {
            Optional<Quantity> quantity = amount.from() < free ? Optional.empty() : of(text, amount);
            if (quantity.isPresent()) {
                all.add(quantity.get());
                free = quantity.get().to();
            }
        }
        for (Hit two : text.hits().family("two")) {
            all.add(new Quantity(BigDecimal.TWO, two.kind(), null, two.from(), two.to()));
        }
        return all;
    }

    static Optional<Quantity> startingAt(KnownText text, int token) {
        return text.amountAt(token).flatMap(it -> of(text, it));
    }

    private static Optional<Quantity> of(KnownText text, Amount amount) {
        Tokens tokens = text.tokens();
        // The figure of a container's name is no number of its own.
        Optional<Hit> container = text.hits().startingAt(amount.from(), "unit").filter(it -> isContainer(it.kind()));
        if (container.isPresent()) {
            return behind(text, container.get());
        }
        int at = amount.to();
        boolean times = at < tokens.size() && TIMES.contains(tokens.folded(at));
        Optional<Hit> unit = text.hits().startingAt(times ? at + 1 : filler(text, at), "unit");
        if (unit.isEmpty() || tokens.sentence(unit.get().from()) != tokens.sentence(amount.from())
                || (times && !isContainer(unit.get().kind()))) {
            return Optional.empty();
        }
        String code = unit.get().kind();
        int first = unit.get().from();
        // What begins the next line with a great letter, or is nothing but a letter, is none.
        if (tokens.line(first) != tokens.line(amount.from())
                && (tokens.end(first) - tokens.start(first) == 1
                        || Character.isUpperCase(tokens.words(first, first + 1).charAt(0)))) {
            return Optional.empty();
        }
        // "a box", "一个": an article.
        boolean coded = amount.from() > 0 && tokens.is(amount.from() - 1, Tokens.Kind.NUMBER);
        if (amount.words() && amount.value().compareTo(BigDecimal.ONE) <= 0 && !isContainer(code) && !coded) {
            return Optional.empty();
        }
        boolean whole = COUNTED.contains(code) || isContainer(code);
        Amount least = amount.least();
        return Optional.of(new Quantity(
                whole ? amount.whole() : amount.value(), code, least == null ? null : whole ? least.whole() : least.value(),
                amount.from(), unit.get().to()));
    }

    /** "40HQ x 2", "40HQ*2". */
    private static Optional<Quantity> behind(KnownText text, Hit container) {
        int at = container.to();
        if (at >= text.tokens().size()) {
            return Optional.empty();
        }
        boolean times = TIMES.contains(text.tokens().folded(at));
        return text.amountAt(times ? at + 1 : at).filter(it -> times || it.words()
                && text.tokens().clause(at) == text.tokens().clause(container.from()))
                .map(it -> new Quantity(it.whole(), container.kind(), null, container.from(), it.to()));
    }

    private static int filler(KnownText text, int at) {
        return text.hits().startingAt(at, "some").map(Hit::to).orElse(at);
    }

    static boolean isContainer(String unit) {
        return unit.length() == 4 && (unit.startsWith("20") || unit.startsWith("40"));
    }
}
