package org.genjin.daemon.reading.when;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.words.WordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as people write them, by tables: day of writing, sentence, the dates ({@code 2024-01-23}) and spans ({@code 35d}) in it. */
class DatesTest {

    private final Dates dates = new Dates();

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en", "es", "pt", "fr", "ar", "de", "ru"})
    void datesAreReadAsTheyAreWritten(String language) {
        List<String> wrong = new ArrayList<>();
        for (String line : WordFile.lines("/reading/when/cases-" + language + ".txt")) {
            String[] cells = line.split("\\|", -1);
            OffsetDateTime at = LocalDate.parse(cells[0].strip()).atTime(LocalTime.NOON).atOffset(ZoneOffset.ofHours(1));
            String found = said(cells[1].strip(), language, at);
            if (!found.equals(cells[2].strip())) {
                wrong.add(line + "  <- " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void northAmericansWriteTheMonthFirst() {
        String text = "We need it by 6/5.";
        OffsetDateTime chicago = OffsetDateTime.parse("2024-05-30T08:55:45-05:00");

        assertThat(said(text, "en", chicago)).isEqualTo("2024-06-05");
        assertThat(said(text, "en", chicago.withOffsetSameInstant(ZoneOffset.ofHours(1)))).isEqualTo("2025-05-06");
    }

    @Test
    void withoutTheDayOfWritingOnlyADateWithAYearIsTold() {
        Times times = dates.in(Tokens.of("Tomorrow, on Friday, by 15 June, or on 20 June 2024."), "en", null);

        assertThat(times.dates()).extracting(SaidDate::first).containsExactly(LocalDate.of(2024, 6, 20));
    }

    private String said(String text, String language, OffsetDateTime at) {
        Tokens tokens = Tokens.of(text);
        Times times = dates.in(tokens, language, at);
        List<String> found = new ArrayList<>();
        times.dates().stream()
                .filter(it -> it.shape() != SaidDate.Shape.BORNE)
                .forEach(it -> found.add(it.first().equals(it.last()) ? it.first().toString() : it.first() + "/" + it.last()));
        times.spans().forEach(it -> found.add(it.days() + "d" + (it.event() ? "+" : "")));
        return String.join(" ", found);
    }
}
