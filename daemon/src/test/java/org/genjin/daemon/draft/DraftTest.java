package org.genjin.daemon.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genjin.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suggested answer as a link, and how its reader is called. */
class DraftTest {

    private static Draft draft(Language language, String text) {
        return new Draft(language, "kim+x@acme.example", "Re: 50% & more", "<a+b@acme.example>", "Guten Tag Kim,", text, "Gruß\nLi");
    }

    private static String decoded(String link) {
        return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Test
    void theLinkOpensAnAnswerToTheirMailWithSubjectAndWords() {
        String link = draft(Language.DE, "wie gefällt Ihnen DN50+A?").link();
        assertThat(URI.create(link).getScheme()).isEqualTo("mailto");
        assertThat(link).startsWith("mailto:kim%2Bx@acme.example?").doesNotContain(" ", "+", "<", "\n");
        assertThat(link.split("&")).hasSize(3);
        assertThat(decoded(link)).isEqualTo("mailto:kim+x@acme.example?subject=Re: 50% & more&In-Reply-To=<a+b@acme.example>"
                + "&body=Guten Tag Kim,\r\n\r\nwie gefällt Ihnen DN50+A?\r\n\r\nGruß\r\nLi");
    }

    @Test
    void aLongTextIsCutAtTheEndOfASentence() {
        String link = draft(Language.RU, "Первое предложение о трубах. ".repeat(40).strip()).link();
        assertThat(link.length()).isLessThanOrEqualTo(Draft.LONGEST_LINK);
        assertThat(decoded(link)).endsWith("Первое предложение о трубах.").doesNotContain("Gruß");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "Kim Lee, true, US, Kim", "Kim Lee, false, US, Kim Lee", "Kim Lee, true, KR, Kim Lee", "KIM LEE, true, -, Kim", "Kim, true, -, Kim",
        "Dr. Anna Schmidt, true, DE, Dr. Anna Schmidt", "J. Smith, true, US, J. Smith", "Abdul Rahman, true, AE, Abdul Rahman",
        "王伟, false, CN, 王伟", "Ana (Compras), true, CO, Ana", "Kofi Mensah via LinkedIn, true, GH, Kofi", "Jean-Pierre Blanc, true, FR, Jean-Pierre",
        "Sales Team, true, DE, -", "Acme GmbH, true, DE, -", "kim@acme.example, true, -, -", "采购部, false, CN, -", "Room 12, true, -, -", "'', true, -, -"})
    void peopleAreCalledByTheirNamesAndMailboxesAreNot(String name, boolean byFirst, String country, String expected) {
        assertThat(Called.by(name, byFirst, country).orElse(null)).isEqualTo(expected);
    }

    @Test
    void aFamilyNameThatStandsFirstWithACommaIsPutBehind() {
        assertThat(Called.by("Lee, Kim", false, "US")).hasValue("Kim Lee");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "es, -, es", "pt, AO, pt-BR", "zh, TW, zh-CN", "it, AR, en", "-, CO, es", "-, BR, pt-BR", "-, SA, ar", "-, CN, zh-CN", "-, TW, en", "-, NG, en",
        "-, -, en", "it fr, IT, fr"})
    void oneWritesAsTheyDoElseAsTheirCountryDoesElseInEnglish(String written, String country, String expected) {
        List<String> languages = written == null ? List.of() : List.of(written.split(" "));
        assertThat(DraftLanguage.of(languages, country).tag()).isEqualTo(expected);
    }
}
