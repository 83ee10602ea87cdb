package org.genjin.daemon.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentDetailsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Please pay to IBAN DE89 3704 0044 0532 0130 00, thank you | iban:DE89370400440532013000",
        "IBAN: GB82WEST12345698765432 | iban:GB82WEST12345698765432",
        "SWIFT code: NBSHCNBN | swift:NBSHCNBN",
        "BIC/SWIFT COBADEFFXXX | swift:COBADEFF",
        "A/C No. 3901 1234 5678 9012 | account:3901123456789012",
        "账号：6222 0212 3456 7890 | account:6222021234567890",
        "Р/с: 40702810900000012345 | account:40702810900000012345",
        "رقم الحساب: 0123456789012 | account:0123456789012",
        "Cuenta corriente n° 1234-5678-90 | account:1234567890"
    })
    void whereMoneyIsToGoIsRead(String text, String detail) {
        assertThat(PaymentDetails.in(text)).containsExactly(detail);
    }

    @Test
    void aNumberThatOnlyLooksLikeAnIbanIsNone() {
        assertThat(PaymentDetails.in("Order DE89 3704 0044 0532 0130 01 and telephone +49 5221 555 014")).isEmpty();
    }
}
