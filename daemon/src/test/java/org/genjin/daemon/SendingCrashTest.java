package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.genjin.daemon.ScriptedSmtp.At;
import org.genjin.daemon.ScriptedSmtp.Fault;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.OutboxTable.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed at each step between the intent and its settlement: each day's mail comes, and comes once. */
class SendingCrashTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** How often each point is tried; more by {@code -Dgenjin.kills=N}. */
    private static final int ROUNDS = Integer.getInteger("genjin.kills", 1);

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T00:01:00Z");

    /** Where the process dies. */
    private enum Death {
        BEFORE_A_WORD,
        AT_MAIL,
        AFTER_THE_LAST_DOT_WITHOUT_BEING_TAKEN,
        AFTER_THE_LAST_DOT_BEING_TAKEN,
        AFTER_THE_SERVER_SAID_SO
    }

    @Test
    void whereverTheDaemonIsKilledTheMailOfTheDayComesOnce() throws Exception {
        try (TestMailServer imap = new TestMailServer(LI);
                ScriptedSmtp smtp = new ScriptedSmtp(it -> arrives(imap, it))) {
            TestHome home = new TestHome(folder.resolve("home"), clock).write("""
                    language: en
                    time-zone: Asia/Shanghai
                    mailboxes: [{address: %s, secret: "env:MAIL_SECRET", since: all, imap: {host: 127.0.0.1, port: %d, tls: none},
                        smtp: {host: 127.0.0.1, port: %d, tls: none}}]
                    our-domains: [factory.example]
                    web: {listen: "127.0.0.1:0"}
                    """.formatted(LI, imap.imapPort(), smtp.port()));
            imap.sent(LI, mail().from(LI).to("kim@acme.example").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
            imap.deliver(LI, mail().from("Kim <kim@acme.example>").text("Please quote DN50?").at("2026-03-02T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                sync(daemon.desk());
            }
            Random random = new Random(11);
            LocalDate day = LocalDate.parse("2026-03-03");
            int mails = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (Death death : Death.values()) {
                    clock.set(day.atTime(LocalTime.of(8, 1)).atZone(SHANGHAI).toInstant().toString());
                    kill(home, smtp, death, random);
                    recover(home, day, death);
                    mails++;
                    assertThat(smtp.taken()).as("after " + death).hasSize(mails);
                    day = next(day);
                }
            }
            System.out.println("sending crash test: " + mails + " kills at " + Death.values().length + " points, each mail once");
        }
    }

    /** The next day on which somebody in China works who has weekends off. */
    private static LocalDate next(LocalDate day) {
        CountryCalendar china = new Calendars().of("CN");
        LocalDate next = china.plus(day, 1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = china.plus(next, 1);
        }
        return next;
    }

    private void arrives(TestMailServer imap, byte[] mail) {
        try {
            imap.deliver(LI, mail, clock.instant());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill(TestHome home, ScriptedSmtp smtp, Death death, Random random) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        SendingChild.Stand stand = SendingChild.Stand.AT_THE_SERVER;
        switch (death) {
            case BEFORE_A_WORD -> stand = SendingChild.Stand.BEFORE;
            case AT_MAIL -> smtp.then(new Fault.Waits(At.MAIL, never));
            case AFTER_THE_LAST_DOT_WITHOUT_BEING_TAKEN -> smtp.then(new Fault.WaitsAndForgets(never));
            case AFTER_THE_LAST_DOT_BEING_TAKEN -> smtp.then(new Fault.Waits(At.DOT, never));
            case AFTER_THE_SERVER_SAID_SO -> stand = SendingChild.Stand.AFTER;
        }
        int connections = smtp.connections();
        int waiting = smtp.waiting();
        Process child = start(home, stand);
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            if (stand == SendingChild.Stand.AT_THE_SERVER) {
                while (smtp.waiting() == waiting) {
                    assertThat(child.waitFor(5, TimeUnit.MILLISECONDS)).as("ended before it was killed").isFalse();
                }
                assertThat(smtp.connections()).isEqualTo(connections + 1);
            } else {
                String line = out.readLine();
                while (line != null && !line.equals("standing")) {
                    line = out.readLine();
                }
                assertThat(line).isEqualTo("standing");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(random.nextLong(3_000_000));
        } finally {
            child.destroyForcibly().waitFor();
            never.countDown();
        }
    }

    private Process start(TestHome home, SendingChild.Stand stand) throws IOException {
        Files.createDirectories(folder);
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        SendingChild.class.getName(), home.home.folder().toString(), clock.instant().toString(), stand.name())
                .redirectError(folder.resolve("child.log").toFile())
                .start();
    }

    /** The daemon comes back, reads the mailbox, and does what is to be done. */
    private void recover(TestHome home, LocalDate day, Death death) throws Exception {
        try (Daemon daemon = home.open()) {
            assertThat(state(daemon, day)).as("after " + death).isEqualTo(State.INTENT);
            clock.move(Duration.ofMinutes(2));
            daemon.desk().reminders().run();
            sync(daemon.desk());
            clock.move(Duration.ofMinutes(11));
            daemon.desk().reminders().run();
            sync(daemon.desk());
            daemon.desk().reminders().run();
            daemon.desk().reminders().run();
            assertThat(state(daemon, day)).as("after " + death).isEqualTo(State.SENT);
        }
    }

    private static State state(Daemon daemon, LocalDate day) {
        return daemon.ledger().read(tx -> tx.outbox().find(LI, Kind.DIGEST, day.toString())).orElseThrow().state();
    }
}
