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
 * A sum of money in a text.
 *
 * @param amount as said
 * @param currency ISO 4217
 * @param per the unit's code; null if none was said
 * @param least the lesser sum where it is a range; else null
 * @param from its first token
 * @param to the token after its last
 */
record Money(BigDecimal amount, String currency, @Nullable String per, @Nullable BigDecimal least, int from, int to) {

    private static final Set<String> BETWEEN = Set.of(":", "(", "~", "-", "约", "是", "为");
    private static final int NEAR = 6;

    static List<Money> all(KnownText text) {
        List<Money> all = new ArrayList<>();
        int free = 0;
        List<Amount> amounts = text.amounts();
        for (int i = 0; i < amounts.size(); i++) {
            Amount amount = amounts.get(i);
            if (amount.words() && amount.value().compareTo(BigDecimal.ONE) <= 0) {
                continue;
            }
            Optional<Money> money = of(text, amount, free, i + 1 < amounts.size() ? amounts.get(i + 1) : null);
            if (money.isPresent()) {
                all.add(money.get());
                free = money.get().to();
            }
        }
        return shared(all, text);
    }

    private static Optional<Money> of(KnownText text, Amount amount, int free, @Nullable Amount next) {
        Optional<Hit> before = before(text, amount.from()).filter(it -> it.from() >= free);
        Optional<Hit> after = text.hits().startingAt(amount.to(), "cur")
                .filter(it -> text.tokens().sentence(it.from()) == text.tokens().sentence(amount.from()))
                // "USD 5 USD 6", "1,500 USD 10,125.00": it belongs to what follows, unless that is counted or has its own.
                .filter(it -> next == null || next.from() != it.to() || text.hits().startingAt(next.to(), "unit").isPresent()
                        || before.isEmpty() && text.hits().startingAt(next.to(), "cur").isPresent());
        boolean inCode = after.isPresent() && tokens(text).glued(after.get().to())
                && tokens(text).is(after.get().to(), Tokens.Kind.NUMBER)
                && tokens(text).glued(after.get().from());
        if (before.isEmpty() && after.isEmpty() || inCode) {
            return Optional.empty();
        }
        Hit currency = before.isPresent() && (after.isEmpty() || text.tokens().glued(amount.from())
                || after.get().kind().equals(
                        before.get().kind()) || isVague(after.get())) ? before.get() : after.orElseThrow();
        // "$ 500 USD", "¥ 500 RMB"
        String code = before.isPresent() && after.isPresent() ? clearer(before.get(), after.get()) : dollar(text, currency);
        int from = before.map(Hit::from).orElse(amount.from());
        int to = dash(text, Math.max(amount.to(), after.map(Hit::to).orElse(0)));
        Rate rate = Rate.after(text, to).or(() -> Rate.before(text, from)).orElse(new Rate(null, to));
        BigDecimal value = amount.value();
        Amount least = amount.least();
        return Optional.of(new Money(value, code, rate.unit(), least == null ? null
                : least.value(), from, Math.max(to, rate.to())));
    }

    private static Tokens tokens(KnownText text) {
        return text.tokens();
    }

    private static boolean isVague(Hit currency) {
        return currency.to() - currency.from() == 1 && currency.kind().equals("CNY");
    }

    /** "CHF 16.–": the dash stands for no cents. */
    private static int dash(KnownText text, int end) {
        Tokens tokens = text.tokens();
        boolean dash = tokens.is(end, ".") && tokens.glued(end) && tokens.is(end + 1, "-") && tokens.glued(end + 1);
        return dash ? end + 2 : end;
    }

    /** "A$30" is Australian, "a $30 discount" is not. */
    private static String dollar(KnownText text, Hit currency) {
        int last = currency.to() - 1;
        boolean parted = last > currency.from() && text.tokens().is(last, "$") && !text.tokens().glued(last);
        return parted ? "USD" : currency.kind();
    }

    private static String clearer(Hit before, Hit after) {
        return before.kind().equals("USD") && before.to() - before.from() == 1 ? after.kind() : before.kind();
    }

    private static Optional<Hit> before(KnownText text, int amount) {
        int at = amount;
        for (int skipped = 0; skipped < 2 && at > 0; skipped++) {
            Optional<Hit> hit = text.hits().endingAt(at, "cur");
            if (hit.isPresent()) {
                return hit.filter(it -> text.tokens().sentence(it.from()) == text.tokens().sentence(amount));
            }
            boolean joined = text.tokens().is(at - 1, "-") && text.tokens().glued(at - 1)
                    && text.tokens().is(at - 2, Tokens.Kind.WORD);
            if (joined || !BETWEEN.contains(text.tokens().folded(at - 1))) {
                break;
            }
            at--;
        }
        return Optional.empty();
    }

    /** "between 0.70 and 0.72 per kilo", "2.5 to 2.6 a piece": what the second is for the first is for too. */
    private static List<Money> shared(List<Money> all, KnownText text) {
        List<Money> shared = new ArrayList<>(all);
        for (int i = shared.size() - 2; i >= 0; i--) {
            Money one = shared.get(i);
            Money next = shared.get(i + 1);
            boolean joined = next.from - one.to == 1 && (text.hits().startingAt(one.to, "upto").isPresent()
                    || text.hits().startingAt(one.to, "and").isPresent() || text.tokens().is(one.to, "-")
                    || text.tokens().is(one.to, "/"));
            if (one.per == null && next.per != null && joined && one.currency.equals(next.currency)
                    && next.from - one.from < NEAR) {
                shared.set(i, new Money(one.amount, one.currency, next.per, one.least, one.from, next.to));
            }
        }
        return shared;
    }
}
