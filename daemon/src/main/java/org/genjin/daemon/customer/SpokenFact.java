package org.genjin.daemon.customer;

import java.time.Instant;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;

/**
 * A fact, and who said it when.
 *
 * @param message the row it was said in
 */
public record SpokenFact(Instant at, Direction direction, Fact fact, long message) {

    boolean isTheirs(FactType type) {
        return direction == Direction.IN && fact.type() == type;
    }

    boolean isOurs(FactType type) {
        return direction == Direction.OUT && fact.type() == type;
    }

    boolean has(FactField field, String value) {
        return value.equals(fact.values().get(field));
    }
}
