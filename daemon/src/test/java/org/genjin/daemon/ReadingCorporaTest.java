package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Message;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of which a person wrote down what is in them; {@code bench reading} prints the same figures. */
class ReadingCorporaTest {

    private static final double NEARLY_ALL = 0.97;

    @TempDir
    Path home;

    @Test
    void wordsSignatureLanguageAndWriterAreReadRightInNearlyAllMessages() throws Exception {
        Path folder = Needs.corpora("reading");
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ReadingBench bench = new ReadingBench(new TestHome(home, new MutableClock("2026-03-03T01:00:00Z")).around, out);
        List<Message> read = new ArrayList<>();
        ReadingScore score = bench.score(folder, ReadingLabel.of(folder.resolve("labels.jsonl")), read);
        assertThat(read).hasSize(80);
        List<String> shares = new ArrayList<>(List.of("split", "split with signature", "language"));
        ReadingScore.CONTACT.forEach(part -> shares.add("contact " + part));
        for (String share : shares) {
            assertThat(score.share(share)).as(share + "\n" + String.join("\n", score.wrong())).isGreaterThanOrEqualTo(NEARLY_ALL);
        }
    }
}
