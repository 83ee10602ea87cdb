package org.genjin.daemon.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Address cards are as the standards say. */
class VcardTest {

    private static final Line KIM = Line.begin()
            .put(Field.COMPANY_ID, "C0007")
            .put(Field.CONTACT_ID, "C0007-1")
            .put(Field.COMPANY, "Acme, Valves; Ltd")
            .put(Field.CONTACT, "王伟 Kim")
            .put(Field.FIRST, "王伟")
            .put(Field.LAST, "Kim")
            .put(Field.PHONES, List.of("+441134960711"))
            .put(Field.SOCIAL, List.of("WeChat-kim"))
            .put(Field.NOTES, "first line\nsecond: " + "长长的备注".repeat(20))
            .line();

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsBroken() {
        String card = new Vcard(true).card(KIM);
        assertThat(card.split("\r\n")).allMatch(it -> it.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(card.replace("\r\n ", "")).contains("NOTE:first line\\nsecond: " + "长长的备注".repeat(20) + "\r\n");
    }

    @Test
    void commasAndSemicolonsDivideNothing() {
        assertThat(new Vcard(true).card(KIM)).contains("ORG:Acme\\, Valves\\; Ltd\r\n").contains("VERSION:4.0").contains("KIND:individual");
    }

    @Test
    void aNameInAChatHasItsLabelInTheSameGroup() {
        assertThat(new Vcard(true).card(KIM)).contains("item1.IMPP:wechat:kim\r\nitem1.X-ABLabel:WeChat\r\n");
    }

    @Test
    void olderProgramsGetWhatTheyKnow() {
        String card = new Vcard(false).card(KIM);
        assertThat(card).contains("VERSION:3.0").contains("TEL;TYPE=WORK,VOICE:+441134960711").doesNotContain("KIND:");
    }

    @Test
    void aFirmWithoutAPersonIsACardOfItsOwn() {
        String card = new Vcard(true).card(Line.begin().put(Field.CONTACT_ID, "C0007-0").put(Field.COMPANY, "Acme").line());
        assertThat(card).contains("KIND:org").contains("FN:Acme").contains("N:;;;;");
    }
}
