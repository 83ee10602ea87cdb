package org.genjin.daemon.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.daemon.calendar.Calendars;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.followup.Standing;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.junit.jupiter.api.Test;

/** The figures, each on an example that can be worked out by hand. Times are those of Shanghai; 2026-03-02 is a Monday. */
class FiguresTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CountryCalendar CHINA =
            new Calendars().of("CN").workingOn(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final FollowUpPolicy POLICY = new FollowUpPolicy(CHINA, SHANGHAI);
    private static final Fact INQUIRY = Fact.of(FactType.RFQ, "please quote");
    private static final Fact PRICE = Fact.of(FactType.PRICE, "USD 2").with(FactField.AMOUNT, new BigDecimal(2)).with(FactField.CURRENCY, "USD");
    private static final Fact SAMPLES = Fact.of(FactType.SAMPLE, "samples").with(FactField.STEP, "sent");
    private static final Fact INVOICE = Fact.of(FactType.DOCUMENT, "PI").with(FactField.KIND, "PI");
    private static final Fact ORDER = Fact.of(FactType.ORDER, "we order").with(FactField.STEP, "placed");
    private static final Fact CANCELLED = Fact.of(FactType.ORDER, "we cancel").with(FactField.STEP, "cancelled");
    private static final Fact NO = Fact.of(FactType.DECLINE, "no need");

    private final List<Event> events = new ArrayList<>();
    private final List<Instant> decisions = new ArrayList<>();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private void they(String at, boolean ask, Fact... facts) {
        events.add(new Event(events.size() + 1L, at(at), Direction.IN, ask, Arrays.asList(facts), List.of(), null));
    }

    private void we(String at, Fact... facts) {
        events.add(new Event(events.size() + 1L, at(at), Direction.OUT, false, Arrays.asList(facts), List.of(), null));
    }

    private static Duration worked(String from, String to) {
        return OfficeHours.between(at(from), at(to), CHINA, SHANGHAI);
    }

    @Test
    void nightsWeekendsAndHolidaysAreNoWorkingTime() {
        assertThat(worked("2026-03-02T10:00", "2026-03-02T11:30")).isEqualTo(Duration.ofMinutes(90));
        assertThat(worked("2026-03-06T17:00", "2026-03-09T10:00")).as("Friday evening to Monday morning").isEqualTo(Duration.ofHours(2));
        assertThat(worked("2026-03-02T22:00", "2026-03-03T07:00")).isEqualTo(Duration.ZERO);
        assertThat(worked("2026-09-30T17:00", "2026-10-08T10:00")).as("over the National Day").isEqualTo(Duration.ofHours(2));
        assertThat(worked("2026-03-03T10:00", "2026-03-02T10:00")).isEqualTo(Duration.ZERO);
    }

    @Test
    void aWorkedSaturdayCounts() {
        assertThat(worked("2026-02-14T09:00", "2026-02-14T12:00")).as("worked instead of a day of the Spring Festival").isEqualTo(Duration.ofHours(3));
    }

    @Test
    void whoAsksTwiceBeforeAnAnswerHasAskedOnce() {
        they("2026-03-02T10:00", true);
        they("2026-03-02T15:00", true);
        we("2026-03-03T10:00");
        they("2026-03-03T11:00", false);
        they("2026-03-04T09:00", true);
        assertThat(Exchange.in(events)).containsExactly(
                new Exchange(at("2026-03-02T10:00"), at("2026-03-03T10:00")), new Exchange(at("2026-03-04T09:00"), null));
    }

    @Test
    void whoDeclinesWaitsForNoAnswer() {
        they("2026-03-02T10:00", true);
        they("2026-03-03T10:00", false, NO);
        assertThat(Exchange.in(events)).isEmpty();
    }

    @Test
    void theMedianIsTheMiddleAndNineOfTenTookAtMostTheOther() {
        Tally tally = new Tally();
        for (int hours = 1; hours <= 10; hours++) {
            tally.asked(Duration.ofHours(hours), Duration.ZERO);
        }
        assertThat(tally.value(Figure.REPLY_MEDIAN)).isEqualTo(new Value.Known(5.5, 10));
        assertThat(tally.value(Figure.REPLY_SLOW)).isEqualTo(new Value.Known(9, 10));
        assertThat(tally.value(Figure.RESPONSE_RATE)).isEqualTo(new Value.Known(1, 10));
    }

    @Test
    void whatIsNotAWorkingDayOldIsNotYetUnanswered() {
        Tally tally = new Tally();
        tally.asked(Duration.ofHours(1), Duration.ofHours(1));
        tally.asked(Duration.ofHours(30), Duration.ofHours(30));
        tally.asked(null, Duration.ofHours(9));
        tally.asked(null, Duration.ofHours(10));
        assertThat(tally.value(Figure.RESPONSE_RATE)).isEqualTo(new Value.Known(2 / 3.0, 3));
    }

    @Test
    void twoOrdersAreTooFewToSayHowLongOrdersTake() {
        Tally tally = new Tally();
        tally.won(20);
        tally.won(40);
        assertThat(tally.value(Figure.CYCLE)).isEqualTo(new Value.TooFew(2));
        tally.won(30);
        assertThat(tally.value(Figure.CYCLE)).isEqualTo(new Value.Known(30, 3));
        assertThat(tally.value(Figure.WON)).isEqualTo(new Value.TooFew(0));
    }

    @Test
    void anInquiryIsFollowedToItsOrderAndANewOneBeginsAfterIt() {
        they("2026-03-02T10:00", true, INQUIRY);
        we("2026-03-03T10:00", PRICE);
        they("2026-03-05T10:00", true, INQUIRY);
        we("2026-03-09T10:00", SAMPLES);
        we("2026-03-20T10:00", INVOICE);
        they("2026-03-25T10:00", false, ORDER);
        they("2026-05-04T10:00", true, INQUIRY);
        assertThat(Deal.in(events)).containsExactly(
                new Deal(at("2026-03-02T10:00"), at("2026-03-03T10:00"), at("2026-03-09T10:00"), at("2026-03-20T10:00"), at("2026-03-25T10:00")),
                new Deal(at("2026-05-04T10:00"), null, null, null, null));
    }

    @Test
    void anOrderThatIsCalledOffIsNotWon() {
        they("2026-03-02T10:00", true, INQUIRY);
        they("2026-03-05T10:00", false, ORDER);
        they("2026-03-06T10:00", false, CANCELLED);
        assertThat(Deal.in(events)).singleElement().extracting(Deal::won).isNull();
        assertThat(new History(events, decisions, new Standing(Grade.C, Stage.CONTACTED, Dealings.NONE)).orders()).isEmpty();
    }

    @Test
    void whoOrderedAndDeclinesWhatElseIsOfferedHasOrdered() {
        they("2026-03-02T10:00", true, INQUIRY);
        they("2026-03-05T10:00", false, ORDER);
        they("2026-03-20T10:00", false, NO);
        assertThat(Deal.in(events)).singleElement().extracting(Deal::won).isEqualTo(at("2026-03-05T10:00"));
    }

    @Test
    void whoOrdersWithoutAQuotationWasToldAPriceOnAnotherWayButGotNoSamples() {
        they("2026-03-02T10:00", true, INQUIRY);
        they("2026-03-05T10:00", false, ORDER);
        Deal deal = Deal.in(events).getFirst();
        assertThat(deal.reached(Figure.QUOTED)).isTrue();
        assertThat(deal.reached(Figure.INVOICED)).isTrue();
        assertThat(deal.reached(Figure.WON)).isTrue();
        assertThat(deal.reached(Figure.SAMPLED)).isFalse();
    }

    @Test
    void aRefusalEndsAnInquiryAndSilenceOfThreeMonthsDoesToo() {
        they("2026-01-05T10:00", true, INQUIRY);
        they("2026-01-06T10:00", false, NO);
        they("2026-01-10T10:00", true, INQUIRY);
        they("2026-05-10T10:00", true, INQUIRY);
        assertThat(Deal.in(events)).extracting(Deal::asked)
                .containsExactly(at("2026-01-05T10:00"), at("2026-01-10T10:00"), at("2026-05-10T10:00"));
    }

    private List<Duty> duties(String from, String now) {
        History history = new History(events, decisions, new Standing(Grade.C, Stage.CONTACTED, Dealings.NONE));
        return new DutyReading(POLICY, SHANGHAI, LocalDate.parse(from), at(now)).read(history, CountryCalendar.UNKNOWN);
    }

    @Test
    void whatIsAnsweredBeforeItFallsDueIsNoFollowUp() {
        they("2026-03-02T10:00", true);
        we("2026-03-02T16:00");
        assertThat(duties("2026-03-02", "2026-03-06T12:00")).isEmpty();
    }

    @Test
    void anAnswerByTheEndOfTheNextWorkingDayIsInTime() {
        they("2026-03-05T10:00", true);
        we("2026-03-09T17:00");
        assertThat(duties("2026-03-02", "2026-03-13T12:00"))
                .as("due on Friday, answered on Monday").containsExactly(new Duty(Reason.REPLY_OWED, LocalDate.parse("2026-03-06"), Duty.Outcome.ON_TIME));
    }

    @Test
    void anAnswerOnTheDayAfterThatIsLate() {
        they("2026-03-02T10:00", true);
        we("2026-03-05T09:00");
        assertThat(duties("2026-03-02", "2026-03-13T12:00")).extracting(Duty::outcome).containsExactly(Duty.Outcome.LATE);
    }

    @Test
    void whileThereIsTimeNothingIsLate() {
        they("2026-03-02T10:00", true);
        assertThat(duties("2026-03-02", "2026-03-04T12:00")).extracting(Duty::outcome).containsExactly(Duty.Outcome.OPEN);
        assertThat(duties("2026-03-02", "2026-03-05T00:00")).extracting(Duty::outcome).containsExactly(Duty.Outcome.LATE);
    }

    @Test
    void aDateThatAPersonMovedIsDealtWith() {
        they("2026-03-02T10:00", true);
        decisions.add(at("2026-03-04T10:00"));
        assertThat(duties("2026-03-02", "2026-03-13T12:00")).extracting(Duty::outcome).containsExactly(Duty.Outcome.ON_TIME);
    }

    @Test
    void aCustomersAnswerEndsANudgeInTime() {
        we("2026-03-02T10:00", PRICE);
        they("2026-03-05T20:00", false);
        assertThat(duties("2026-03-02", "2026-03-13T12:00")).extracting(Duty::reason, Duty::outcome)
                .containsExactly(tuple(Reason.QUOTE_SILENT, Duty.Outcome.ON_TIME));
    }

    @Test
    void anOfferThatNobodyAsksAfterIsLateInEachRound() {
        we("2026-03-02T10:00", PRICE);
        assertThat(duties("2026-03-02", "2026-03-27T12:00")).extracting(Duty::reason).containsOnly(Reason.QUOTE_SILENT);
        assertThat(duties("2026-03-02", "2026-03-27T12:00")).extracting(Duty::outcome).containsOnly(Duty.Outcome.LATE);
    }

    @Test
    void samplesThatNobodyAsksAfterAreNotDoneBecauseTheNextRoundHasBegun() {
        we("2026-03-02T10:00", SAMPLES);
        assertThat(duties("2026-03-02", "2026-03-13T12:00")).isNotEmpty().extracting(Duty::outcome).doesNotContain(Duty.Outcome.ON_TIME);
    }

    @Test
    void whereACustomerCameFromIsWhatTheListSaysElseThePlatformElseWhoWroteFirst() {
        Origin.First mail = new Origin.First(Channel.EMAIL, Direction.IN, List.of("acme.example"));
        assertThat(Origin.of("产品: flanges · 来源: 展会\nlikes tea", mail)).isEqualTo(new Origin.Place("trade-fair"));
        assertThat(Origin.of("Lead source: Mr Miller", null)).isEqualTo(new Origin.Place("Mr Miller"));
        assertThat(Origin.of("", new Origin.First(Channel.EMAIL, Direction.IN, List.of("acme.example", "阿里国际站")))).isEqualTo(new Origin.Place("Alibaba.com"));
        assertThat(Origin.of("nice people", mail)).isEqualTo(new Origin.TheyWrote(Channel.EMAIL));
        assertThat(Origin.of("", new Origin.First(Channel.WHATSAPP, Direction.OUT, List.of()))).isEqualTo(new Origin.WeWrote(Channel.WHATSAPP));
        assertThat(Origin.of("", null)).isEqualTo(new Origin.Unknown());
    }
}
