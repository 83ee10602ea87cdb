package org.genjin.daemon.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;

/**
 * On what terms a customer buys, as last spoken of.
 *
 * @param incoterm code, such as {@code FOB}; "" if none was named
 * @param payment such as {@code T/T}; "" if none was named
 * @param currency of the last price, ISO 4217; "" if none was named
 * @param products their codes, those last spoken of first
 * @param quote our last price
 */
record TradeTerms(String incoterm, String port, String payment, String currency, List<String> products, Optional<Quote> quote) {

    static final TradeTerms NONE = new TradeTerms("", "", "", "", List.of(), Optional.empty());

    private static final int PRODUCTS = 5;

    /** @param words such as {@code USD 0.86/pc FOB Shenzhen MOQ 5000 pcs} */
    record Quote(Instant at, long message, String words) {

        String dated(ZoneId zone) {
            return at.atZone(zone).toLocalDate() + " " + words;
        }
    }

    /** @param facts of one customer, the newest first */
    static TradeTerms of(List<SaidFact> facts) {
        Optional<SaidFact> term = facts.stream().filter(it -> is(it, FactType.INCOTERM) && !word(it, FactField.CODE).isEmpty()).findFirst();
        Optional<SaidFact> price = facts.stream().filter(it -> is(it, FactType.PRICE) && !word(it, FactField.CURRENCY).isEmpty()).findFirst();
        Set<String> papers = facts.stream()
                .filter(it -> is(it, FactType.DOCUMENT))
                .map(it -> word(it, FactField.NUMBER))
                .collect(Collectors.toCollection(HashSet::new));
        List<String> products = facts.stream()
                .filter(it -> is(it, FactType.PRODUCT_CODE))
                .map(it -> word(it, FactField.CODE))
                .filter(it -> !it.isEmpty() && !papers.contains(it)) // a paper's number looks like a product's code
                .distinct()
                .limit(PRODUCTS)
                .toList();
        return new TradeTerms(
                term.map(it -> word(it, FactField.CODE)).orElse(""), term.map(it -> word(it, FactField.PLACE)).orElse(""),
                facts.stream().filter(it -> is(it, FactType.PAYMENT)).map(TradeTerms::method).filter(it -> !it.isEmpty()).findFirst().orElse(""),
                price.map(it -> word(it, FactField.CURRENCY)).orElse(""), products, quote(facts));
    }

    private static Optional<Quote> quote(List<SaidFact> facts) {
        return facts.stream()
                .filter(it -> is(it, FactType.PRICE) && it.direction() == Direction.OUT)
                .filter(it -> it.fact().number(FactField.AMOUNT) != null && !word(it, FactField.CURRENCY).isEmpty())
                .findFirst()
                .map(it -> new Quote(it.at(), it.message(), words(it, facts)));
    }

    private static String words(SaidFact price, List<SaidFact> facts) {
        List<SaidFact> message = facts.stream().filter(it -> it.message() == price.message()).toList();
        String per = word(price, FactField.PER);
        String terms = message.stream()
                .filter(it -> is(it, FactType.INCOTERM))
                .map(it -> (word(it, FactField.CODE) + " " + word(it, FactField.PLACE)).strip())
                .findFirst()
                .orElse("");
        String least = message.stream()
                .filter(it -> is(it, FactType.MOQ))
                .map(it -> ("MOQ " + number(it) + " " + word(it, FactField.UNIT)).strip())
                .findFirst()
                .orElse("");
        return Stream.of(word(price, FactField.CURRENCY), number(price) + (per.isEmpty() ? "" : "/" + per), terms, least)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String method(SaidFact it) {
        return word(it, FactField.METHOD).replaceFirst("^([TLDO])([TCPA])$", "$1/$2");
    }

    private static String number(SaidFact it) {
        BigDecimal amount = it.fact().number(FactField.AMOUNT);
        return amount == null ? "" : amount.toPlainString();
    }

    private static boolean is(SaidFact it, FactType type) {
        return it.fact().type() == type;
    }

    private static String word(SaidFact it, FactField field) {
        return Objects.requireNonNullElse(it.fact().word(field), "");
    }
}
