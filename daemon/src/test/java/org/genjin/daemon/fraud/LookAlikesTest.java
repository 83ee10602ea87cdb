package org.genjin.daemon.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    private final LookAlikes known =
            new LookAlikes(List.of("bramwell-marine.example", "factory.example", "nordwind.example", "acme.example"));

    @ParameterizedTest
    @CsvSource({
        "brarnwell-marine.example, bramwell-marine.example", // rn for m
        "bramwe11-marine.example, bramwell-marine.example", // ones for l
        "bramwell-rnarine.example, bramwell-marine.example",
        "bramweIl-marine.example, bramwell-marine.example", // a capital i
        "bramwellmarine.example, bramwell-marine.example", // without the hyphen
        "bramwel-marine.example, bramwell-marine.example", // one letter less
        "bramwelll-marine.example, bramwell-marine.example", // one more
        "bramwlel-marine.example, bramwell-marine.example", // two swapped
        "factori.example, factory.example",
        "fact0ry.example, factory.example",
        "nordvvind.example, nordwind.example", // two v for w
        "n\u043erdwind.example, nordwind.example", // a Cyrillic o
        "xn--nrdwind-90a.example, nordwind.example" // an o with two dots
    })
    void aDomainThatLooksLikeAKnownOneIsTold(String domain, String real) {
        assertThat(known.of(domain)).containsExactly(real);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bramwell-marine.example", "bramwell-marine.com", "bramwell-marine-chile.example", "acne.example", "nordlicht.example",
        "completely-other.example"
    })
    void itselfABranchAndAnotherFirmAreNotSuspected(String domain) {
        assertThat(known.of(domain)).isEmpty();
    }

    @Test
    void amongFiftyThousandDomainsNobodyIsSuspectedForNothing() {
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            domains.add("firm" + Integer.toString(i * 7919, 36) + "trading.example");
        }
        LookAlikes many = new LookAlikes(domains);
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            found += many.of("somebody" + i + "else.example").isEmpty() ? 0 : 1;
        }
        assertThat(found).isZero();
    }
}
