package org.genjin.daemon.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of who is due, as a table. March 2, 2026 is a Monday; the owner lives in Shanghai. */
class FollowUpPolicyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final FollowUpPolicy policy =
            new FollowUpPolicy(new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), SHANGHAI);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            they wrote on Monday: answer on Tuesday            | C | new  | 2026-03-02T03:00:00Z | -                    | 2026-03-02 | REPLY_OWED | 2026-03-03
            they wrote on Friday: answer on Monday             | C | new  | 2026-03-06T03:00:00Z | -                    | 2026-03-06 | REPLY_OWED | 2026-03-09
            they wrote late on Monday, Tuesday over here       | C | new  | 2026-03-02T20:00:00Z | -                    | 2026-03-03 | REPLY_OWED | 2026-03-04
            we wrote last: the grade's silence, then write     | A | new  | 2026-03-01T03:00:00Z | 2026-03-02T03:00:00Z | 2026-03-02 | CADENCE    | 2026-03-17
            silence that ends on Sunday is Monday's            | S | new  | -                    | 2026-02-28T03:00:00Z | 2026-03-02 | CADENCE    | 2026-03-09
            who waits longer than the grade allows is silent   | S | new  | 2026-02-02T03:00:00Z | -                    | 2026-03-02 | CADENCE    | 2026-02-10
            a lost customer is left alone                      | A | lost | 2026-03-02T03:00:00Z | -                    | 2026-03-03 | -          | -
            nobody has written yet                             | A | new  | -                    | -                    | 2026-03-03 | -          | -
            """)
    void whoIsDueWhenAndWhy(
            String name, Grade grade, String stage, Instant in, Instant out, LocalDate today, Reason reason, LocalDate due) {
        Optional<FollowUp> next =
                policy.next(new Standing(grade, Stage.of(stage).orElseThrow(), in, out, null, null), today);
        assertThat(next.map(FollowUp::reason).orElse(null)).isEqualTo(reason);
        assertThat(next.map(FollowUp::due).orElse(null)).isEqualTo(due);
    }

    @Test
    void aDateSetByHandCountsUntilTheCustomerWrites() {
        Instant set = Instant.parse("2026-03-02T05:00:00Z");
        LocalDate chosen = LocalDate.parse("2026-03-20");
        Standing before = new Standing(Grade.A, Stage.NEW, Instant.parse("2026-03-02T03:00:00Z"), null, chosen, set);
        Standing after = new Standing(Grade.A, Stage.NEW, Instant.parse("2026-03-02T06:00:00Z"), null, chosen, set);
        assertThat(policy.next(before, LocalDate.parse("2026-03-03")).orElseThrow())
                .isEqualTo(new FollowUp(Reason.MANUAL, chosen, false));
        assertThat(policy.next(after, LocalDate.parse("2026-03-03")).orElseThrow().reason()).isEqualTo(Reason.REPLY_OWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12   | 2026-03-12
            +3d          | 2026-03-06
            tomorrow     | 2026-03-04
            next tue     | 2026-03-10
            2 weeks      | 2026-03-17
            in 10 days   | 2026-03-13
            3天后         | 2026-03-06
            下周二        | 2026-03-10
            mañana       | 2026-03-04
            завтра       | 2026-03-04
            morgen       | 2026-03-04
            demain       | 2026-03-04
            amanhã       | 2026-03-04
            غدا          | 2026-03-04
            """)
    void daysAreUnderstoodAsPeopleNameThem(String words, LocalDate day) {
        assertThat(new When().parse(words, LocalDate.parse("2026-03-03"))).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"someday", "32 lightyears", "2026-13-01", "''"})
    void whatNamesNoDayIsNotGuessed(String words) {
        assertThat(new When().parse(words, LocalDate.parse("2026-03-03"))).isEmpty();
    }
}
