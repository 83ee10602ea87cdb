package org.genjin.daemon.reading.said;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/** Adds to what was said to be paid how much it is, from the same sentence. */
final class PaidReading {

    private final KnownText text;

    PaidReading(KnownText text) {
        this.text = text;
    }

    /** One payment: that with a sum, else that with a share, else the first told of. */
    List<Finding> read(List<Finding> steps, List<Money> money, List<PaymentReading.Share> shares) {
        return steps.stream()
                .filter(step -> step.fact().type() == FactType.PAID)
                .map(step -> withSum(step, money, shares))
                .max(Comparator.comparingInt(PaidReading::told).thenComparing(Comparator.comparingInt(Finding::from).reversed()))
                .stream()
                .toList();
    }

    private static int told(Finding it) {
        return (it.fact().number(FactField.AMOUNT) != null ? 2 : 0) + (it.fact().number(FactField.PERCENT) != null ? 1 : 0);
    }

    private Finding withSum(Finding step, List<Money> money, List<PaymentReading.Share> shares) {
        Tokens tokens = text.tokens();
        int sentence = tokens.sentence(step.from());
        Optional<Money> sum = money.stream().filter(it -> tokens.sentence(it.from()) == sentence).findFirst();
        Optional<PaymentReading.Share> share = shares.stream().filter(it -> tokens.sentence(it.from()) == sentence)
                .findFirst();
        int from = Math.min(step.from(), Math.min(sum.map(Money::from).orElse(step.from()), share
                .map(PaymentReading.Share::from).orElse(step.from())));
        int to = Math.max(step.to(), Math.max(sum.map(Money::to).orElse(step.to()), share
                .map(PaymentReading.Share::to).orElse(step.to())));
        return Finding.of(FactType.PAID, text, from, to)
                .with(FactField.AMOUNT, sum.map(Money::amount).orElse(null))
                .with(FactField.CURRENCY, sum.map(Money::currency).orElse(null))
                .with(FactField.PERCENT, share.map(PaymentReading.Share::percent).orElse(null));
    }
}
