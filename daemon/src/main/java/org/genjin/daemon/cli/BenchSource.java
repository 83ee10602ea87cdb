package org.genjin.daemon.cli;

import java.nio.file.Path;

/** Where a benchmark takes its mails from. */
public sealed interface BenchSource {

    /** @param user whose password is in GENJIN_BENCH_PASSWORD */
    record Imap(String host, int port, String user) implements BenchSource {}

    /** Files read by the connector alone, so many times over. */
    record Alone(Path path, int runs) implements BenchSource {}

    /** @param folder a Maildir, an mbox, or anything that {@code import} takes */
    record Mails(Path folder) implements BenchSource {}
}
