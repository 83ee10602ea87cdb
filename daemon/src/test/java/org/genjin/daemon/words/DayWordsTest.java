package org.genjin.daemon.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.genjin.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A page writes days as its readers do, and understands them when they write them so. */
class DayWordsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-03");

    @ParameterizedTest
    @CsvSource({"EN,3 Dec 2026", "ZH_CN,2026/12/3", "ES,3/12/2026", "PT_BR,03/12/2026", "FR,03/12/2026", "DE,3.12.2026", "RU,03.12.2026"})
    void aDayIsWrittenAsTheLanguageWritesIt(Language language, String written) {
        assertThat(new DayWords(language).day(DAY)).isEqualTo(written);
    }

    @Test
    void anArabicDayDoesNotTurnRoundWhatStandsBesideIt() {
        assertThat(new DayWords(Language.AR).day(DAY)).isEqualTo(Text.isolated("3\u200f/12\u200f/2026"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatThePageWritesCanBeTypedBackIn(Language language) {
        DayWords words = new DayWords(language);
        assertThat(words.read(words.day(DAY))).contains(DAY);
        assertThat(words.read(" " + words.day(DAY) + " ")).contains(DAY);
    }

    @Test
    void zeroesAndCapitalsMayBeLeftOutOrWritten() {
        assertThat(new DayWords(Language.FR).read("3/12/2026")).contains(DAY);
        assertThat(new DayWords(Language.DE).read("03.12.2026")).contains(DAY);
        assertThat(new DayWords(Language.EN).read("3 dec 2026")).contains(DAY);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatNamesNoDayOfTheLanguageIsNotGuessed(Language language) {
        DayWords words = new DayWords(language);
        assertThat(words.read("3.12.26")).isEmpty();
        assertThat(words.read("32.12.2026")).isEmpty();
        assertThat(words.read("2026/13/32")).isEmpty();
        assertThat(words.read("tomorrow")).isEmpty();
    }

    @Test
    void theTimeIsThatOfATimetable() {
        assertThat(new DayWords(Language.EN).minute(ZonedDateTime.parse("2026-12-03T14:05:00+08:00"))).isEqualTo("3 Dec 2026 14:05");
    }
}
