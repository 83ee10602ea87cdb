package org.genjin.daemon.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.followup.Talk.delivery;
import static org.genjin.daemon.followup.Talk.of;
import static org.genjin.daemon.followup.Talk.order;
import static org.genjin.daemon.followup.Talk.paid;
import static org.genjin.daemon.followup.Talk.pi;
import static org.genjin.daemon.followup.Talk.price;
import static org.genjin.daemon.followup.Talk.sample;
import static org.genjin.daemon.followup.Talk.shipped;

import java.time.LocalDate;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise.By;
import org.junit.jupiter.api.Test;

/** Who is due when and why. March 2, 2026 is a Monday; times are Shanghai's. */
class FollowUpPolicyTest {

    private static final String MONDAY = "2026-03-02T10:00";

    @Test
    void whoAsksOnMondayIsAnsweredOnTuesdayAndOurWordEndsIt() {
        Talk talk = new Talk().theyAsk(MONDAY);
        assertThat(talk.reasons("2026-03-02")).isEmpty();
        assertThat(talk.reasons("2026-03-03")).containsExactly(Reason.REPLY_OWED);
        assertThat(talk.dealings().turn()).isEqualTo(Turn.MINE);
        talk.weSay("2026-03-03T11:00");
        assertThat(talk.reasons("2026-03-03")).isEmpty();
        assertThat(talk.dealings().turn()).isEqualTo(Turn.THEIRS);
    }

    @Test
    void whoAsksOnFridayIsAnsweredOnMonday() {
        assertThat(new Talk().theyAsk("2026-03-06T10:00").day(Reason.REPLY_OWED, "2026-03-06")).isEqualTo("2026-03-09");
    }

    @Test
    void thanksForTheMailOweNothingButWhatWasAskedBeforeIsOwedStill() {
        Talk thanks = new Talk().weSay(MONDAY).theySay("2026-03-02T11:00");
        assertThat(thanks.reasons("2026-03-06")).isEmpty();
        assertThat(thanks.dealings().turn()).isEqualTo(Turn.NOBODY);
        Talk asked = new Talk().theyAsk(MONDAY).theySay("2026-03-02T11:00");
        assertThat(asked.due("2026-03-04").getFirst().because()).isEqualTo(new Point(1, Talk.instant(MONDAY)));
    }

    @Test
    void anInquiryWantsAnAnswerHoweverItIsPut() {
        assertThat(new Talk().theySay(MONDAY, of(FactType.RFQ)).reasons("2026-03-03")).containsExactly(Reason.REPLY_OWED);
    }

    @Test
    void afterTwoMonthsNobodyWaitsForAnAnswerAnyMore() {
        Talk talk = new Talk().grade(Grade.S).theyAsk("2026-03-02T10:00");
        assertThat(talk.reasons("2026-04-30")).containsExactly(Reason.REPLY_OWED);
        assertThat(talk.reasons("2026-05-06")).containsExactly(Reason.CADENCE);
    }

    @Test
    void aLostCustomerIsLeftAloneUntilTheyAskAgain() {
        Talk talk = new Talk().stage(Stage.LOST).theyAsk(MONDAY, of(FactType.DECLINE));
        assertThat(talk.assess("2026-09-01")).isEqualTo(new Assessment.Nothing());
        talk.theyAsk("2026-09-01T10:00");
        assertThat(talk.reasons("2026-09-02")).containsExactly(Reason.REPLY_OWED);
    }

    @Test
    void aDormantCustomerWhoWritesIsAwakeAgain() {
        Talk talk = new Talk().weSay("2026-01-05T10:00", price()).stage(Stage.DORMANT, "2026-02-02T10:00");
        assertThat(talk.assess("2026-03-02")).isEqualTo(new Assessment.Nothing());
        talk.theyAsk(MONDAY);
        assertThat(talk.reasons("2026-03-03")).containsExactly(Reason.REPLY_OWED);
        talk.weSay("2026-03-03T10:00", price());
        assertThat(talk.reasons("2026-03-06")).containsExactly(Reason.QUOTE_SILENT);
    }

    @Test
    void whomAPersonHasGivenUpIsAnsweredOnlyIfTheyAskAfterwards() {
        Talk talk = new Talk().theyAsk(MONDAY).stage(Stage.LOST, "2026-03-02T12:00");
        assertThat(talk.reasons("2026-03-04")).isEmpty();
        talk.theyAsk("2026-03-05T10:00");
        assertThat(talk.reasons("2026-03-06")).containsExactly(Reason.REPLY_OWED);
    }

    @Test
    void aBlockedCustomerIsLeftAloneWhateverTheyAsk() {
        assertThat(new Talk().stage(Stage.BLOCKED).theyAsk(MONDAY).reasons("2026-03-05")).isEmpty();
    }

    @Test
    void whatWePromisedIsDueOnItsDayAndKeptByWhatWasPromised() {
        Talk talk = new Talk().promise(MONDAY, Direction.OUT, By.WRITER, "2026-03-06", "I'll send the PI on Friday");
        assertThat(talk.reasons("2026-03-05")).isEmpty();
        assertThat(talk.reasons("2026-03-06")).containsExactly(Reason.PROMISE_OURS);
        assertThat(talk.dealings().turn()).isEqualTo(Turn.MINE);
        talk.weSay("2026-03-03T10:00");
        assertThat(talk.reasons("2026-03-06")).as("a word about something else").containsExactly(Reason.PROMISE_OURS);
        talk.weSay("2026-03-04T10:00", pi("118"));
        assertThat(talk.reasons("2026-03-06")).doesNotContain(Reason.PROMISE_OURS);
    }

    @Test
    void whatWePromisedForADayOffIsBroughtForward() {
        Talk talk = new Talk().promise(MONDAY, Direction.OUT, By.WRITER, "2026-03-07", "the drawing by Saturday");
        FollowUp due = talk.next(Reason.PROMISE_OURS, "2026-03-02").orElseThrow();
        assertThat(due.due()).isEqualTo(LocalDate.parse("2026-03-06"));
        assertThat(due.bare()).isEqualTo(LocalDate.parse("2026-03-07"));
        assertThat(due.rest().dayOff().isWeekend()).isTrue();
    }

    @Test
    void whatTheyAskForByADayIsAnAnswerOwedAndThenAPromise() {
        Talk talk = new Talk().promise(MONDAY, Direction.IN, By.READER, "2026-03-05", "please send the drawing by Thursday");
        assertThat(talk.reasons("2026-03-05")).containsExactly(Reason.REPLY_OWED);
        talk.weSay("2026-03-03T10:00");
        assertThat(talk.reasons("2026-03-04")).isEmpty();
        assertThat(talk.reasons("2026-03-05")).containsExactly(Reason.PROMISE_OURS);
    }

    @Test
    void whatTheyPromisedIsAskedForOnItsDayThriceAtMost() {
        Talk talk = new Talk().promise(MONDAY, Direction.IN, By.WRITER, "2026-03-06", "te confirmo el viernes");
        assertThat(talk.reasons("2026-03-05")).isEmpty();
        assertThat(talk.reasons("2026-03-06")).containsExactly(Reason.PROMISE_THEIRS);
        talk.weSay("2026-03-06T10:00");
        assertThat(talk.day(Reason.PROMISE_THEIRS, "2026-03-06")).isEqualTo("2026-03-09");
        talk.weSay("2026-03-09T10:00");
        assertThat(talk.day(Reason.PROMISE_THEIRS, "2026-03-09")).isEqualTo("2026-03-13");
        talk.weSay("2026-03-13T10:00");
        assertThat(talk.day(Reason.PROMISE_THEIRS, "2026-03-13")).isEqualTo("-");
    }

    @Test
    void aPromiseOfTheirsEndsWhenTheyWriteOnTheDayOrPay() {
        Talk talk = new Talk().promise(MONDAY, Direction.IN, By.WRITER, "2026-03-06", "we will pay on Friday");
        talk.theySay("2026-03-03T10:00");
        assertThat(talk.reasons("2026-03-06")).containsExactly(Reason.PROMISE_THEIRS);
        talk.theySay("2026-03-04T10:00", paid());
        assertThat(talk.reasons("2026-03-06")).isEmpty();
    }

    @Test
    void anOfferWithoutAnswerIsAskedAboutAfterThreeSevenAndFifteenDays() {
        Talk talk = new Talk().theyAsk("2026-03-02T09:00").weSay(MONDAY, price());
        assertThat(talk.day(Reason.QUOTE_SILENT, "2026-03-02")).isEqualTo("2026-03-05");
        talk.weSay("2026-03-05T10:00", price());
        assertThat(talk.day(Reason.QUOTE_SILENT, "2026-03-05")).isEqualTo("2026-03-09");
        talk.weSay("2026-03-09T10:00");
        assertThat(talk.day(Reason.QUOTE_SILENT, "2026-03-09")).isEqualTo("2026-03-17");
        talk.weSay("2026-03-17T10:00");
        assertThat(talk.next(Reason.QUOTE_SILENT, "2026-03-17")).isEmpty();
        assertThat(talk.day(Reason.CADENCE, "2026-03-17")).isEqualTo("2026-05-18");
    }

    @Test
    void anAnswerOnAnyChannelEndsTheNudge() {
        Talk talk = new Talk().weSay(MONDAY, price());
        assertThat(talk.reasons("2026-03-05")).containsExactly(Reason.QUOTE_SILENT);
        talk.theySay("2026-03-04T10:00");
        assertThat(talk.reasons("2026-03-05")).isEmpty();
    }

    @Test
    void roundsThatNobodyActsUponAreCountedAndEndByThemselves() {
        Talk talk = new Talk().grade(Grade.E).weSay(MONDAY, price());
        assertThat(talk.due("2026-03-05").getFirst().round()).isEqualTo(1);
        assertThat(talk.due("2026-03-09").getFirst().round()).isEqualTo(2);
        assertThat(talk.due("2026-03-17").getFirst().round()).isEqualTo(3);
        assertThat(talk.reasons("2026-04-01")).containsExactly(Reason.QUOTE_SILENT);
        assertThat(talk.reasons("2026-04-02")).isEmpty();
    }

    @Test
    void samplesAreAskedAboutInTheTradesOwnRhythm() {
        Talk talk = new Talk().weSay(MONDAY, sample("sent"));
        String[] days = {"2026-03-03", "2026-03-04", "2026-03-06", "2026-03-09", "2026-03-16", "2026-03-23", "2026-04-07"};
        String today = "2026-03-02";
        for (String day : days) {
            assertThat(talk.day(Reason.SAMPLE_SILENT, today)).isEqualTo(day);
            talk.weSay(day + "T10:00");
            today = day;
        }
        assertThat(talk.next(Reason.SAMPLE_SILENT, today)).isEmpty();
    }

    @Test
    void anUnpaidInvoiceIsAskedAboutUntilTheMoneyComes() {
        Talk talk = new Talk().stage(Stage.PI_SENT).weSay(MONDAY, pi("118"));
        assertThat(talk.reasons("2026-03-05")).containsExactly(Reason.PI_UNPAID);
        talk.weSay("2026-03-05T10:00", pi("118"));
        assertThat(talk.day(Reason.PI_UNPAID, "2026-03-05")).isEqualTo("2026-03-09");
        talk.theySay("2026-03-09T08:00");
        assertThat(talk.day(Reason.PI_UNPAID, "2026-03-09")).as("not right after their word").isEqualTo("2026-03-12");
        talk.theySay("2026-03-10T08:00", paid());
        assertThat(talk.next(Reason.PI_UNPAID, "2026-03-10")).isEmpty();
        talk.weSay("2026-03-10T10:00", pi("118"));
        assertThat(talk.next(Reason.PI_UNPAID, "2026-03-10")).as("named again, not sent again").isEmpty();
    }

    @Test
    void anOfferIsAskedAboutBeforeItEnds() {
        Talk talk = new Talk().weOfferUntil(MONDAY, "2026-03-31").theySay("2026-03-03T10:00");
        assertThat(talk.day(Reason.QUOTE_EXPIRING, "2026-03-03")).isEqualTo("2026-03-26");
        assertThat(talk.due("2026-03-26").getFirst().date()).isEqualTo(LocalDate.parse("2026-03-31"));
        talk.weSay("2026-03-26T10:00");
        assertThat(talk.next(Reason.QUOTE_EXPIRING, "2026-03-26")).isEmpty();
    }

    @Test
    void anOrderEndsTheOffer() {
        Talk talk = new Talk().weOfferUntil(MONDAY, "2026-03-31").theySay("2026-03-03T10:00", order("placed"));
        assertThat(talk.next(Reason.QUOTE_EXPIRING, "2026-03-26")).isEmpty();
    }

    @Test
    void goodsThatAreOrderedAreRememberedAWeekBeforeTheyLeaveAndTheDayAfter() {
        Talk talk = new Talk().stage(Stage.WON).theySay(MONDAY, order("placed"), delivery("2026-04-15")).weSay("2026-03-02T12:00");
        assertThat(talk.day(Reason.DELIVERY_DUE, "2026-03-02")).isEqualTo("2026-04-08");
        talk.weSay("2026-04-08T10:00");
        assertThat(talk.day(Reason.DELIVERY_DUE, "2026-04-08")).isEqualTo("2026-04-16");
        talk.weSay("2026-04-14T10:00", shipped());
        assertThat(talk.next(Reason.DELIVERY_DUE, "2026-04-16")).isEmpty();
    }

    @Test
    void aWantedDeliveryWithoutAnOrderIsNoDate() {
        Talk talk = new Talk().theyAsk(MONDAY, of(FactType.RFQ), delivery("2026-03-20")).weSay("2026-03-02T12:00");
        assertThat(talk.next(Reason.DELIVERY_DUE, "2026-03-13")).isEmpty();
    }

    @Test
    void silenceMayLastAsLongAsTheGradeAllows() {
        assertThat(new Talk().grade(Grade.A).weSay(MONDAY).day(Reason.CADENCE, "2026-03-02")).isEqualTo("2026-03-17");
        assertThat(new Talk().grade(Grade.S).weSay("2026-02-27T10:00").day(Reason.CADENCE, "2026-03-02")).isEqualTo("2026-03-09");
    }

    @Test
    void whoNeverAnswersIsWrittenToLessAndLessAndThenAskedAbout() {
        Talk talk = new Talk().grade(Grade.A).theySay("2026-03-02T09:00").weSay(MONDAY);
        assertThat(talk.day(Reason.CADENCE, "2026-03-02")).isEqualTo("2026-03-17");
        talk.weSay("2026-03-17T10:00");
        assertThat(talk.day(Reason.CADENCE, "2026-03-17")).isEqualTo("2026-04-15");
        talk.weSay("2026-04-15T10:00");
        assertThat(talk.day(Reason.CADENCE, "2026-04-15")).isEqualTo("2026-05-28");
        talk.weSay("2026-05-28T10:00");
        assertThat(talk.assess("2026-05-28")).isEqualTo(new Assessment.Exhausted(4, LocalDate.parse("2026-05-28")));
        talk.keptAt("2026-06-01T10:00");
        assertThat(talk.day(Reason.CADENCE, "2026-06-01")).as("not to be given up").isEqualTo("2026-06-16");
    }

    @Test
    void aCustomerWhoOrdersEveryMonthIsMissedAfterSixWeeks() {
        Talk talk = new Talk().grade(Grade.C).stage(Stage.SHIPPED);
        for (String month : new String[] {"2026-01", "2026-02", "2026-03"}) {
            talk.theySay(month + "-02T10:00", order("placed")).weSay(month + "-03T10:00", shipped());
        }
        assertThat(talk.day(Reason.WIN_BACK, "2026-03-10")).isEqualTo("2026-04-17");
        talk.theySay("2026-04-10T10:00", order("placed"));
        assertThat(talk.reasons("2026-04-17")).doesNotContain(Reason.WIN_BACK);
    }

    @Test
    void mailThatCameBackAsksForAnotherWayInsteadOfANudge() {
        Talk talk = new Talk().weSay(MONDAY, price()).bounced("2026-03-02T10:05");
        assertThat(talk.reasons("2026-03-05")).containsExactly(Reason.ADDRESS_DEAD);
        talk.weSay("2026-03-05T10:00");
        assertThat(talk.reasons("2026-03-09")).containsExactly(Reason.QUOTE_SILENT);
    }

    @Test
    void whoIsAwayIsNudgedOnTheDayOfTheReturnAndAnsweredBefore() {
        Talk talk = new Talk().weSay(MONDAY, price()).awayUntil("2026-03-02T10:01", "2026-03-16");
        FollowUp due = talk.next(Reason.QUOTE_SILENT, "2026-03-05").orElseThrow();
        assertThat(due.due()).isEqualTo(LocalDate.parse("2026-03-16"));
        assertThat(due.bare()).isEqualTo(LocalDate.parse("2026-03-05"));
        assertThat(due.back()).isEqualTo(LocalDate.parse("2026-03-16"));
        talk.theyAsk("2026-03-06T10:00");
        assertThat(talk.reasons("2026-03-09")).containsExactly(Reason.REPLY_OWED);
    }

    @Test
    void aDaySetByHandPutsAllElseOffUntilTheCustomerWrites() {
        Talk talk = new Talk().theyAsk(MONDAY).setByHand("2026-03-02T12:00", "2026-03-21");
        assertThat(talk.reasons("2026-03-03")).isEmpty();
        FollowUp byHand = talk.due("2026-03-21").stream().filter(it -> it.reason() == Reason.MANUAL).findFirst().orElseThrow();
        assertThat(byHand.due()).as("a Saturday, as it was set").isEqualTo(LocalDate.parse("2026-03-21"));
        talk.theyAsk("2026-03-04T10:00");
        assertThat(talk.reasons("2026-03-05")).containsExactly(Reason.REPLY_OWED);
        talk.weSay("2026-03-05T10:00");
        assertThat(talk.reasons("2026-03-21")).as("and stands still").containsExactly(Reason.MANUAL);
        talk.weSay("2026-03-21T10:00");
        assertThat(talk.reasons("2026-03-21")).isEmpty();
    }

    @Test
    void datesFallOnWorkingDaysOfBothSides() {
        assertThat(new Talk().in("SA").weSay("2026-03-02T10:00", sample("sent")).day(Reason.SAMPLE_SILENT, "2026-03-02")).isEqualTo("2026-03-03");
        FollowUp friday = new Talk().in("SA").weSay("2026-03-03T10:00", price()).next(Reason.QUOTE_SILENT, "2026-03-03").orElseThrow();
        assertThat(friday.bare()).as("a Friday, free in Saudi Arabia").isEqualTo(LocalDate.parse("2026-03-06"));
        assertThat(friday.due()).isEqualTo(LocalDate.parse("2026-03-09"));
        FollowUp ours = new Talk().weSay("2026-09-29T10:00", price()).next(Reason.QUOTE_SILENT, "2026-09-29").orElseThrow();
        assertThat(ours.due()).as("after our National Day").isEqualTo(LocalDate.parse("2026-10-08"));
        assertThat(ours.rest().dayOff().name()).isEqualTo("national-day");
    }

    @Test
    void nobodyHasWrittenYetAndNothingIsDue() {
        assertThat(new Talk().assess("2026-03-03")).isEqualTo(new Assessment.Nothing());
    }

    @Test
    void whatWasDueIsQuietOnceAPersonSaysThatItIsDealtWith() {
        Talk promised = new Talk().weSay("2026-03-02T10:00")
                .promise("2026-03-03T10:00", Direction.OUT, By.WRITER, "2026-03-07", "I will send the catalogue");
        assertThat(promised.reasons("2026-03-06")).as("brought forward from a Saturday").contains(Reason.PROMISE_OURS);
        assertThat(promised.doneAt("2026-03-06T11:00").reasons("2026-03-06")).isEmpty();
        assertThat(promised.reasons("2026-03-09")).isEmpty();
        Talk set = new Talk().theySay("2026-03-02T10:00").setByHand("2026-03-02T11:00", "2026-03-06");
        assertThat(set.reasons("2026-03-09")).containsExactly(Reason.MANUAL);
        assertThat(set.doneAt("2026-03-09T11:00").reasons("2026-03-10")).isEmpty();
        Talk asked = new Talk().theyAsk("2026-03-02T10:00").doneAt("2026-03-04T11:00").theyAsk("2026-03-05T10:00");
        assertThat(asked.reasons("2026-03-06")).as("what they ask later is due").contains(Reason.REPLY_OWED);
    }
}
