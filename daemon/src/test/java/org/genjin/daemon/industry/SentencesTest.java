package org.genjin.daemon.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genjin.daemon.words.WordFile;
import org.junit.jupiter.api.Test;

/** What customers and sellers write in eight languages, and what goes into the columns of their line of trade, sentence by sentence. */
class SentencesTest {

    private static final Map<String, ColumnReading> COLUMNS = new Industries(Path.of("nowhere"), List.of()).allColumns().stream()
            .collect(Collectors.toMap(IndustryColumn::id, ColumnReading::new));

    @Test
    void eachSentenceTellsItsColumnWhatAPersonWouldWriteThereAndTheOthersNothingWrong() {
        List<String> wrong = new ArrayList<>();
        for (String line : WordFile.lines("/industry/sentences.txt")) {
            String[] parts = line.split(" \\| ", 4);
            String said = COLUMNS.get(parts[0]).read(new Spoken(parts[3], parts[2].equals(">"), List.of(), List.of())).stream()
                    .map(FoundValue::value)
                    .collect(Collectors.joining(IndustryColumn.BETWEEN));
            String expected = parts[1].equals("-") ? "" : parts[1];
            if (!said.equals(expected)) {
                wrong.add(line + "  → " + said);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyColumnHasSentencesThatTellItAndSentencesThatDoNot() {
        Map<String, List<String[]>> lines = WordFile.lines("/industry/sentences.txt").stream()
                .map(it -> it.split(" \\| ", 4))
                .collect(Collectors.groupingBy(it -> it[0]));
        assertThat(COLUMNS.keySet()).allSatisfy(column -> {
            if (!column.equals("sds")) { // told by files alone
                assertThat(lines.get(column)).as(column).anySatisfy(it -> assertThat(it[1]).isEqualTo("-"))
                        .anySatisfy(it -> assertThat(it[1]).isNotEqualTo("-"));
            }
        });
    }
}
