package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.verify.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real daemon process, killed again and again while it reads: nothing is lost, and nothing is there twice. */
class CrashTest {

    private static final int MAILS = 600;
    private static final int KILLS = 14;

    @TempDir
    Path folder;

    @Test
    void whateverTheDaemonDiesOfEveryMailIsThereOnce() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            for (int i = 0; i < MAILS; i++) {
                Mails it = mail().id("<" + i + "@load.example>").from("Buyer <buyer" + i % 40 + "@company" + i % 40 + ".example>")
                        .subject("order " + i).text("words of mail number " + i + "\n\nRegards\nBuyer");
                if (i % 9 == 0) {
                    it.attach("list" + i + ".csv", ("code;qty\nC" + i + ";" + i + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                if (i % 3 == 0) {
                    server.sent(LI, it.from(LI).to("buyer" + i % 40 + "@company" + i % 40 + ".example"));
                } else {
                    server.deliver(LI, it);
                }
            }
            MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            Files.writeString(home.home.configFile(), Files.readString(home.home.configFile())
                    .replace("env:MAIL_SECRET", "file:mail.secret"));
            Files.writeString(home.home.folder().resolve("mail.secret"), "secret");

            int killed = killAgainAndAgain(home);

            try (Daemon daemon = Daemon.open(home.home, home.config(), home.around)) {
                long before = count(daemon);
                var outcome = daemon.desk().sync().poll(daemon.desk().config().sources().getFirst(), org.genjin.daemon.ingest.Poll.Progress.SILENT);
                assertThat(outcome).isInstanceOf(org.genjin.daemon.ingest.Poll.Outcome.Drained.class);
                daemon.desk().indexing().await(true, () -> {});
                System.out.println("crash test: " + killed + " kills, " + before + " of " + MAILS + " mails kept before the last reading");
                assertThat(count(daemon)).isEqualTo(MAILS + server.digests(LI).size());
                TreeSet<String> ids = new TreeSet<>();
                for (long i = 1; i <= MAILS + 20; i++) {
                    long id = i;
                    daemon.ledger().read(tx -> tx.messages().find(id)).map(MessageRow::messageId).ifPresent(ids::add);
                }
                assertThat(ids.stream().filter(it -> it.endsWith("@load.example>"))).hasSize(MAILS);
                Report report = daemon.desk().verification().run(_ -> {});
                assertThat(report.counts()).isEmpty();
                assertThat(daemon.desk().finder().find("C9 has:attachment", java.util.Optional.empty(), 5, 0, clock.instant()).total()).isEqualTo(1);
                assertThat(server.digests(LI).size()).as("the morning mail, at most once").isLessThanOrEqualTo(1);
            }
        }
    }

    private static long count(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.messages().counts()).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lets the daemon run a little longer each time, then kills it as a power cut would. */
    private int killAgainAndAgain(TestHome home) throws IOException, InterruptedException {
        long opening = untilOpen(home);
        Random random = new Random(7);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process daemon = start(home, i);
            // From before it opens the ledger up to the midst of indexing, however fast the machine is.
            if (!daemon.waitFor((long) (opening * (0.4 + 0.15 * i + 0.15 * random.nextDouble())), TimeUnit.NANOSECONDS)) {
                killed++;
            }
            daemon.destroyForcibly().waitFor();
        }
        return killed;
    }

    /** How long a daemon takes until its page is there; it is killed then. In nanoseconds. */
    private long untilOpen(TestHome home) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process daemon = start(home, KILLS);
        boolean ended = false;
        while (!ended && !Files.exists(home.home.daemonFile())) {
            ended = daemon.waitFor(10, TimeUnit.MILLISECONDS);
        }
        daemon.destroyForcibly().waitFor();
        return System.nanoTime() - begun;
    }

    private Process start(TestHome home, int number) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        "org.genjin.daemon.Main", "run", "--home", home.home.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "daemon" + number + ".log"))
                .start();
    }
}
