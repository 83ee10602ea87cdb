package org.genjin.daemon.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.genjin.config.Language;
import org.genjin.daemon.words.DayWords;
import org.genjin.daemon.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days as people name them, on Tuesday, March 3, 2026. */
class WhenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12   | 2026-03-12
            +3d          | 2026-03-06
            tomorrow     | 2026-03-04
            next tue     | 2026-03-10
            2 weeks      | 2026-03-17
            in 10 days   | 2026-03-13
            3天后         | 2026-03-06
            下周二        | 2026-03-10
            mañana       | 2026-03-04
            завтра       | 2026-03-04
            morgen       | 2026-03-04
            demain       | 2026-03-04
            amanhã       | 2026-03-04
            غدا          | 2026-03-04
            """)
    void daysAreUnderstoodAsPeopleNameThem(String words, LocalDate day) {
        assertThat(new When().parse(words, LocalDate.parse("2026-03-03"))).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"someday", "32 lightyears", "2026-13-01", "''"})
    void whatNamesNoDayIsNotGuessed(String words) {
        assertThat(new When().parse(words, LocalDate.parse("2026-03-03"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDaysThatThePageShowsAsExamplesAreUnderstood(Language language) {
        String examples = Words.of("ui", language).text("customer.when").replaceAll("^.*?[:：]", "").replaceAll("\\p{Cf}", "");
        assertThat(examples.split("[,、،]")).hasSizeGreaterThan(2).allSatisfy(example ->
                assertThat(new When().parse(example, LocalDate.parse("2026-03-03")).or(() -> new DayWords(language).read(example)))
                        .as(example)
                        .isPresent());
    }
}
