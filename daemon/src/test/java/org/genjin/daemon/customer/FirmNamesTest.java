package org.genjin.daemon.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Bramwell Marine Supplies Ltd. | Bramwell Marine",
        "BRAMWELL MARINE LTD | Bramwell Marine Supplies",
        "Ferretería Los Robles S.A.S. | ferreteria los robles",
        "Ets. Hamdi & Fils | HAMDI & Fils SARL",
        "ООО «Волга Снаб» | Волга Снаб",
        "ex Molino Azul S.L. | Molino Azul",
        "青禾五金有限公司 | 青禾五金",
        "Al Noor Star Trading LLC | Al Noor Star"
    })
    void aFirmIsKnownAgainHoweverItsNameIsWritten(String one, String other) {
        assertThat(FirmNames.keys(one)).containsAnyElementsOf(FirmNames.keys(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Al Noor Star Trading LLC | Al Bahr Star Trading LLC",
        "Nordlys AS | Nordlight AB"
    })
    void firmsThatOnlySoundAlikeAreTwo(String one, String other) {
        assertThat(FirmNames.keys(one)).doesNotContainAnyElementsOf(FirmNames.keys(other));
    }

    @Test
    void whatEveryFirmIsCalledIsNoName() {
        assertThat(FirmNames.keys("Import Export Group Ltd")).isEmpty();
    }
}
