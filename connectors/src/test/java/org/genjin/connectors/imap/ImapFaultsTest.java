package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.genjin.connectors.Batch;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do to those who fetch from them. */
class ImapFaultsTest {

    private static final String BODIES = "UID FETCH .*BODY";

    private ScriptedImapServer server;
    private ScriptedMailbox mailbox;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(30);
        mailbox = new ScriptedMailbox(server);
    }

    @AfterEach
    void stop() throws Exception {
        mailbox.close();
    }

    private ScriptedMailbox.Pulled drain(Cursor from) {
        return mailbox.drain(from);
    }

    @Test
    void aConnectionResetInTheMidstOfABatchLosesNothingAndBringsNothingTwice() {
        AtomicBoolean once = new AtomicBoolean();
        server.script(BODIES, talk -> {
            if (once.getAndSet(true)) {
                return false;
            }
            List<Long> five = talk.uids().stream().limit(5).toList();
            for (long uid : five) {
                talk.give(uid);
            }
            talk.raw("* 1 FETCH (UID 9 BODY[] {500}\r\nhalf of a ma".getBytes(StandardCharsets.US_ASCII));
            return talk.reset();
        });
        ScriptedMailbox.Pulled pulled = drain(Cursor.START);
        assertThat(pulled.failure()).isEmpty();
        assertThat(pulled.subjects()).hasSize(30);
        assertThat(pulled.messages()).isEqualTo(30);
        assertThat(pulled.unreadable()).isEmpty();
    }

    @Test
    void aMailThatBreaksEveryCommandIsFoundAloneAndTheRestComes() {
        server.script(BODIES, talk -> talk.uids().contains(15L) && talk.done("NO [SERVERBUG] internal error"));
        ScriptedMailbox.Pulled pulled = drain(Cursor.START);
        assertThat(pulled.messages()).isEqualTo(29);
        assertThat(pulled.subjects()).doesNotContain("mail 5");
        assertThat(pulled.unreadable()).singleElement().satisfies(it -> {
            assertThat(it.locator()).isEqualTo("uid 15");
            assertThat(it.reason()).contains("does not hand it out").contains("internal error").contains("asked for again");
        });
        assertThat(drain(pulled.next()).unreadable()).as("not at once").isEmpty();
        String last = "";
        for (int i = 0; i < 12; i++) {
            mailbox.now = mailbox.now.plus(Duration.ofDays(1));
            pulled = drain(pulled.next());
            last = pulled.unreadable().isEmpty() ? last : pulled.unreadable().getFirst().reason();
        }
        assertThat(last).contains("given up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "bye", "hang", "huge", "two gigabytes", "longer", "shorter", "nonsense"})
    void aMailThatBreaksEveryConnectionIsFoundAloneAndTheRestComes(String how) {
        server.script(BODIES, talk -> {
            if (!talk.uids().contains(15L)) {
                return false;
            }
            for (long uid : talk.uids()) {
                if (uid != 15) {
                    talk.give(uid);
                    continue;
                }
                switch (how) {
                    case "reset" -> talk.reset();
                    case "bye" -> {
                        talk.say("* BYE Internal error, see the log");
                        talk.hangUp();
                    }
                    case "hang" -> talk.say("* 5 FETCH (UID 15 BODY[] {5000}\r\nonly this came");
                    case "huge" -> talk.say("* 5 FETCH (UID 15 BODY[] {1000000000}\r\nand so on");
                    case "two gigabytes" -> talk.say("* 5 FETCH (UID 15 BODY[] {4294967296}\r\n* 5 FETCH (UID 18 BODY[] \"forged\")");
                    case "longer" -> talk.say("* 5 FETCH (UID 15 BODY[] {10}\r\nSubject: more than ten bytes\r\n)");
                    case "shorter" -> talk.say("* 5 FETCH (UID 15 BODY[] {400}\r\nSubject: less\r\n)");
                    default -> talk.say("HTTP/1.1 502 Bad Gateway");
                }
                return true;
            }
            return talk.done("OK done");
        });
        ScriptedMailbox.Pulled pulled = drain(Cursor.START);
        assertThat(pulled.failure()).isEmpty();
        assertThat(pulled.messages()).isEqualTo(29);
        assertThat(pulled.subjects()).hasSize(29).doesNotContain("mail 5", "forged");
        assertThat(pulled.unreadable()).singleElement().satisfies(it -> assertThat(it.locator()).isEqualTo("uid 15"));
        assertThat(drain(pulled.next()).batches()).singleElement().satisfies(it -> assertThat(it.unreadable()).isEmpty());
    }

    @Test
    void aServerThatBreaksOffAtEachMailIsLeftAloneAndNothingIsLost() {
        server.script(BODIES, ScriptedImapServer.Talk::reset);
        ScriptedMailbox.Pulled pulled = drain(Cursor.START);
        assertThat(pulled.failure()).get().isInstanceOf(ConnectorException.Unavailable.class);
        assertThat(server.count(BODIES)).isLessThan(30);
        server.mend();
        mailbox.now = mailbox.now.plus(Duration.ofHours(2));
        assertThat(drain(pulled.next()).subjects()).hasSize(30);
    }

    @Test
    void nilAndEmptyAndSilenceAreAskedForAgainAndThenListedNeverForgotten() {
        server.script(BODIES, talk -> {
            for (long uid : talk.uids()) {
                switch ((int) uid) {
                    case 30 -> talk.say("* 10 FETCH (UID 30 BODY[] NIL)");
                    case 33 -> talk.say("* 11 FETCH (FLAGS (\\Seen))");
                    case 36 -> talk.say("* 12 FETCH (UID 36 BODY[] {0}\r\n)");
                    case 39 -> talk.say("* 13 FETCH (UID 39 )");
                    case 42 -> talk.say("* 14 FETCH (BODY[] {5}\r\nwhose)");
                    case 45 -> talk.say("* 15 FETCH (UID 45 BODY[] = (((");
                    default -> talk.give(uid);
                }
            }
            return talk.done("OK done");
        });
        ScriptedMailbox.Pulled pulled = drain(Cursor.START);
        assertThat(pulled.failure()).isEmpty();
        assertThat(pulled.messages()).isEqualTo(24);
        assertThat(pulled.unreadable()).extracting(Batch.Unreadable::locator)
                .containsExactlyInAnyOrder("uid 30", "uid 33", "uid 36", "uid 39", "uid 42", "uid 45");
        server.mend();
        mailbox.now = mailbox.now.plus(Duration.ofHours(2));
        assertThat(drain(pulled.next()).messages()).isEqualTo(6);
    }

    @Test
    void answersInAnotherOrderTwiceWithNewsAndUnknownItemsBetweenAreTakenByTheirUid() {
        server.script(BODIES, talk -> {
            for (long uid : talk.uids().descendingSet()) {
                talk.say("* 31 EXISTS");
                talk.say("* 2 EXPUNGE");
                talk.say("* 2 FETCH (FLAGS (\\Seen) UID " + uid + ")");
                talk.say("* OK [HIGHESTMODSEQ 7] by the way");
                byte[] mail = talk.mail(uid);
                talk.say("* 1 FETCH (X-NEW (1 (2 \"three)\") {4}\r\nfour) BODY[] ~{" + mail.length + "}\r\n"
                        + new String(mail, StandardCharsets.ISO_8859_1) + " MODSEQ (12) UID " + uid + ")");
                talk.give(uid);
            }
            return talk.done("OK done");
        });
        ScriptedMailbox.Pulled pulled = drain(Cursor.START);
        assertThat(pulled.messages()).isEqualTo(30);
        assertThat(pulled.subjects()).hasSize(30);
        pulled.batches().forEach(batch -> batch.messages().forEach(it -> assertThat(it.subject())
                .isEqualTo("mail " + Long.parseLong(it.locator().substring(4)) / 3)));
    }

    @Test
    void sizesAndDatesThatLieOrAreMissingMakeNoDifference() {
        server.script("UID FETCH .*SIZE", talk -> {
            for (long uid : talk.uids()) {
                String says = switch ((int) uid % 4) {
                    case 0 -> " RFC822.SIZE 1 INTERNALDATE \"yesterday\"";
                    case 1 -> " RFC822.SIZE 99999999999 INTERNALDATE \"01-Jan-1970 00:00:00 +0000\"";
                    case 2 -> " RFC822.SIZE 4294967295";
                    default -> " INTERNALDATE NIL";
                };
                talk.say("* 1 FETCH (UID " + uid + says + ")");
            }
            return talk.done("OK done");
        });
        assertThat(drain(Cursor.START).subjects()).hasSize(30);
    }

    @Test
    void aLargeMailIsReadFromADiskFileWhateverItsSizeWasSaidToBe() throws Exception {
        byte[] large = new byte[9 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        for (int i = 77; i < large.length; i += 78) {
            large[i] = '\n';
        }
        byte[] head = ScriptedImapServer.mail(90, "large");
        System.arraycopy(head, 0, large, 0, head.length);
        server.inbox().put(90, large);
        try (ImapConnector connector = mailbox.open()) {
            Batch batch = connector.pull(ScriptedMailbox.INBOX, Cursor.START, 1);
            assertThat(batch.messages()).singleElement().satisfies(it -> {
                assertThat(it.subject()).isEqualTo("large");
                assertThat(it.raw().size()).isEqualTo(large.length);
                connector.pull(ScriptedMailbox.INBOX, batch.next(), 1); // as is done while this one is being stored
                try (var in = it.raw().open()) {
                    assertThat(in.readAllBytes()).isEqualTo(large);
                }
            });
        }
    }

    @Test
    void refusalsInTheMidstOfABatchKeepWhatCame() {
        AtomicBoolean throttled = new AtomicBoolean(true);
        server.script(BODIES, talk -> {
            if (!throttled.get()) {
                return false;
            }
            List<Long> three = talk.uids().stream().limit(3).toList();
            for (long uid : three) {
                talk.give(uid);
            }
            return talk.done("NO [LIMIT] rate limit exceeded, try again later");
        });
        ScriptedMailbox.Pulled first = drain(Cursor.START);
        assertThat(first.messages()).isEqualTo(30);
        server.script(BODIES, talk -> talk.done("NO [OVERQUOTA] Account exceeded command or bandwidth limits"));
        server.inbox().put(93, "later");
        ScriptedMailbox.Pulled second = drain(first.next());
        assertThat(second.unreadable()).as("no mail's fault").isEmpty();
        assertThat(second.failure()).get().isInstanceOfSatisfying(
                ConnectorException.Unavailable.class, it -> assertThat(it.pause()).isEqualTo(Duration.ofHours(24)));
    }

    @Test
    void nothingIsEverAskedThatCouldChangeTheMailboxOrThatServersAnswerWrongly() {
        drain(Cursor.START);
        assertThat(server.commands()).allMatch(it -> it.matches("CAPABILITY|LOGIN|LIST .*|EXAMINE .*|UID SEARCH UID \\d+:\\*"
                + "|UID FETCH [\\d,:]+ \\(UID (RFC822.SIZE INTERNALDATE|BODY.PEEK\\[\\])\\)"));
        assertThat(server.commands()).anyMatch(it -> it.startsWith("EXAMINE")).anyMatch(it -> it.contains("BODY.PEEK[]"));
        server.commands().stream().filter(it -> it.startsWith("UID FETCH")).forEach(it -> {
            List<Long> ends = Arrays.stream(it.split(" ", -1)[2].split("[,:]", -1)).map(Long::parseLong).toList();
            assertThat(ends).isSorted();
        });
    }

    @Test
    void aSecondReadingAsksForNoMailAgain() {
        ScriptedMailbox.Pulled first = drain(Cursor.START);
        int before = server.commands().size();
        ScriptedMailbox.Pulled second = drain(first.next());
        assertThat(second.messages()).isZero();
        assertThat(server.commands().subList(before, server.commands().size())).noneMatch(it -> it.contains("BODY.PEEK"));
    }

    @Test
    void aPullEndsWhenTheConnectorIsClosedByAnotherThread() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        server.script(BODIES, talk -> {
            asked.set(true);
            return true; // and never a word
        });
        mailbox.patience = Patience.USUAL;
        ImapConnector connector = mailbox.open();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            var pull = threads.submit(() -> mailbox.drain(connector, ScriptedMailbox.INBOX, Cursor.START));
            while (!asked.get()) {
                Thread.onSpinWait();
            }
            connector.close();
            assertThat(pull.get(5, TimeUnit.SECONDS).failure()).get()
                    .isInstanceOf(ConnectorException.Unavailable.class);
        }
    }

    @Test
    void aConnectionCutAtAnyByteOfAFetchLosesNothingAndBringsNothingTwice() {
        for (int cut = 0; cut < 900; cut += 53) {
            server.mend();
            int bytes = cut;
            AtomicBoolean once = new AtomicBoolean();
            server.script(BODIES, talk -> {
                if (once.getAndSet(true)) {
                    return false;
                }
                StringBuilder answer = new StringBuilder();
                for (long uid : talk.uids()) {
                    byte[] mail = talk.mail(uid);
                    answer.append("* 1 FETCH (UID ").append(uid).append(" BODY[] {").append(mail.length).append("}\r\n")
                            .append(new String(mail, StandardCharsets.ISO_8859_1)).append(")\r\n");
                }
                talk.raw(answer.substring(0, bytes).getBytes(StandardCharsets.ISO_8859_1));
                return talk.reset();
            });
            ScriptedMailbox.Pulled pulled = drain(Cursor.START);
            Set<String> places = new HashSet<>();
            pulled.batches().forEach(batch -> batch.messages().forEach(it -> places.add(it.locator())));
            assertThat(pulled.failure()).isEmpty();
            assertThat(places).hasSize(30);
            assertThat(pulled.messages()).isEqualTo(30);
            assertThat(pulled.unreadable()).isEmpty();
        }
    }
}
