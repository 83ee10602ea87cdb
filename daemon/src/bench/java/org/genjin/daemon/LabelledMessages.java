package org.genjin.daemon;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Message;
import org.genjin.daemon.reading.Reading;
import org.genjin.daemon.reading.WordsReading;

/** Single messages in files: mails, and bare bodies where the name ends in {@code .txt} or {@code .html}. */
final class LabelledMessages {

    private static final String OWNER = "bench@factory.example";

    private final Connectors connectors;
    private final WordsReading reading;

    LabelledMessages(InstantSource clock, WordsReading reading) {
        this.connectors = new Connectors(Map.of(), clock);
        this.reading = reading;
    }

    /** The file's first message; empty if there is none. */
    Optional<Message> message(Path file) {
        boolean body = file.toString().endsWith(".txt") || file.toString().endsWith(".html");
        SourceConfig.Files source =
                new SourceConfig.Files(List.of(file), Path.of(""), body ? Optional.of("body") : Optional.empty(), OWNER, ZoneOffset.UTC);
        try (Connector connector = connectors.open(source)) {
            return connector.pull(connector.mailboxes().getFirst(), Cursor.START, 1).messages().stream().findFirst();
        } catch (ConnectorException e) {
            return Optional.empty();
        }
    }

    /** Nothing where there is no message in the file. */
    Reading read(Path file) {
        return message(file).map(reading::read).orElse(new Reading("", "", "", ""));
    }
}
