package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTracesTest {

    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+) \\(((?:(?!create table).)*?)\\n\\);", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void whatIsToBeGoneOfAMessageIsGoneFromEveryTableThatSpeaksOfIt() throws Exception {
        TreeSet<String> speaking = new TreeSet<>();
        Matcher it = TABLE.matcher(schema());
        while (it.find()) {
            if (it.group(2).contains("\n    message bigint")) {
                speaking.add(it.group(1));
            }
        }
        Matcher dropped = Pattern.compile("drop table if exists (\\w+)").matcher(schema());
        while (dropped.find()) {
            speaking.remove(dropped.group(1));
        }
        assertThat(speaking).contains("attachment", "sighting", "fact");
        TreeSet<String> known = new TreeSet<>(MessageTraces.OF_CONTENT);
        known.addAll(MessageTraces.OF_MESSAGE);
        known.addAll(MessageTraces.OTHERS);
        assertThat(known).as("a table has rows about messages: say in MessageTraces what becomes of them").isEqualTo(speaking);
    }

    @Test
    void aMessageThatIsTakenOutIsNamedForTheIndexUntilItIsGoneThere() throws Exception {
        try (Ledger ledger = Ledger.open(folder, Instant.parse("2026-03-02T02:00:00Z"))) {
            ledger.transact(tx -> {
                tx.traces().delete(List.of(7L, 9L));
                return null;
            });
            List<Long> before = ledger.read(tx -> tx.traces().takenOut(10));
            assertThat(before).containsExactly(7L, 9L);
            ledger.transact(tx -> {
                tx.traces().goneFromIndex(List.of(7L));
                return null;
            });
            List<Long> after = ledger.read(tx -> tx.traces().takenOut(10));
            assertThat(after).containsExactly(9L);
        }
    }

    private static String schema() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/schema"))) {
            for (Path it : files.sorted().toList()) {
                text.append(Files.readString(it));
            }
        }
        return text.toString();
    }
}
