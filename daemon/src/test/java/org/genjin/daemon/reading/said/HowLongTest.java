package org.genjin.daemon.reading.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.genjin.daemon.words.WordFile;
import org.junit.jupiter.api.Test;

/** Until when somebody is away and an offer holds, by tables: language, day of writing, text, day ({@code -} for none). */
class HowLongTest {

    @Test
    void anAbsenceTellsWhenSomebodyIsBack() {
        Absence absence = new Absence();

        assertThat(wrong("absences.txt", it -> absence.back(it.text(), it.language(), it.at()))).isEmpty();
    }

    @Test
    void anOfferTellsUntilWhenItHolds() {
        Validity validity = new Validity();

        assertThat(wrong("validities.txt", validity::until)).isEmpty();
    }

    private static List<String> wrong(String file, Function<Words, Optional<LocalDate>> read) {
        List<String> wrong = new ArrayList<>();
        for (String line : WordFile.lines("/reading/promises/" + file)) {
            String[] cells = line.split("\\|", -1);
            OffsetDateTime at = LocalDate.parse(cells[1].strip()).atTime(9, 0).atOffset(ZoneOffset.ofHours(2));
            String found = read.apply(new Words(cells[2].strip(), cells[0].strip(), at)).map(LocalDate::toString).orElse("-");
            if (!found.equals(cells[3].strip())) {
                wrong.add(line + "  <- " + found);
            }
        }
        return wrong;
    }
}
