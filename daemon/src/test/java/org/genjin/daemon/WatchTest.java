package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Needs;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.SourceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** News that a server tells by itself, and refusals. */
class WatchTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");

    private static boolean within(Duration time, BooleanSupplier what) {
        long begun = System.nanoTime();
        while (!what.getAsBoolean()) {
            if (Duration.ofNanos(System.nanoTime() - begun).compareTo(time) > 0) {
                return false;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return true;
    }

    private static long messages(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.sightings().count());
    }

    private TestHome home(int port) throws Exception {
        return new TestHome(folder.resolve("home"), clock).write(
                "polling: {every: 60 minutes}\nmailboxes:\n  - {address: " + LI
                        + ", secret: \"env:MAIL_SECRET\", since: all, imap: {host: 127.0.0.1, port: " + port
                        + ", tls: none}}\nweb: {listen: \"127.0.0.1:0\"}\n");
    }

    @Test
    void aMailIsLoggedWithinSecondsOfItsComingThoughPolledByTheHour() throws Exception {
        try (DovecotServer server = new DovecotServer(folder, Needs.tool("dovecot"))) {
            server.put("", 1, "", mail().id("<first@dovecot.example>").text("the first").bytes());
            server.start();
            TestHome home = home(server.port());
            try (Daemon daemon = home.open()) {
                Service service = Service.start(daemon, home.around);
                assertThat(within(Duration.ofSeconds(30), () -> messages(daemon) == 1)).isTrue();
                for (int i = 2; i < 6; i++) {
                    server.put("", i, "", mail().id("<" + i + "@dovecot.example>").text("one more").bytes());
                    int expected = i;
                    // Dovecot looks itself every 30 seconds, for when the file system forgets to tell it under load.
                    assertThat(within(Duration.ofSeconds(50), () -> messages(daemon) == expected)).as("mail " + i).isTrue();
                }
                long begun = System.nanoTime();
                service.close();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("stopping waits for no news").isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void aPasswordThatWorkedBeforeIsTriedThreeTimesMinutesApartBeforeItIsGivenUp() throws Exception {
        Path secret = Files.writeString(Files.createDirectories(folder.resolve("home")).resolve("li.secret"), "secret");
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).write(
                    "mailboxes:\n  - {address: " + LI + ", secret: \"file:" + secret + "\", since: all, imap: {host: 127.0.0.1, port: "
                            + server.imapPort() + ", tls: none}}\n");
            try (Daemon daemon = home.open()) {
                SourceConfig source = daemon.desk().config().sources().getFirst();
                assertThat(poll(daemon, source)).isInstanceOf(Poll.Outcome.Drained.class);
                Files.writeString(secret, "changed");
                for (SourceStatus.State state :
                        new SourceStatus.State[] {SourceStatus.State.WAITING, SourceStatus.State.WAITING, SourceStatus.State.PARKED}) {
                    Instant before = clock.instant();
                    assertThat(poll(daemon, source)).isInstanceOfSatisfying(Poll.Outcome.Failed.class, it -> {
                        assertThat(it.state()).isEqualTo(state);
                        assertThat(it.problem()).contains("请检查密码");
                    });
                    assertThat(poll(daemon, source)).as("not again at once").isInstanceOf(Poll.Outcome.Skipped.class);
                    clock.set(before.plus(Duration.ofMinutes(5)).toString());
                }
                clock.move(Duration.ofDays(3));
                assertThat(poll(daemon, source)).as("parked").isInstanceOf(Poll.Outcome.Skipped.class);
            }
        }
    }

    private static Poll.Outcome poll(Daemon daemon, SourceConfig source) {
        return daemon.desk().sync().poll(source, Poll.Progress.SILENT);
    }
}
