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
     * @param servers may still have to be found; {@link #at} gives the same mailbox with those that were
     * @param since how far back the first reading goes; empty: everything
     */
    record Imap(
            String address, String owner, String user, Credentials credentials, Servers servers, Optional<Period> since)
            implements SourceConfig {

        /**
         * A mailbox whose servers are known.
         *
         * @param smtp empty: no digest can be sent to this owner
         */
        public Imap(
                String address,
                String owner,
                String user,
                Credentials credentials,
                Server imap,
                Optional<Server> smtp,
                Optional<Period> since) {
            this(address, owner, user, credentials, new Servers.Known(imap, smtp), since);
        }

        @Override
        public String name() {
            return address;
        }

        /**
         * The server to read from.
         *
         * @throws IllegalStateException if it is still to be found: whoever opens the mailbox does that first
         */
        public Server imap() {
            return switch (servers) {
                case Servers.Known known -> known.imap();
                case Servers.ToBeFound _ -> throw new IllegalStateException("the servers of a mailbox are still to be found");
            };
        }

        /** The server to send through, as far as it is known. */
        public Optional<Server> smtp() {
            return switch (servers) {
                case Servers.Known known -> known.smtp();
                case Servers.ToBeFound unknown -> unknown.smtp();
            };
        }

        /** Whether the owner's mail can leave here, or may turn out to. */
        public boolean maySend() {
            return servers instanceof Servers.ToBeFound || smtp().isPresent();
        }

        /** This mailbox at the servers that were found for it; what its configuration says counts before that. */
        public Imap at(Servers.Known found, String foundUser) {
            return switch (servers) {
                case Servers.Known _ -> this;
                case Servers.ToBeFound open -> new Imap(
                        address, owner, open.userToo() ? foundUser : user, credentials,
                        new Servers.Known(found.imap(), open.smtp().or(found::smtp)), since);
            };
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
