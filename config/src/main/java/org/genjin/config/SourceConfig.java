package org.genjin.config;

import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One configured place to read messages from. */
public sealed interface SourceConfig {

    /** Unique among the sources of a home, and shown to people: an address or a folder. */
    String name();

    /** The address of the rep whose customers these are, in lower case. */
    String owner();

    /**
     * A mailbox read over IMAP and, for its owner's digest, written to over SMTP.
     *
     * @param address in lower case; also the source's name
     * @param smtp empty: no digest can be sent to this owner
     * @param since how far back the first reading goes; empty: everything
     */
    record Imap(
            String address,
            String owner,
            String user,
            Credentials credentials,
            Server imap,
            Optional<Server> smtp,
            Optional<Period> since)
            implements SourceConfig {
        @Override
        public String name() {
            return address;
        }
    }

    /** A folder into which chat exports and mail files are dropped; every file below it is read. */
    record DropFolder(Path folder, String owner, ZoneId timeZone) implements SourceConfig {
        @Override
        public String name() {
            return folder.toString();
        }
    }

    /**
     * Files named on a command line, read once.
     *
     * @param paths as the user gave them: files or folders
     * @param base where relative paths begin
     * @param format what they are, or empty to detect it; one of the names {@code read --help} lists
     */
    record Files(List<Path> paths, Path base, Optional<String> format, String owner, ZoneId timeZone) implements SourceConfig {
        public Files {
            paths = List.copyOf(paths);
        }

        @Override
        public String name() {
            return "import";
        }
    }
}
