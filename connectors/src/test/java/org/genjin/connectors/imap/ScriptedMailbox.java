package org.genjin.connectors.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
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

/** A scripted server with a connector for it that is not patient, and a clock to move. */
final class ScriptedMailbox implements AutoCloseable {

    static final String LI = "li@factory.example";
    static final Mailbox INBOX = new Mailbox(LI, "INBOX");

    final ScriptedImapServer server;
    Instant now = Instant.parse("2026-11-23T08:00:00Z");
    Optional<Period> since = Optional.empty();
    Patience patience =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(1));

    ScriptedMailbox(ScriptedImapServer server) {
        this.server = server;
    }

    ImapConnector open() {
        return open(Server.Tls.NONE, new TrackedSockets(SSLSocketFactory::getDefault));
    }

    ImapConnector open(Server.Tls tls, TrackedSockets sockets) {
        SourceConfig.Imap source = new SourceConfig.Imap(
                LI, LI, "li", new Secret.Environment("S"), new Server("127.0.0.1", server.port(), tls), Optional.empty(), since);
        InstantSource clock = () -> now;
        return new ImapConnector(source, new PasswordLogins(Map.of("S", "secret")), new MimeReader(), clock, patience, sockets);
    }

    /** What came until the folder was drained or the source could not be read, and where to go on. */
    record Pulled(List<Batch> batches, Cursor next, Optional<ConnectorException> failure) {

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

        List<String> warnings() {
            return batches.stream().flatMap(it -> it.warnings().stream()).distinct().toList();
        }
    }

    Pulled drain(Cursor from) {
        return drain(INBOX, from);
    }

    Pulled drain(Mailbox mailbox, Cursor from) {
        try (ImapConnector connector = open()) {
            return drain(connector, mailbox, from);
        }
    }

    Pulled drain(ImapConnector connector, Mailbox mailbox, Cursor from) {
        List<Batch> batches = new ArrayList<>();
        Cursor cursor = from;
        try {
            Batch batch;
            do {
                batch = connector.pull(mailbox, cursor, 12);
                batches.add(batch);
                cursor = batch.next();
            } while (!batch.drained());
            return new Pulled(batches, cursor, Optional.empty());
        } catch (ConnectorException e) {
            return new Pulled(batches, cursor, Optional.of(e));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
