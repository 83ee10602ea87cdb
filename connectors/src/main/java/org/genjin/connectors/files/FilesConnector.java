package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.MailReader;

/** Opens files and folders named on a command line. */
public final class FilesConnector {

    private FilesConnector() {}

    /** What files can be read as, in the names that {@link SourceConfig.Files#format} takes. */
    public static List<String> formats() {
        return Format.all();
    }

    /** @throws ConnectorException.Refused if the format is none of ours or a folder cannot be listed */
    public static Connector open(SourceConfig.Files source, MailReader mails) throws ConnectorException {
        Optional<Format> format = source.format().flatMap(Format::of);
        if (source.format().isPresent() && format.isEmpty()) {
            throw new ConnectorException.Refused(
                    "There is no format '" + source.format().get() + "'; there are: " + Format.names() + ".", null);
        }
        Map<Path, String> names = new LinkedHashMap<>();
        source.paths().forEach(path -> names.put(source.base().resolve(path), path.toString()));
        try {
            return new PieceConnector(source.name(), source.timeZone(), mails, Units.of(names, format));
        } catch (IOException e) {
            throw new ConnectorException.Refused("The files cannot be listed: " + e.getMessage() + ".", e);
        }
    }
}
