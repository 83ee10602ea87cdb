package org.genjin.daemon.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyJudgeTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final TradeSigns signs = new TradeSigns();
    private final NameKinds names = new NameKinds();
    private final PartyJudge judge = new PartyJudge();

    /** A conversation: whose first words begin with {@code <} wrote to us, {@code >} is what we wrote. */
    private PartyVerdict verdict(String name, String... messages) {
        PartyTally tally = new PartyTally();
        names.of(name).ifPresent(tally::named);
        for (int i = 0; i < messages.length; i++) {
            boolean byUs = messages[i].startsWith(">");
            Instant at = MONDAY.plusSeconds(3600L * i);
            signs.in(messages[i].substring(1)).forEach(it -> tally.sign(it, byUs, 1, at, at));
        }
        return judge.judge(tally);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<Please quote 500 pcs of valve V-12, FOB. | >Unit price is USD 4.10.",
        "<Bitte nennen Sie uns Ihren Preis für 200 Stück. | >Our offer: EUR 12.40 per piece.",
        "<Necesito cotización de 40 bombas. | >Le cotizo: USD 320 FOB.",
        "<Bonjour, quel est votre prix pour 60 moteurs ? | >Notre prix est de 410 EUR.",
        "<Bom dia, qual o preço de 300 torneiras? | >USD 2,90 FOB.",
        "<Добрый день! Пришлите, пожалуйста, прайс на насосы. | >Price list attached.",
        "<السلام عليكم، نحتاج 300 مضخة، ما هو السعر؟ | >USD 45 CIF Jeddah.",
        "<您好，請提供 300 個閥門的報價。 | >USD 4.10 每个，FOB 宁波。",
        "<Buenos días, adjunto orden de compra 4411, gracias por la cotización. | >Precio para 500 piezas: USD 3,10.",
        "<您好，请报水泵 300 台 CIF 的价格。 | >附件是报价单，USD 41 每台。"
    })
    void whoAsksUsForAPriceBuys(String first, String second) {
        assertThat(verdict("Bramwell Marine", first, second)).isInstanceOf(PartyVerdict.Buyer.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Dalby Steel | >Please quote 20 t of plate S355, 8 mm. | <Our price is EUR 710 per t. | SUPPLIER",
        "鼎丰铜业 | >李经理，请报黄铜棒 5 吨价格。 | <今天含税 62,500 元/吨。 | SUPPLIER",
        "Harbour Forwarding | >Hi, please check rate for 1x40HQ to Callao. | <USD 2,150 all in, transit time 31 days. | FORWARDER",
        "Prüfhaus Testing | >What would the test cost? | <EUR 3,100 per family, please send us 4 samples. | CERTIFIER",
        "Messe Nord | <Dear exhibitor, please pay the invoice for your booth. | >Noted, payment next week. | FAIR",
        "Max | <Hi, we sell lists of verified buyers. Interested? | >No, thank you. | SELLER",
        "吴同学 | <您好，我想应聘贵公司业务员，简历见附件。 | >好的，收到。 | JOB_SEEKER",
        "Ana | <Adjunto mi hoja de vida para la vacante. | >Gracias, la revisamos. | JOB_SEEKER"
    })
    void whomWeAskOrWhoOffersUsTheirServicesIsNoCustomer(String name, String first, String second, PartyKind kind) {
        assertThat(verdict(name, first, second))
                .isInstanceOfSatisfying(PartyVerdict.Other.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }

    @Test
    void aBuyerWhoTalksOfSamplesReportsAndVesselsIsABuyerStill() {
        assertThat(verdict(
                        "Bramwell Marine", "<Could you send me your best price for 90 winches?", ">USD 310 each, FOB.",
                        "<The test report is too old, and which vessel will it be?", ">MSC Clara, ETD 4 May."))
                .isInstanceOf(PartyVerdict.Buyer.class);
    }

    @Test
    void wordsAmongFriendsSayNothing() {
        assertThat(verdict("Mum", "<Are you coming for lunch on Sunday?", ">Yes, at two.")).isInstanceOf(PartyVerdict.Unknown.class);
    }

    @Test
    void aReasonIsSaidInWords() {
        PartyVerdict verdict = verdict("Dalby Steel", ">Please quote 20 t of plate.", "<Our price is EUR 710 per t.");
        assertThat(verdict).isInstanceOfSatisfying(
                PartyVerdict.Other.class, it -> assertThat(it.why()).contains("we ask them for prices", "they name prices"));
    }

    @Test
    void whoSoldToUsOnceAndAsksUsForAPriceNowBuys() {
        assertThat(verdict("鼎丰铜业",
                        ">李经理，请报黄铜棒 5 吨价格。", "<今天含税 62,500 元/吨。", ">好，下单。",
                        "<王先生，我们想买 300 个阀门，请报价。", ">单价是 41 元，含税。"))
                .isInstanceOf(PartyVerdict.Buyer.class);
    }

    @Test
    void aForwarderWhoAsksForOurRatesOfNextMonthStaysAForwarder() {
        assertThat(verdict("Oceanlane Freight", "<Best rate to Hamburg USD 1,900. What is your price idea? Please quote us your next shipment."))
                .isInstanceOf(PartyVerdict.Other.class);
    }

    @Test
    void whoDeclinesIsNotAskedAbout() {
        assertThat(verdict("Larsen", ">We supply valves to your country. May we send a quotation?", "<Not interested, please delete my address."))
                .isNotInstanceOf(PartyVerdict.Unclear.class)
                .isNotInstanceOf(PartyVerdict.Buyer.class);
    }

    @Test
    void whoNeedsSoManyOfSomethingBuysThoughNoPriceIsNamed() {
        assertThat(verdict("Hotel Adler", "<Wir haben Ihre Ventile im Haus. Können wir bei Ihnen direkt weitere 60 Stück kaufen?"))
                .isInstanceOf(PartyVerdict.Buyer.class);
    }
}
