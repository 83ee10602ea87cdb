package org.genjin.daemon;

import static org.genjin.daemon.Mails.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorContract;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The IMAP connector against a server that people really use. */
class DovecotContractTest extends ConnectorContract {

    @TempDir
    Path folder;

    private DovecotServer server;

    @BeforeEach
    void start() throws Exception {
        server = new DovecotServer(folder, Needs.tool("dovecot"));
        for (int i = 0; i < 9; i++) {
            server.put("", i, i % 2 == 0 ? "S" : "", mail().id("<c" + i + "@dovecot.example>").text("words " + i).bytes());
        }
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Connector open() throws ConnectorException {
        SourceConfig source = new SourceConfig.Imap(
                TestHome.LI, TestHome.LI, "li", new Secret.Environment("S"), new Server("127.0.0.1", server.port(), Server.Tls.NONE),
                Optional.empty(), Optional.empty());
        return new Connectors(Map.of("S", "secret"), () -> Instant.parse("2026-11-23T08:00:00Z")).open(source);
    }

    @Override
    protected int count() {
        return 9;
    }

    @Override
    protected Object sourceState() throws IOException {
        return server.files();
    }
}
