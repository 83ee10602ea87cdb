package org.genjin.daemon.reading.said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactReadingTest {

    private static final FactReading READING = new FactReading();

    @Test
    void theRowsOfAnAttachedInvoiceAreReadWithItsHeadingAndTerms() {
        List<Fact> facts = READING.document("PI.pdf", """
                NORTHWIND LIGHTING CO.
                PROFORMA INVOICE
                Invoice No.: NL-24056\tDate: 2024-05-01
                No.\tItem\tDescription\tQty (pcs)\tUnit price (USD)\tAmount (USD)
                1\tFL-50W\tLED flood light, IP65\t1,000\t5.20\t5,200.00
                2\tFL-100W\tLED flood light\t500\t9.85\t4,925.00
                TOTAL\t\t\t1,500\t\tUSD 10,125.00
                FOB Ningbo. Payment: 30% T/T deposit
                Claims for damaged goods within 7 days.
                """, "en");

        assertThat(facts).extracting(Fact::type, Fact::values).contains(
                tuple(FactType.DOCUMENT, Map.of(FactField.KIND, "PI", FactField.NUMBER, "NL-24056")),
                tuple(FactType.QUANTITY, Map.of(FactField.AMOUNT, BigDecimal.valueOf(1000), FactField.UNIT, "pcs")),
                tuple(FactType.PRICE, Map.of(FactField.AMOUNT, new BigDecimal("5.2"), FactField.CURRENCY, "USD", FactField.PER, "pcs")),
                tuple(FactType.PRICE, Map.of(FactField.AMOUNT, new BigDecimal("9.85"), FactField.CURRENCY, "USD", FactField.PER, "pcs")),
                tuple(FactType.PRICE, Map.of(FactField.AMOUNT, BigDecimal.valueOf(10125), FactField.CURRENCY, "USD")),
                tuple(FactType.INCOTERM, Map.of(FactField.CODE, "FOB", FactField.PLACE, "Ningbo")),
                tuple(FactType.PAYMENT, Map.of(FactField.METHOD, "TT", FactField.PERCENT, BigDecimal.valueOf(30))));
        assertThat(facts).extracting(Fact::type).doesNotContain(FactType.COMPLAINT);
    }

    @Test
    void theColumnsOfAGermanOfferAreToldByTheirFigures() {
        List<Fact> facts = READING.document("angebot.pdf", """
                Angebot
                Angebotsnummer: A-25-190
                Pos Artikel Menge Preis Gesamt
                1 Drucksensor RD-55/16 4 Stk. 412,00 1.648,00
                2 Adapter 1 Satz 96,50 96,50
                Gesamtbetrag EUR 1.744,50
                """, "de");

        assertThat(facts).extracting(Fact::type, Fact::values).containsExactlyInAnyOrder(
                tuple(FactType.DOCUMENT, Map.of(FactField.KIND, "QUOTATION", FactField.NUMBER, "A-25-190")),
                tuple(FactType.PRODUCT_CODE, Map.of(FactField.CODE, "RD-55/16")),
                tuple(FactType.QUANTITY, Map.of(FactField.AMOUNT, BigDecimal.valueOf(4), FactField.UNIT, "pcs")),
                tuple(FactType.PRICE, Map.of(FactField.AMOUNT, BigDecimal.valueOf(412), FactField.CURRENCY, "EUR", FactField.PER, "pcs")),
                tuple(FactType.QUANTITY, Map.of(FactField.AMOUNT, BigDecimal.ONE, FactField.UNIT, "set")),
                tuple(FactType.PRICE, Map.of(FactField.AMOUNT, new BigDecimal("96.5"), FactField.CURRENCY, "EUR", FactField.PER, "set")),
                tuple(FactType.PRICE, Map.of(FactField.AMOUNT, new BigDecimal("1744.5"), FactField.CURRENCY, "EUR")));
    }

    @Test
    void theWordsOfAFactStandInTheMessage() {
        String text = "Dear Ann,\n\nwe need 2x40HQ of chairs, USD 12.50/pc FOB Xiamen, payment 30% by T/T.\nPlease send samples first.";

        assertThat(READING.apply(new Words(text, "en", null))).hasSizeGreaterThan(4).allMatch(it -> text.contains(it.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 pcs ", "not please send sample price USD 5 not ", "a", "1,", "(((", "no. ", "请报价样品", "AB-12 ", "30% T/T ", "$1 - 2 - "})
    void aTextOfTenTimesTheLengthTakesAboutTenTimesAsLong(String part) {
        read(part, 20_000);
        long once = Math.max(read(part, 20_000), 5_000_000);

        assertThat(read(part, 200_000)).isLessThan(40 * once);
    }

    private static long read(String part, int length) {
        Words words = new Words(part.repeat(length / part.length()), "en", null);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        READING.apply(words);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
}
