package org.genjin.daemon.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.Tie.From;
import org.genjin.daemon.customer.Tie.Strength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TieTest {

    private static Set<Tie> ties(String names) {
        return Arrays.stream(names.split(" ")).map(Tie::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Tie.class)));
    }

    @ParameterizedTest
    @CsvSource({
        // A buyer's private mail: his number, or the conversation, on top of the name.
        "FREE_MAIL, PERSON PHONE, STRONG",
        "FREE_MAIL, FIRM CONVERSATION, STRONG",
        "FREE_MAIL, PERSON FIRM SUBJECT, STRONG",
        // Name and firm stand on the customer's web site: anybody can write them.
        "FREE_MAIL, PERSON FIRM, WEAK",
        "FREE_MAIL, PERSON, WEAK",
        // Somebody of that name at another firm has changed his employer, or is another.
        "OTHER_DOMAIN, PERSON, NONE",
        "OTHER_DOMAIN, PERSON PHONE, WEAK",
        "OTHER_DOMAIN, PERSON FIRM, STRONG",
        "OTHER_DOMAIN, INTRODUCED CONVERSATION, WEAK",
        // A chat's number is its own; a first name and a country are a guess.
        "CHAT, PHONE, STRONG",
        "CHAT, FIRST_NAME, WEAK",
        "CHAT, FIRST_NAME FIRM, STRONG",
        "CHAT, CHAT_TITLE, STRONG",
        // An accountant writes about the customer's invoice: the message is the customer's, he is not.
        "OTHER_DOMAIN, DOCUMENT, WEAK",
        "OTHER_DOMAIN, DOCUMENT WROTE_FOR, MESSAGE",
        "OTHER_DOMAIN, WROTE_FOR COPIED, MESSAGE",
        "OTHER_DOMAIN, WROTE_FOR, WEAK",
        // The customer gave the address, or a desk writes under the customer's name.
        "FREE_MAIL, GIVEN FIRM, STRONG",
        "FREE_MAIL, GIVEN, WEAK",
        "OTHER_DOMAIN, HOSTED, STRONG",
        "OTHER_DOMAIN, HOST_LIKE DOCUMENT, STRONG"
    })
    void howSureTiesMakeDependsOnWhereSomebodyWritesFrom(From from, String names, Strength strength) {
        assertThat(Tie.strength(ties(names), from)).isEqualTo(strength);
    }
}
