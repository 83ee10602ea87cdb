package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.genjin.daemon.TestHome.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed again and again, then let through: every mail is there once, and a second time adds none. */
class ImportCrashTest {

    private static final int MAILS = 4000;
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void anInterruptedImportIsGoneOnWithAndAddsEachMailOnce() throws Exception {
        TestHome home = new TestHome(folder.resolve("home"), new MutableClock("2026-03-03T01:00:00Z")).write("language: en\ntime-zone: Asia/Shanghai\n");
        Path mbox = folder.resolve("archive.mbox");
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < MAILS; i++) {
            mails.append("From buyer@acme.example Mon Mar  2 10:00:00 2026\nFrom: Buyer ").append(i % 50).append(" <buyer").append(i % 50)
                    .append("@acme").append(i % 50).append(".example>\nTo: ").append(LI).append("\nSubject: order ").append(i)
                    .append("\nMessage-ID: <").append(i).append("@load.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0800\n\nwords of mail number ")
                    .append(i).append("\n>From the factory\n\n");
        }
        Files.writeString(mbox, mails);

        int killed = killAgainAndAgain(home, mbox);

        Said last = home.run("import", "--owner", LI, "--json", mbox.toString());
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.out()).as("what was stored before the kills is seen again").doesNotContain("\"seenAgain\" : 0");
        System.out.println("import crash test: " + killed + " kills; " + last.out().replaceAll("\\s+", " "));
        Said again = home.run("import", "--owner", LI, "--json", mbox.toString());
        assertThat(again.out()).contains("\"stored\" : 0", "\"seenAgain\" : " + MAILS);
        try (Daemon daemon = home.open()) {
            assertThat(daemon.ledger().read(tx -> tx.messages().counts()).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(MAILS);
            assertThat(daemon.desk().verification().run(_ -> {}).counts()).isEmpty();
        }
    }

    private static long packs(TestHome home) throws IOException {
        Path store = home.home.folder().resolve("store");
        if (Files.notExists(store)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(it -> Files.isRegularFile(it) && !it.toString().endsWith(".part")).count();
        } catch (UncheckedIOException e) {
            return 0; // something went while it was counted
        }
    }

    private int killAgainAndAgain(TestHome home, Path mbox) throws IOException, InterruptedException {
        Random random = new Random(11);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process running = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
                            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                            "org.genjin.daemon.Main", "import", "--home", home.home.folder().toString(), "--owner", LI, mbox.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "import" + i + ".log"))
                    .start();
            // A pack is written before each batch is committed: from there on, wherever it is, it is killed.
            long before = packs(home);
            boolean ended = false;
            while (!ended && packs(home) < before + 3) {
                ended = running.waitFor(10, TimeUnit.MILLISECONDS);
            }
            if (!running.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS)) {
                killed++;
            }
            running.destroyForcibly().waitFor();
        }
        return killed;
    }
}
