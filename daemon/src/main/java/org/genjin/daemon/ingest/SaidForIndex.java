package org.genjin.daemon.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Subjects;
import org.genjin.index.IndexEntry;

/** What a message says, in the words by which it is looked for: {@code type:quote}, {@code price>0.8}. Pure. */
final class SaidForIndex {

    private SaidForIndex() {}

    static IndexEntry.Said of(List<Fact> facts, Direction direction) {
        Set<String> codes = new LinkedHashSet<>();
        List<IndexEntry.Price> prices = new ArrayList<>();
        for (Fact it : facts) {
            if (it.type() == FactType.PRICE || it.type() == FactType.TARGET_PRICE) {
                BigDecimal amount = it.number(FactField.AMOUNT);
                String currency = it.word(FactField.CURRENCY);
                if (amount != null) {
                    prices.add(new IndexEntry.Price(amount.doubleValue(), currency == null ? "" : currency));
                }
            }
            String code = it.type() == FactType.PRODUCT_CODE ? it.word(FactField.CODE) : null;
            if (code != null) {
                codes.add(code);
            }
        }
        return new IndexEntry.Said(Subjects.of(facts, direction == Direction.OUT), List.copyOf(codes), prices);
    }
}
