package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.connectors.PasswordLogins;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What servers do to those who read from them. */
class ImapFaultsTest {

    private static final Mailbox INBOX = new Mailbox("li@factory.example", "INBOX");

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private ScriptedImapServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(30);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ImapConnector open() throws ConnectorException {
        SourceConfig.Imap source = new SourceConfig.Imap(
                "li@factory.example", "li@factory.example", "li", new Secret.Environment("S"),
                new Server("127.0.0.1", server.port(), Server.Tls.NONE), Optional.empty(), Optional.empty());
        InstantSource clock = () -> now;
        return ImapConnector.open(source, new PasswordLogins(Map.of("S", "secret")), new MimeReader(), clock);
    }

    /** What came until the folder was drained or the connection broke, and where to go on. */
    private record Pulled(List<Batch> batches, Cursor next, boolean broken) {
        Set<String> subjects() {
            Set<String> subjects = new HashSet<>();
            batches.forEach(batch -> batch.messages().stream().map(Message::subject).forEach(subjects::add));
            return subjects;
        }

        long messages() {
            return batches.stream().mapToLong(it -> it.messages().size()).sum();
        }

        List<Batch.Unreadable> unreadable() {
            return batches.stream().flatMap(it -> it.unreadable().stream()).toList();
        }
    }

    private Pulled drain(Cursor from) throws ConnectorException {
        List<Batch> batches = new ArrayList<>();
        Cursor cursor = from;
        try (ImapConnector connector = open()) {
            Batch batch;
            do {
                batch = connector.pull(INBOX, cursor, 12);
                batches.add(batch);
                cursor = batch.next();
            } while (!batch.drained());
            return new Pulled(batches, cursor, false);
        } catch (ConnectorException.Unavailable e) {
            return new Pulled(batches, cursor, true);
        }
    }

    @Test
    void aConnectionResetInTheMidstOfABatchLosesNothingAndBringsNothingTwice() throws Exception {
        server.resetAfterBodies(5);
        Pulled first = drain(Cursor.START);
        Pulled second = drain(first.next());
        Set<String> all = new HashSet<>(first.subjects());
        all.addAll(second.subjects());
        assertThat(all).hasSize(30);
        assertThat(first.messages() + second.messages()).isEqualTo(30);
        assertThat(second.broken()).isFalse();
    }

    @Test
    void aMailThatBreaksEveryCommandIsFoundAloneAndTheRestComes() throws Exception {
        server.poison(15);
        Pulled pulled = drain(Cursor.START);
        assertThat(pulled.messages()).isEqualTo(29);
        assertThat(pulled.subjects()).doesNotContain("mail 5");
        assertThat(pulled.unreadable()).singleElement().satisfies(it -> {
            assertThat(it.locator()).isEqualTo("uid 15");
            assertThat(it.reason()).contains("does not hand it out").contains("asked for again");
        });
        assertThat(drain(pulled.next()).unreadable()).as("not at once").isEmpty();
        String last = "";
        for (int i = 0; i < 12; i++) {
            now = now.plus(Duration.ofDays(1));
            pulled = drain(pulled.next());
            last = pulled.unreadable().isEmpty() ? last : pulled.unreadable().getFirst().reason();
        }
        assertThat(last).contains("given up");
    }

    @Test
    void nilAndSilenceAreAskedForAgainAndThenListedNeverForgotten() throws Exception {
        server.nil(30);
        server.unanswered(33);
        Pulled pulled = drain(Cursor.START);
        assertThat(pulled.messages()).isEqualTo(28);
        assertThat(pulled.unreadable()).extracting(Batch.Unreadable::locator).containsExactlyInAnyOrder("uid 30", "uid 33");
        server.mend();
        now = now.plus(Duration.ofHours(2));
        assertThat(drain(pulled.next()).subjects()).containsExactlyInAnyOrder("mail 10", "mail 11");
    }

    @Test
    void answersInAnotherOrderWithNewsBetweenAreTakenByTheirUid() throws Exception {
        server.backwards();
        Pulled pulled = drain(Cursor.START);
        assertThat(pulled.subjects()).hasSize(30);
        pulled.batches().forEach(batch -> batch.messages().forEach(it -> assertThat(it.subject())
                .isEqualTo("mail " + Long.parseLong(it.locator().substring(4)) / 3)));
    }

    @Test
    void tooManyConnectionsIsWaitedForAndAWrongPasswordIsNot() throws Exception {
        server.answerLogin("NO [LIMIT] Too many simultaneous connections");
        assertThatThrownBy(() -> open().mailboxes()).isInstanceOf(ConnectorException.Unavailable.class).hasMessageContaining("just now");
        server.answerLogin("NO [AUTHENTICATIONFAILED] Invalid credentials");
        assertThatThrownBy(() -> open().mailboxes()).isInstanceOf(ConnectorException.Refused.class).hasMessageContaining("check the password");
    }

    @Test
    void nothingIsEverAskedThatCouldChangeTheMailbox() throws Exception {
        drain(Cursor.START);
        assertThat(server.commands()).noneMatch(it -> it.matches("(?i).*\\b(SELECT|STORE|EXPUNGE|COPY|MOVE|APPEND|DELETE|CREATE|RENAME)\\b.*"));
        assertThat(server.commands()).noneMatch(it -> it.matches("(?i).*BODY\\[.*|.*RFC822[^.].*"));
        assertThat(server.commands()).anyMatch(it -> it.startsWith("EXAMINE")).anyMatch(it -> it.contains("BODY.PEEK[]"));
    }

    @Test
    void aSecondReadingAsksForNoMailAgain() throws Exception {
        Pulled first = drain(Cursor.START);
        int before = server.commands().size();
        Pulled second = drain(first.next());
        assertThat(second.messages()).isZero();
        assertThat(server.commands().subList(before, server.commands().size())).noneMatch(it -> it.contains("BODY.PEEK"));
    }
}
