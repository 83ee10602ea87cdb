package org.genjin.daemon.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNumbersTest {

    private final DocumentNumbers numbers = new DocumentNumbers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Please see PI HD-26011 attached. | 26011",
        "Your PI 26011 waits for the deposit. | 26011",
        "Unsere Bestellung Nr. 880412 | 880412",
        "pedido OL-26044, etiquetas | 26044",
        "оплата по счёту № 70114 | 70114",
        "订单 553120 什么时候发货 | 553120",
        "بخصوص الفاتورة 44120 | 44120",
        "[Case 5520] order BTH-20417 | 5520 20417"
    })
    void theNumberOfAnOrderOrAnInvoiceIsTheSameHoweverItIsWritten(String text, String found) {
        assertThat(numbers.in(text)).containsExactlyInAnyOrder(found.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12000 pieces, USD 14.20, 3,400 cartons",
        "EN 62471 and ISO 45001",
        "Call me: +86 579 5550 1010",
        "The fair is on 2026-04-15, the invoice of 2025 is paid",
        "valve DN 1500, 230 V"
    })
    void whatEverybodyHasIsNoNumberOfAPaper(String text) {
        assertThat(numbers.in(text)).isEmpty();
    }

    @Test
    void aTextWithoutEndIsReadAsFarAsALetterGoes() {
        assertThat(numbers.in("7".repeat(2_000_000))).isEqualTo(List.of());
    }
}
