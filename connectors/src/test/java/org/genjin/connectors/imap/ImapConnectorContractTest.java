package org.genjin.connectors.imap;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorContract;
import org.genjin.connectors.PasswordLogins;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Against a server that writes down what it is asked. */
class ImapConnectorContractTest extends ConnectorContract {

    private ScriptedImapServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedImapServer(10);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Override
    protected Connector open() {
        return ImapConnector.open(
                new SourceConfig.Imap(
                        "li@factory.example", "li@factory.example", "li", new Secret.Environment("S"),
                        new Server("127.0.0.1", server.port(), Server.Tls.NONE), Optional.empty(), Optional.empty()),
                new PasswordLogins(Map.of("S", "secret")), new MimeReader(), () -> Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Override
    protected Object sourceState() {
        return server.commands().stream()
                .filter(it -> !it.matches("CAPABILITY|LOGIN|LIST .*|EXAMINE .*|UID SEARCH UID .*|UID FETCH [\\d,:]+ \\(UID .*"))
                .toList();
    }

    @Override
    protected int connections() {
        return server.connections();
    }

    @Override
    protected int count() {
        return 10;
    }
}
