package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.ledger.SourceTable;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.outbox.MailPlan;
import org.genjin.daemon.outbox.Outbox;
import org.genjin.daemon.reminder.ReminderSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mail for each owner and local day, whatever clocks do. There is always something to tell: the mailbox is never read. */
class MailDaysTest {

    private static final CountryCalendar MON_TO_FRI = CountryCalendar.UNKNOWN;
    private static final CountryCalendar EVERY_DAY = MON_TO_FRI.workingOn(EnumSet.allOf(DayOfWeek.class));
    private static final Pattern DATE = Pattern.compile("X-Genjin-Mail: <d\\.(\\d{4})(\\d{2})(\\d{2})\\.");

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");
    private final List<LocalDate> mails = new ArrayList<>();
    private Daemon daemon;

    @BeforeEach
    void begin() throws Exception {
        daemon = new TestHome(folder.resolve("home"), clock).write("""
                language: en
                time-zone: Asia/Shanghai
                mailboxes: [{address: %s, secret: "env:MAIL_SECRET", imap: {host: 127.0.0.1, tls: none}, smtp: {host: 127.0.0.1, tls: none}}]
                our-domains: [factory.example]
                web: {listen: "127.0.0.1:0"}
                """.formatted(LI)).open();
        daemon.desk().sync().list(daemon.desk().config().sources());
    }

    @AfterEach
    void end() throws Exception {
        daemon.close();
    }

    private ReminderSweep sweep(String at, CountryCalendar days, String zone) {
        Outbox outbox = new Outbox(daemon.ledger(), (_, mail) -> {
            Matcher it = DATE.matcher(new String(mail, StandardCharsets.ISO_8859_1));
            assertThat(it.find()).isTrue();
            mails.add(LocalDate.parse(it.group(1) + "-" + it.group(2) + "-" + it.group(3)));
            return new Delivery.Sent();
        }, clock);
        MailPlan plan = new MailPlan(LocalTime.parse(at), days, ZoneId.of(zone));
        return new ReminderSweep(daemon.desk().digests(), outbox, List.of(LI), _ -> plan, (_, _) -> false, clock);
    }

    private void at(String instant, ReminderSweep sweep) {
        clock.set(instant);
        sweep.run();
        sweep.run();
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }

    @Test
    void whereClocksArePutForwardOrBackThereIsOneMailADayAlsoAtAnHourThatIsNotThereOrThereTwice() {
        for (String zone : List.of("Europe/Berlin", "America/New_York", "America/Santiago", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Beirut",
                "Pacific/Chatham", "Asia/Shanghai")) {
            ZoneId there = ZoneId.of(zone);
            Instant from = clock.instant();
            for (int i = 0; i < 2; i++) {
                ZoneOffsetTransition change = there.getRules().nextTransition(from);
                LocalDate day = change == null ? LocalDate.parse("2026-06-01") : change.getInstant().atZone(there).toLocalDate();
                String hour = change == null ? "08:00" : change.getDateTimeBefore().toLocalTime().plusMinutes(change.isGap() ? 20 : -20).toString();
                mails.clear();
                ReminderSweep sweep = sweep(hour, EVERY_DAY, zone);
                Instant end = day.plusDays(2).atStartOfDay(there).toInstant();
                for (clock.set(day.minusDays(1).atStartOfDay(there).toInstant().toString()); clock.instant().isBefore(end); clock.move(Duration.ofMinutes(15))) {
                    sweep.run();
                }
                assertThat(mails).as(zone + " around " + day + " at " + hour).doesNotHaveDuplicates().contains(day).hasSizeBetween(2, 3);
                from = change == null ? from : change.getInstant();
                forget();
            }
        }
    }

    /** As if the next were another year. */
    private void forget() {
        daemon.ledger().transact(tx -> {
            tx.outbox().drop(Instant.parse("2100-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
            return null;
        });
    }

    @Test
    void aDaemonThatWasDownAtEightSendsWhenItIsBackAndThreeDaysDownMeansTodaysMailOnly() {
        ReminderSweep sweep = sweep("08:00", MON_TO_FRI, "Asia/Shanghai");
        at("2026-03-02T14:00:00Z", sweep);
        at("2026-03-05T09:30:00Z", sweep);
        assertThat(mails).isEqualTo(days("2026-03-02", "2026-03-05"));
        at("2026-03-06T16:10:00Z", sweep);
        assertThat(mails).as("after midnight on Saturday it is too late for Friday's").hasSize(2);
    }

    @Test
    void aClockThatJumpsAheadAndBackSendsNothingTwiceAndNothingIsLeftOut() {
        ReminderSweep sweep = sweep("08:00", MON_TO_FRI, "Asia/Shanghai");
        at("2026-03-02T00:05:00Z", sweep);
        at("2026-03-12T00:06:00Z", sweep); // ten days ahead
        at("2026-03-02T00:08:00Z", sweep);
        at("2026-03-03T00:01:00Z", sweep);
        at("2026-02-28T00:02:00Z", sweep); // three days back: a Saturday
        at("2026-03-02T09:00:00Z", sweep);
        at("2026-03-04T00:01:00Z", sweep);
        assertThat(mails).isEqualTo(days("2026-03-02", "2026-03-12", "2026-03-03", "2026-03-04"));
    }

    @Test
    void aMachineThatWakesIn1970SendsNothingUntilItsClockIsRight() {
        clock.set("2026-03-02T00:00:00Z");
        daemon.ledger().transact(tx -> {
            tx.sources().reading(new SourceTable.Listed(LI, LI, "imap"), false, clock.instant());
            return null;
        });
        ReminderSweep sweep = sweep("08:00", EVERY_DAY, "Asia/Shanghai");
        at("1970-01-01T09:00:00Z", sweep);
        at("2026-02-01T09:00:00Z", sweep);
        assertThat(mails).isEmpty();
        assertThat(sweep.send(List.of(LI), clock.instant()).get(LI)).isInstanceOfSatisfying(
                ReminderSweep.Outcome.NotSent.class, it -> assertThat(it.why()).contains("set the clock right"));
        at("2026-03-02T00:30:00Z", sweep);
        assertThat(mails).isEqualTo(days("2026-03-02"));
    }

    @Test
    void whoMovesToAZoneInWhichItIsYesterdayGetsNoSecondMail() {
        at("2026-03-03T00:05:00Z", sweep("08:00", MON_TO_FRI, "Asia/Shanghai"));
        ReminderSweep there = sweep("08:00", MON_TO_FRI, "America/Bogota");
        for (clock.set("2026-03-03T00:10:00Z"); clock.instant().isBefore(Instant.parse("2026-03-04T14:00:00Z")); clock.move(Duration.ofMinutes(30))) {
            there.run();
        }
        assertThat(mails).isEqualTo(days("2026-03-03", "2026-03-04"));
    }
}
