package org.genjin.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.MailReader;

/** Opens a folder into which exports are dropped; a file that changed a moment ago may still be on its way and is left. */
public final class DropFolderConnector {

    private static final Duration STILL_COMING = Duration.ofSeconds(5);

    private DropFolderConnector() {}

    /** @throws ConnectorException.Refused if there is no such folder */
    public static Connector open(SourceConfig.DropFolder source, MailReader mails, InstantSource clock)
            throws ConnectorException {
        if (!Files.isDirectory(source.folder())) {
            throw new ConnectorException.Refused(
                    "The export folder " + source.folder() + " does not exist: make it, or take it out of the configuration.",
                    null);
        }
        Instant settled = clock.instant().minus(STILL_COMING);
        try {
            return new PieceConnector(
                    source.name(), source.timeZone(), mails,
                    Units.of(Map.of(source.folder(), source.folder().toString()), Optional.empty(),
                            file -> !changedAt(file).isAfter(settled)));
        } catch (IOException | UncheckedIOException e) {
            throw new ConnectorException.Unavailable(
                    "The export folder " + source.folder() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Instant changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
