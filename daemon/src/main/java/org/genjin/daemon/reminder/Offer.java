package org.genjin.daemon.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;

/**
 * The last prices that we named to a customer.
 *
 * @param prices at least one, each once
 * @param incoterm empty if none was named
 * @param moq empty if none was named
 */
public record Offer(Instant at, List<Fact> prices, Optional<Fact> incoterm, Optional<Fact> moq) {

    public Offer {
        prices = List.copyOf(prices);
    }

    /**
     * The newest that says what a piece or a kilo costs; where none does, the newest sum.
     *
     * @param facts of a customer, the newest first
     */
    static Optional<Offer> last(List<SaidFact> facts) {
        List<SaidFact> prices =
                facts.stream().filter(it -> it.direction() == Direction.OUT && it.fact().type() == FactType.PRICE).toList();
        Optional<SaidFact> newest = prices.stream().filter(it -> it.fact().word(FactField.PER) != null).findFirst();
        return newest.or(() -> prices.stream().findFirst()).map(first -> new Offer(
                first.at(), Stream.concat(Stream.of(first.fact()), in(first, facts, FactType.PRICE)).distinct().toList(),
                in(first, facts, FactType.INCOTERM).findFirst(), in(first, facts, FactType.MOQ).findFirst()));
    }

    private static Stream<Fact> in(SaidFact first, List<SaidFact> facts, FactType type) {
        return facts.stream().filter(it -> it.message() == first.message()).map(SaidFact::fact).filter(it -> it.type() == type);
    }
}
