package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerMigrationTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final int KILLS = 10;
    private static final String CUSTOMER = """
            insert into customer (id, name, name_by, country_by, grade, grade_by, stage, stage_by, owner, notes, next_text, created_at, touches,
             languages)
            values (1, 'Almar Trading', 'daemon', 'daemon', 'C', 'daemon', 'inquiry', 'daemon', 'li@factory.example', '', '', now(), 0, '')
            """;

    @TempDir
    Path home;

    /** Opens the ledger of the folder named, in a process of its own that can be killed. */
    static final class Opening {
        public static void main(String[] arguments) throws IOException {
            Ledger.open(Path.of(arguments[0]), NOW).close();
        }
    }

    @Test
    void aLedgerOfAnOlderGenjinIsTakenOverWithAllThatItHolds() throws Exception {
        Path folder = older("older");
        Ledger.open(folder, NOW).close();
        assertIsWholeAndNew(folder);
    }

    @Test
    void aGenjinKilledWhileItTakesOverAnOlderLedgerLosesNothingOfIt() throws Exception {
        long begun = System.nanoTime();
        assertThat(opening(older("whole")).waitFor()).isZero();
        long whole = System.nanoTime() - begun;
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Path folder = older("killed" + i);
            Process process = opening(folder);
            // The first third is the virtual machine's own start.
            if (!process.waitFor(whole / 3 + whole * 2 / 3 * i / KILLS, TimeUnit.NANOSECONDS)) {
                killed++;
            }
            process.destroyForcibly().waitFor();
            Ledger.open(folder, NOW).close();
            assertIsWholeAndNew(folder);
        }
        System.out.println("ledger migration test: " + killed + " kills");
        assertThat(killed).isPositive();
    }

    @Test
    void aLedgerThatCannotBeTakenOverStaysAsItWasAndTheSentenceSaysWhy() throws Exception {
        Path folder = older("odd");
        execute(folder, "alter table message drop column preview", "create view mailbox_proof as select 1 as a");
        assertThatThrownBy(() -> Ledger.open(folder, NOW)).isInstanceOf(IOException.class).hasMessageContaining("cannot be opened: ");
        assertThat(filesIn(folder)).containsExactly("ledger.mv.db");
        assertThat(customers(folder)).containsExactly("Almar Trading");
    }

    private Path older(String name) throws SQLException {
        Path folder = home.resolve(name);
        Flyway.configure().dataSource(address(folder), "genjin", "").locations("classpath:schema").target("001").loggers("slf4j")
                .load().migrate();
        execute(folder, CUSTOMER);
        return folder;
    }

    private static Process opening(Path folder) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx128m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        Opening.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A row of each kind that points to another can be written: no table points to one that is gone. */
    private static void assertIsWholeAndNew(Path folder) throws Exception {
        assertThat(filesIn(folder)).containsExactly("ledger.mv.db");
        assertThat(customers(folder)).containsExactly("Almar Trading");
        execute(folder,
                "insert into message (id, message_key, revision, kind, channel, sent_at, stored_at, subject, preview, language, bulk,"
                        + " auto, direction, match_state, match_why, raw_hash, raw_size, fingerprint, digest) values (7, 'k', 1, 'mail', 'mail',"
                        + " now(), now(), '', '', '', false, false, 'in', 'none', '', '', 1, '', '')",
                "insert into participant (message, role, position) values (7, 'to', 0)",
                "insert into candidate (message, customer_id) values (7, 1)",
                "select merged_into, name_why from customer",
                "select never_logged from mailbox_proof");
    }

    private static List<String> customers(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(folder), "genjin", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from customer")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void execute(Path folder, String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(folder), "genjin", "");
                Statement statement = connection.createStatement()) {
            for (String it : sql) {
                statement.execute(it);
            }
        }
    }

    private static Set<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static String address(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("ledger");
    }
}
