package org.genjin.daemon.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressMarksTest {

    private final AddressMarks marks = new AddressMarks();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Tom Ellis, 12 Mill Lane, HG1 5QT | GB",
        "410 Patton Ave, Asheville, NC 28801 | US",
        "7 Depot Rd, Dubbo NSW 2830 | AU",
        "Guelph, ON N1H 3A1 | CA",
        "GSTIN 24ABCDE1234F1Z5 | IN",
        "CNPJ 12.345.678/0001-90 | BR",
        "ООО «Пример», ИНН 7701234567 | RU",
        "Przykład Sp. z o.o., NIP: 1234567890 | PL",
        "Örnek San. ve Tic. Ltd. Şti. | TR",
        "山本商事株式会社 | JP"
    })
    void aPostCodeOrARegisterTellsTheCountry(String signature, String country) {
        assertThat(marks.in(signature)).hasValueSatisfying(it -> assertThat(it.country()).isEqualTo(country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kind regards\nMaria", "Order 12345, 20 pcs", "Musterstraße 5, 12345 Musterstadt", "Tel 030 555 0100"})
    void whatIsWrittenInManyCountriesTellsNone(String signature) {
        assertThat(marks.in(signature)).isEmpty();
    }
}
