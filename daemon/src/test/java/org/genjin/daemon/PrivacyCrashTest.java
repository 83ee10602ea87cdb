package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.daemon.ledger.Store.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed again and again while it drops what is nobody's: what is a customer's stays whole, the rest goes. */
class PrivacyCrashTest {

    private static final int MAILS = 900;
    private static final String STARTED = "2026-03-03T01:00:00Z";

    @TempDir
    Path folder;

    /** Run in a process of its own: one round over a home whose mails are due, telling how far it is. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            TestHome home = home(Path.of(arguments[0]));
            try (Daemon daemon = home.open()) {
                Thread.ofPlatform().daemon().start(() -> tell(daemon));
                daemon.desk().privacy().run(home.clock.instant());
            }
        }

        private static void tell(Daemon daemon) {
            while (true) {
                String far = daemon.ledger().read(
                        tx -> "dropped " + tx.dropped().count() + " contents " + tx.contents().after("", MAILS * 2).size());
                System.out.println(far);
            }
        }
    }

    private static TestHome home(Path folder) {
        MutableClock clock = new MutableClock(STARTED);
        clock.move(Duration.ofDays(31));
        return new TestHome(folder, clock);
    }

    @Test
    void whateverItDiesOfCustomersMailsAreWholeAndTheOthersAreGone() throws Exception {
        Path at = folder.resolve("home");
        new TestHome(at, new MutableClock(STARTED)).write("language: en\ntime-zone: UTC\nour-domains: [factory.example]\n");
        Files.write(at.resolve("old.mbox"), mails());
        assertThat(new TestHome(at, new MutableClock(STARTED)).run("import", "old.mbox", "--owner", LI).exit()).isZero();

        // While rows are dropped, then while packs are written anew.
        for (int[] amidst : new int[][] {{1, MAILS}, {250, MAILS}, {MAILS / 3 * 2, MAILS - 1}, {MAILS / 3 * 2, MAILS - 200}, {MAILS / 3 * 2, MAILS / 2}}) {
            killOnce(at, amidst[0], amidst[1]);
            try (Daemon daemon = home(at).open()) {
                daemon.desk().indexing().await(false, () -> {});
                assertThat(daemon.desk().verification().run(_ -> {}).counts()).as("killed after " + amidst[0] + ", " + amidst[1]).isEmpty();
                assertThat(total(daemon, "flanges")).isEqualTo(MAILS / 3);
            }
        }
        try (Daemon daemon = home(at).open()) {
            daemon.desk().privacy().run(home(at).clock.instant());
            daemon.desk().indexing().await(false, () -> {});
            assertThat(daemon.desk().verification().run(_ -> {}).counts()).isEmpty();
            assertThat(daemon.ledger().read(tx -> tx.dropped().count()).longValue()).isEqualTo(MAILS / 3 * 2);
            assertThat(total(daemon, "superheterodyne")).as("nobody's").isZero();
            assertThat(total(daemon, "flanges")).as("customers'").isEqualTo(MAILS / 3);
            List<Place> kept = daemon.ledger().read(tx -> tx.contents().after("", MAILS * 2));
            assertThat(kept).hasSize(MAILS / 3);
            assertThat(packBytes(at)).as("nothing but customers' mails is in the store").isEqualTo(kept.stream().mapToLong(Place::length).sum());
        }
    }

    private static long total(Daemon daemon, String words) throws IOException {
        return daemon.desk().finder().find(words, Optional.empty(), 5, 0, home(Path.of("")).clock.instant()).total();
    }

    private static long packBytes(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("store"))) {
            return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }

    /** Kills it as soon as it says that so many mails have been dropped and so few contents are left. */
    private static void killOnce(Path home, int dropped, int contents) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        Child.class.getName(), home.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("dropped") && Integer.parseInt(words[1]) >= dropped && Integer.parseInt(words[3]) <= contents) {
                    break;
                }
            }
            assertThat(child.isAlive()).as("it was amidst its work").isTrue();
            child.destroyForcibly().waitFor();
        }
    }

    /** Of three mails one is of an exchange with a customer; the packs of the store have them mixed. */
    private static byte[] mails() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < MAILS; i++) {
            int buyer = i / 6 % 10;
            Mails it = mail().id("<" + i + "@load.example>");
            if (i % 3 != 0) {
                it.from("Shop <news" + i + "@shop" + i + ".example>").subject("offer " + i).text("superheterodyne number " + i);
            } else if (i % 2 == 0) {
                it.from("Buyer <buyer@company" + buyer + ".example>").subject("order " + i).text("Please quote 500 pcs of flanges, number " + i);
            } else {
                it.from(LI).to("buyer@company" + buyer + ".example").subject("order " + i).text("We can offer flanges at USD 5.20/pc FOB Shanghai, number " + i);
            }
            String text = new String(it.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            file.writeBytes(("From x Mon Mar  2 02:00:00 2026\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
