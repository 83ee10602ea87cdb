package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.MailReader;

/** Opens a folder into which exports are dropped; a file that changed a moment ago may still be on its way and is left. */
public final class DropFolderConnector {

    private static final Duration STILL_COMING = Duration.ofSeconds(5);

    private DropFolderConnector() {}

    /** @throws ConnectorException.Refused if there is no such folder */
    public static Connector open(
            SourceConfig.DropFolder source, MailReader mails, KnownKinds kinds, SettledFolders folders, InstantSource clock)
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
                    Units.ofDropFolder(
                            source.folder(), kinds, folders, file -> !file.lastModifiedTime().toInstant().isAfter(settled)));
        } catch (IOException e) {
            throw new ConnectorException.Unavailable(
                    "The export folder " + source.folder() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
