package org.genjin.daemon.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.followup.Talk.CALENDARS;
import static org.genjin.daemon.followup.Talk.POLICY;
import static org.genjin.daemon.followup.Talk.SHANGHAI;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.calendar.SharedDays;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year with fifty made-up customers in ten countries, day by day: customers ask, order and fall silent; the rep writes to most of
 * those who are due. Whatever happens, some things must hold on every day.
 */
class YearTest {

    private static final List<String> COUNTRIES = List.of("DE", "SA", "AE", "US", "BR", "VN", "IN", "TR", "JP", "");
    private static final LocalDate BEGIN = LocalDate.parse("2026-01-05");
    private static final int DAYS = 365;

    /** One customer, and how often they answer. */
    private static final class Customer {
        final List<Event> events = new ArrayList<>();
        final CountryCalendar calendar;
        final Grade grade;
        final double answers;
        private Dealings dealings = Dealings.NONE;
        private int readUpTo;

        Customer(int number, Random random) {
            calendar = CALENDARS.of(COUNTRIES.get(number % COUNTRIES.size()));
            grade = Grade.values()[random.nextInt(Grade.values().length)];
            answers = number % 5 == 0 ? 0 : random.nextDouble() * 0.08;
            say(BEGIN.minusDays(1 + random.nextInt(20)), 10, Direction.IN, random);
        }

        void say(LocalDate day, int hour, Direction direction, Random random) {
            boolean ours = direction == Direction.OUT;
            List<Fact> facts = new ArrayList<>();
            switch (random.nextInt(9)) {
                case 0 -> facts.add(ours ? Talk.price() : Talk.of(FactType.RFQ));
                case 1 -> facts.add(Talk.sample(ours ? "sent" : "asked"));
                case 2 -> facts.add(ours ? Talk.pi("P" + events.size()) : Talk.order("placed"));
                case 3 -> facts.add(ours ? Talk.shipped() : Talk.paid());
                case 4 -> facts.add(Talk.delivery(day.plusDays(random.nextInt(60)).toString()));
                default -> {} // small talk
            }
            List<Promise> promises = random.nextInt(6) > 0
                    ? List.of()
                    : List.of(new Promise(Promise.By.WRITER, random.nextBoolean() ? day.plusDays(random.nextInt(10)) : null, "we will see to it"));
            Instant at = day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
            events.add(new Event(events.size() + 1L, at, direction, !ours && random.nextBoolean(), facts, promises, ours ? day.plusDays(20) : null));
        }

        Dealings dealings() {
            if (readUpTo != events.size()) {
                dealings = DealingsReading.read(events, SHANGHAI);
                readUpTo = events.size();
            }
            return dealings;
        }

        Assessment assess(LocalDate today) {
            return POLICY.assess(new Standing(grade, Stage.CONTACTED, dealings()), calendar, today);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensDatesFallOnSharedDaysAndNobodyIsNudgedWhoHasAnswered(long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            customers.add(new Customer(i, random));
        }
        Map<Reason, Integer> told = new EnumMap<>(Reason.class);
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = BEGIN.plusDays(day);
            for (Customer it : customers) {
                if (random.nextDouble() < it.answers) {
                    it.say(today, 8, Direction.IN, random);
                }
                List<FollowUp> due = it.assess(today).due(today);
                due.forEach(followUp -> told.merge(followUp.reason(), 1, Integer::sum));
                due.forEach(followUp -> holds(followUp, it, today));
                if (!due.isEmpty() && POLICY.ours().isWorkingDay(today) && random.nextInt(10) < 6) {
                    it.say(today, 14, Direction.OUT, random);
                }
            }
        }
        assertThat(told.keySet()).as("all that can happen in a year").contains(
                Reason.REPLY_OWED, Reason.PROMISE_OURS, Reason.PROMISE_THEIRS, Reason.QUOTE_SILENT, Reason.SAMPLE_SILENT, Reason.PI_UNPAID,
                Reason.DELIVERY_DUE, Reason.QUOTE_EXPIRING, Reason.CADENCE);
    }

    private static void holds(FollowUp it, Customer customer, LocalDate today) {
        SharedDays shared = new SharedDays(POLICY.ours(), customer.calendar);
        String what = it + " on " + today;
        assertThat(shared.rest(it.due())).as(what).isEmpty();
        assertThat(it.due()).as(what).isBeforeOrEqualTo(today);
        assertThat(it.round()).as(what).isBetween(1, it.rounds());
        Dealings dealings = customer.dealings();
        boolean theyWroteLast = dealings.in() != null && dealings.in().equals(dealings.last());
        switch (it.reason()) {
            case REPLY_OWED -> assertThat(theyWroteLast).as("owed although we wrote: " + what).isTrue();
            case QUOTE_SILENT, SAMPLE_SILENT -> assertThat(theyWroteLast).as("a nudge after an answer: " + what).isFalse();
            case PI_UNPAID -> assertThat(customer.events.reversed().stream()
                            .takeWhile(event -> event.message() != it.because().message())
                            .noneMatch(Event::paid)).as("paid: " + what).isTrue();
            case CADENCE -> assertThat(Duration.between(dealings.lastTouch(), today.plusDays(1).atStartOfDay(SHANGHAI).toInstant()).toDays())
                    .as("not silent long enough: " + what).isGreaterThanOrEqualTo(customer.grade.silentDays());
            case PROMISE_OURS, PROMISE_THEIRS, DELIVERY_DUE, QUOTE_EXPIRING, WIN_BACK, MANUAL, ADDRESS_DEAD -> {} // tried one by one
        }
    }

    @Test
    void whoNeverAnswersIsLeftInPeaceWithinTheYearWhetherTheRepWritesOrNot() {
        for (boolean diligent : new boolean[] {true, false}) {
            Random random = new Random(4);
            for (int i = 0; i < 50; i++) {
                Customer it = new Customer(i, random);
                if (it.grade.silentDays() > 60) {
                    continue; // three rounds of theirs take longer than a year
                }
                LocalDate last = BEGIN;
                int written = 0;
                for (int day = 0; day < 2 * DAYS; day++) {
                    LocalDate today = BEGIN.plusDays(day);
                    Assessment assessment = it.assess(today);
                    if (!assessment.due(today).isEmpty()) {
                        last = today;
                        if (diligent && POLICY.ours().isWorkingDay(today)) {
                            written++;
                            it.events.add(new Event(900 + day, today.atTime(14, 0).atZone(SHANGHAI).toInstant(), Direction.OUT, false, List.of(), List.of(), null));
                        }
                    }
                }
                LocalDate end = BEGIN.plusDays(2 * DAYS - 1);
                assertThat(it.assess(end)).as(it.grade + " " + diligent).isInstanceOf(Assessment.Exhausted.class);
                assertThat(last).as(it.grade + " " + diligent).isBefore(BEGIN.plusDays(DAYS + 60));
                assertThat(written).as("rounds of " + it.grade).isLessThan(14);
            }
        }
    }
}
