package org.genjin.connectors;

import org.genjin.config.Server;
import org.genjin.config.SourceConfig;

/** Takes what was found for a mailbox, or says in a sentence what to write into the configuration. Pure. */
final class Location {

    private Location() {}

    static SourceConfig.Imap of(SourceConfig.Imap mailbox, Discovery outcome) throws ConnectorException {
        return switch (outcome) {
            case Discovery.Found it when it.vouched() -> mailbox.at(it.servers(), it.user());
            case Discovery.Found it -> throw new ConnectorException.Refused(
                    "The DNS names a server of another domain for " + mailbox.name() + ", and a password is not sent there unasked."
                            + " If you know it, write it into genjin.yaml: " + line("imap", it.servers().imap())
                            + it.servers().smtp().map(smtp -> " and " + line("smtp", smtp)).orElse("") + ".",
                    null);
            case Discovery.Nothing _ -> throw new ConnectorException.Refused(
                    "No mail server was found for " + mailbox.name() + ". Ask its administrator and write it into genjin.yaml:"
                            + " imap: {host: …, port: 993, tls: implicit} and smtp: {host: …, port: 465, tls: implicit}.",
                    null);
            case Discovery.Offline(String why) -> throw new ConnectorException.Unavailable(
                    "The servers of " + mailbox.name() + " could not be looked for: " + why
                            + ". Check the network; it is tried again by itself.",
                    null);
        };
    }

    private static String line(String key, Server it) {
        return key + ": {host: " + it.host() + ", port: " + it.port() + ", tls: "
                + it.tls().name().toLowerCase(java.util.Locale.ROOT) + "}";
    }
}
