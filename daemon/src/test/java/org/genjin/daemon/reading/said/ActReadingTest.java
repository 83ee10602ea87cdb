package org.genjin.daemon.reading.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.words.WordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What sentences of business mails promise and ask, by tables: day of writing, sentence, and what is read in it: {@code W} or
 * {@code R} with the day on which the writer or the reader is to do something ({@code W-} for no day), {@code D} a delivery
 * date, {@code L} a lead time, {@code M} a meeting with its place, {@code ?} if an answer is expected.
 */
class ActReadingTest {

    private final ActReading reading = new ActReading();

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en", "es", "pt", "fr", "ar", "de", "ru"})
    void whatAMessagePromisesAndAsksIsRead(String language) {
        List<String> wrong = new ArrayList<>();
        for (String line : WordFile.lines("/reading/promises/cases-" + language + ".txt")) {
            String[] cells = line.split("\\|", -1);
            String found = said(cells[1].strip().replace("\\n", "\n"), language, LocalDate.parse(cells[0].strip()));
            if (!found.equals(cells[2].strip())) {
                wrong.add(line + "  <- " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPromiseQuotesTheExactWords() {
        String text = "Dear Ana,\nThanks. I'll send the revised PI next Tuesday, ok?\nBest";

        Said said = reading.read(new Words(text, "en", OffsetDateTime.parse("2024-06-12T09:00:00Z")));

        assertThat(said.promises()).extracting(Promise::text).containsExactly("I'll send the revised PI next Tuesday");
    }

    @Test
    void tomorrowIsTheDayAfterInTheZoneOfTheWriter() {
        OffsetDateTime lateInChina = OffsetDateTime.parse("2024-06-12T23:30:00+08:00");

        Said said = reading.read(new Words("明天给您报价。", "zh", lateInChina));

        assertThat(said.promises()).extracting(Promise::due).containsExactly(LocalDate.of(2024, 6, 13));
    }

    private String said(String text, String language, LocalDate day) {
        Said said = reading.read(new Words(text, language, day.atTime(12, 0).atOffset(ZoneOffset.ofHours(1))));
        List<String> found = new ArrayList<>();
        said.promises().forEach(it -> found.add((it.by() == Promise.By.WRITER ? "W" : "R") + (it.due() == null ? "-" : it.due())));
        for (Fact it : said.facts()) {
            switch (it.type()) {
                case DELIVERY_DATE -> found.add("D" + it.date(FactField.DATE));
                case LEAD_TIME -> found.add("L" + it.number(FactField.DAYS));
                case MEETING -> found.add("M" + it.date(FactField.DATE) + (it.word(FactField.WHERE) == null ? "" : "@" + it.word(FactField.WHERE)));
                default -> found.add(it.type().id());
            }
        }
        if (said.expectsAnswer()) {
            found.add("?");
        }
        return String.join(" ", found);
    }
}
