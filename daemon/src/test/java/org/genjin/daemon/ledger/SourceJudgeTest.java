package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.genjin.config.Language;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.SourceStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** It must be impossible that a mailbox is 'ok' and nothing comes in: each way in which that could be. */
class SourceJudgeTest {

    private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");
    private static final Instant JUST_NOW = NOW.minus(Duration.ofMinutes(2));
    private static final Instant TWO_DAYS_AGO = NOW.minus(Duration.ofDays(2));

    private State stored = State.OK;
    private @Nullable String said;
    private boolean live;
    private boolean reading;
    private @Nullable Instant listedAt = TWO_DAYS_AGO;
    private @Nullable Instant lastPoll = JUST_NOW;
    private @Nullable Instant lastComplete = JUST_NOW;
    private @Nullable Instant lastNew = JUST_NOW;
    private Integer mailboxes = 2;
    private long latestUnreadable;
    private boolean noneSent;
    private List<Proof> proofs = List.of(proof("INBOX", 50, 50, 0, 0, 0), proof("Sent", 30, 30, 0, 0, 0));

    private static Proof proof(String folder, long held, long logged, long tooOld, long unreadable, long toCome) {
        return new Proof(
                new Mailbox("li@factory.example", folder), JUST_NOW, held, logged, 0, tooOld, unreadable, toCome,
                held - logged - tooOld - unreadable - toCome, 0, "", Proof.Again.NEVER);
    }

    private SourceJudge.Verdict verdict() {
        return SourceJudge.of(
                new SourceJudge.Facts(
                        "li@factory.example", true, stored, said, live, reading, listedAt, lastPoll, lastComplete, lastNew, mailboxes,
                        latestUnreadable, noneSent, proofs),
                NOW);
    }

    private void isSilentBecause(SourceTrouble trouble, String sentence) {
        assertThat(verdict().state()).isEqualTo(State.SILENT);
        assertThat(verdict().troubles()).contains(trouble);
        for (Language language : List.of(Language.EN, Language.ZH_CN)) {
            assertThat(new SourceWording(language, ZoneOffset.UTC).trouble(trouble)).isNotBlank();
        }
        assertThat(new SourceWording(Language.EN, ZoneOffset.UTC).trouble(trouble)).contains(sentence);
    }

    @Test
    void aMailboxThatBringsAllIsOk() {
        assertThat(verdict()).isEqualTo(new SourceJudge.Verdict(State.OK, List.of()));
    }

    @Test
    void noFolderCanBeRead() {
        mailboxes = 0;
        proofs = List.of();
        isSilentBecause(new SourceTrouble.NoMailbox(), "let all folders be shown");
    }

    @Test
    void theServerShowsEmptyFolders() {
        proofs = List.of(proof("INBOX", 0, 0, 0, 0, 0), proof("Sent", 0, 0, 0, 0, 0));
        isSilentBecause(new SourceTrouble.Empty(2), "switch IMAP on");
    }

    @Test
    void allMailIsOlderThanTheReadingGoesBack() {
        proofs = List.of(proof("INBOX", 50, 0, 50, 0, 0), proof("Sent", 0, 0, 0, 0, 0));
        isSilentBecause(new SourceTrouble.AllOld(50), "since: all");
    }

    @Test
    void noMailCanBeRead() {
        proofs = List.of(proof("INBOX", 50, 0, 10, 40, 0));
        isSilentBecause(new SourceTrouble.AllUnreadable(40), "could be read");
    }

    @Test
    void theServerHasMailAndNothingCame() {
        proofs = List.of(proof("INBOX", 50, 0, 0, 0, 50));
        isSilentBecause(new SourceTrouble.NothingCame(50), "none came");
    }

    @Test
    void whatCameLastCannotBeRead() {
        latestUnreadable = 5;
        isSilentBecause(new SourceTrouble.LatestUnreadable(5), "could not be read");
        latestUnreadable = 4;
        assertThat(verdict().state()).as("a few may well be chance").isEqualTo(State.OK);
    }

    @Test
    void somethingStaysMissingAfterItWasReadAgain() {
        Proof lacking = proof("INBOX", 50, 47, 0, 0, 0);
        proofs = List.of(lacking);
        assertThat(verdict().state()).as("it is read again first").isEqualTo(State.WAITING);
        proofs = List.of(new Proof(
                lacking.mailbox(), JUST_NOW, 50, 47, 0, 0, 0, 0, 3, 0, "", new Proof.Again(1, JUST_NOW, false)));
        isSilentBecause(new SourceTrouble.Missing("INBOX", 3, 50), "3 of 50");
    }

    @Test
    void aFolderShowsOnlyAPart() {
        proofs = List.of(new Proof(
                new Mailbox("li@factory.example", "INBOX"), JUST_NOW, 1000, 1000, 0, 0, 0, 0, 0, 0, "Only 30 days are shown.",
                Proof.Again.NEVER));
        isSilentBecause(new SourceTrouble.Partial("INBOX", "Only 30 days are shown."), "Only 30 days");
    }

    @Test
    void aMailboxOfWhichNothingIsToBeLoggedIsOk() {
        proofs = List.of(new Proof(
                new Mailbox("li@factory.example", "INBOX"), JUST_NOW, 9, 0, 0, 4, 0, 0, 0, 5, "", Proof.Again.NEVER));
        assertThat(verdict().state()).isEqualTo(State.OK);
    }

    @Test
    void moreIsToComeForADayAndNothingComes() {
        lastNew = TWO_DAYS_AGO;
        proofs = List.of(proof("INBOX", 50, 40, 0, 0, 10));
        isSilentBecause(new SourceTrouble.Stuck(10, TWO_DAYS_AGO), "handed out none");
        lastNew = JUST_NOW;
        assertThat(verdict().state()).as("something came: the rest will").isEqualTo(State.OK);
    }

    @Test
    void nobodyHasReadItForADay() {
        lastComplete = TWO_DAYS_AGO;
        lastNew = TWO_DAYS_AGO;
        lastPoll = TWO_DAYS_AGO;
        isSilentBecause(new SourceTrouble.Unread(TWO_DAYS_AGO), "genjin run");
        stored = State.READING;
        lastPoll = JUST_NOW;
        assertThat(verdict().state()).as("begun again and again, and never at its end").isEqualTo(State.SILENT);
    }

    @Test
    void itHasNeverBeenReadThoughItWasWantedForADay() {
        lastComplete = null;
        lastNew = null;
        lastPoll = null;
        isSilentBecause(new SourceTrouble.Unread(TWO_DAYS_AGO), "genjin run");
        listedAt = JUST_NOW;
        assertThat(verdict().state()).isEqualTo(State.OK);
        assertThat(verdict().troubles()).as("but it is said").containsExactly(new SourceTrouble.NotYetRead());
    }

    @Test
    void itIsTriedInVainForADay() {
        stored = State.WAITING;
        said = "The server does not answer.";
        assertThat(verdict().state()).as("a short outage mends itself").isEqualTo(State.WAITING);
        assertThat(verdict().troubles().getFirst().weight()).isEqualTo(SourceTrouble.Weight.PASSING);
        lastComplete = TWO_DAYS_AGO;
        isSilentBecause(new SourceTrouble.FailingLong(TWO_DAYS_AGO, said), "2026-03-02 09:00: The server does not answer.");
    }

    @Test
    void aFirstReadingThatTakesDaysIsNoTroubleWhileItGetsOn() {
        lastComplete = null;
        live = true;
        reading = true;
        stored = State.READING;
        assertThat(verdict()).isEqualTo(new SourceJudge.Verdict(State.READING, List.of()));
        lastNew = TWO_DAYS_AGO;
        assertThat(verdict().troubles()).as("nothing has come for a day").containsExactly(new SourceTrouble.Unread(TWO_DAYS_AGO));
    }

    @Test
    void aPollThatOnlyLooksWhetherThereIsSomethingNewIsNoReading() {
        live = true;
        stored = State.READING;
        assertThat(verdict()).isEqualTo(new SourceJudge.Verdict(State.OK, List.of()));
    }

    @Test
    void aReadingThatDiedIsNotSaidToGoOn() {
        stored = State.READING;
        assertThat(verdict()).isEqualTo(new SourceJudge.Verdict(State.WAITING, List.of(new SourceTrouble.BrokenOff())));
    }

    @Test
    void aRefusedPasswordWaitsForAPerson() {
        stored = State.PARKED;
        said = "The password was refused.";
        assertThat(verdict().state()).isEqualTo(State.PARKED);
        assertThat(verdict().troubles()).containsExactly(new SourceTrouble.Parked(said));
    }

    @Test
    void sentMailThatIsNowhereIsSaidWithoutAlarm() {
        noneSent = true;
        assertThat(verdict()).isEqualTo(new SourceJudge.Verdict(State.OK, List.of(new SourceTrouble.NoneSent("li@factory.example"))));
    }

    @Test
    void ofWhatIsNoLongerConfiguredNothingIsExpected() {
        listedAt = null;
        lastComplete = TWO_DAYS_AGO;
        lastNew = TWO_DAYS_AGO;
        assertThat(verdict()).isEqualTo(new SourceJudge.Verdict(State.OK, List.of()));
    }
}
