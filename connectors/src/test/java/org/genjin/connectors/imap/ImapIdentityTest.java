package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Holdings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder's numbers are worth, and what it holds against what was read. */
class ImapIdentityTest {

    private ScriptedImapServer server;
    private ScriptedMailbox mailbox;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(5);
        mailbox = new ScriptedMailbox(server);
    }

    @AfterEach
    void stop() throws Exception {
        mailbox.close();
    }

    private Holdings holdings(Cursor cursor) throws Exception {
        try (ImapConnector connector = mailbox.open()) {
            return connector.holdings(ScriptedMailbox.INBOX, cursor).orElseThrow();
        }
    }

    @Test
    void aFolderThatBeginsANewLifeIsReadAnew() {
        ScriptedMailbox.Pulled first = mailbox.drain(Cursor.START);
        server.inbox().validity = "78";
        assertThat(mailbox.drain(first.next()).messages()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void whereNumbersMayChangeAtAnyTimeAllIsReadAgainOnceADay(String validity) {
        server.inbox().validity = validity;
        ScriptedMailbox.Pulled first = mailbox.drain(Cursor.START);
        assertThat(first.messages()).isEqualTo(5);
        assertThat(mailbox.drain(first.next()).messages()).isZero();
        server.inbox().put(9, "another mail under an old number");
        mailbox.now = mailbox.now.plus(Duration.ofDays(1));
        assertThat(mailbox.drain(first.next()).subjects()).hasSize(5).contains("another mail under an old number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "4294967295"})
    void whatTheServerExpectsOfItsNextMailDecidesNothing(String uidNext) {
        server.inbox().uidNext = uidNext;
        ScriptedMailbox.Pulled first = mailbox.drain(Cursor.START);
        server.inbox().put(743_024_218L, "far ahead");
        ScriptedMailbox.Pulled second = mailbox.drain(first.next());
        assertThat(second.subjects()).containsExactly("far ahead");
        server.inbox().put(743_024_217L, "shown late");
        assertThat(mailbox.drain(second.next()).subjects()).containsExactly("shown late");
    }

    @Test
    void mailsThatGoWhileAFolderIsReadAreNoFault() throws Exception {
        try (ImapConnector connector = mailbox.open()) {
            Cursor next = connector.pull(ScriptedMailbox.INBOX, Cursor.START, 2).next();
            server.inbox().remove(9);
            server.inbox().remove(15);
            ScriptedMailbox.Pulled rest = mailbox.drain(connector, ScriptedMailbox.INBOX, next);
            assertThat(rest.failure()).isEmpty();
            assertThat(rest.messages()).isEqualTo(2);
            mailbox.now = mailbox.now.plus(Duration.ofHours(2));
            assertThat(mailbox.drain(rest.next()).unreadable()).as("what is gone is not asked for again").isEmpty();
        }
    }

    @Test
    void aServerThatSearchesBadlyIsListedByFetching() {
        server.script("UID SEARCH", talk -> talk.done("OK nothing found"));
        assertThat(mailbox.drain(Cursor.START).messages()).isEqualTo(5);
        server.script("UID SEARCH", talk -> talk.done("BAD no search here"));
        assertThat(mailbox.drain(Cursor.START).messages()).isEqualTo(5);
        assertThat(server.count("UID FETCH 1:\\* \\(UID\\)")).isEqualTo(2);
    }

    @Test
    void whatWasTooOldIsFetchedOnceMoreIsWanted() throws Exception {
        server.inbox().date = "02-Mar-2025 10:00:00 +0800";
        mailbox.since = Optional.of(Period.ofMonths(12));
        ScriptedMailbox.Pulled first = mailbox.drain(Cursor.START);
        assertThat(first.messages()).isZero();
        assertThat(holdings(first.next())).satisfies(it -> {
            assertThat(it.held()).isEqualTo(5);
            assertThat(it.tooOld()).isEqualTo(5);
            assertThat(it.toCome()).isZero();
        });
        mailbox.since = Optional.of(Period.ofMonths(3));
        ScriptedMailbox.Pulled narrower = mailbox.drain(first.next());
        assertThat(narrower.messages()).isZero();
        mailbox.since = Optional.of(Period.ofYears(2));
        assertThat(holdings(narrower.next()).toCome()).isEqualTo(5);
        ScriptedMailbox.Pulled wider = mailbox.drain(narrower.next());
        assertThat(wider.messages()).isEqualTo(5);
        mailbox.since = Optional.empty();
        assertThat(mailbox.drain(wider.next()).messages()).isZero();
    }

    @Test
    void whatIsHeldIsCountedAgainstWhatWasRead() throws Exception {
        server.script("UID FETCH .*BODY", talk -> talk.uids().contains(9L) && talk.done("NO no"));
        ScriptedMailbox.Pulled read = mailbox.drain(Cursor.START);
        server.inbox().put(40, "new");
        server.inbox().remove(3);
        assertThat(holdings(read.next())).satisfies(it -> {
            assertThat(it.held()).isEqualTo(5);
            assertThat(it.toCome()).as("what is listed as unreadable has come").isEqualTo(1);
            assertThat(it.tooOld()).isZero();
            assertThat(it.partial()).isEmpty();
            assertThat(it.has().test("uid 6")).isTrue();
            assertThat(it.has().test("uid 3")).isFalse();
            assertThat(it.has().test("line 6")).isFalse();
        });
        assertThat(holdings(Cursor.START).toCome()).isEqualTo(5);
    }

    @Test
    void aFolderOfWhichOnlyAPartSeemsToBeShownIsToldWithWhatToDo() throws Exception {
        for (long uid = 100; uid < 1095; uid++) {
            server.inbox().put(uid, "m");
        }
        assertThat(holdings(Cursor.START).partial()).contains("exactly 1000").contains("import");
        server.inbox().put(2000, "one more");
        assertThat(holdings(Cursor.START).partial()).isEmpty();
        server.inbox().date = "24-Oct-2026 20:00:00 +0800";
        assertThat(holdings(Cursor.START).partial()).contains("30 days").contains("收取选项");
    }

    @Test
    void aCursorStaysShortThoughMailIsDeletedBetween() {
        ScriptedImapServer.Box inbox = server.inbox();
        for (long uid = 16; uid < 9000; uid += 3) {
            inbox.put(uid, "m");
        }
        ScriptedMailbox.Pulled pulled = mailbox.drain(Cursor.START);
        assertThat(pulled.next().value().length()).isLessThan(6000);
        assertThat(pulled.next().value()).startsWith("v=77;done=1:");
    }
}
