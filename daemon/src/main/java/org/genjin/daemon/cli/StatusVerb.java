package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "How sources, ledger, index and reminders do.")
final class StatusVerb extends HomeVerb {

    private static final int LISTED = 10;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    StatusVerb(Invocation invocation) {
        super(invocation);
    }

    @Override
    int work(Desk desk) throws IOException {
        Status status =
                desk.status().read(Optional.empty(), desk.index().documents(), desk.indexing().behind(), now());
        if (json) {
            out().println(Json.pretty(Json.status(status)));
        } else {
            print(status, desk);
        }
        return Exit.DONE;
    }

    private void print(Status it, Desk desk) {
        ZoneId zone = desk.board().zone();
        if (it.sources().isEmpty()) {
            out().println("No source has been read yet. 'genjin sync' reads those of genjin.yaml, 'genjin import' files.");
        } else {
            Table table = new Table("SOURCE", "KIND", "STATE", "MESSAGES", "UNREADABLE", "LAST POLL");
            it.sources().forEach(source -> table.row(
                    source.name(), source.kind(), source.state().id(), source.messages(), source.unreadable(),
                    minute(source.lastPoll(), zone)));
            table.print(out());
        }
        for (SourceStatus source : it.sources()) {
            if (source.problem() != null) {
                out().println("  " + source.name() + ": " + source.problem());
            }
        }
        for (SourceConfig.Imap mailbox : desk.config().mailboxes()) {
            SignInLine.of(mailbox, desk.signIns().state(mailbox), zone)
                    .ifPresent(line -> out().println("  " + mailbox.name() + ": " + line));
        }
        out().println();
        out().printf("Ledger       %d messages (seen at %d places), %d customers, %d matched to nobody, %d to be decided%n",
                it.messages(), it.sightings(), it.customers(), it.unmatched(), it.doubtful());
        out().printf("Index        %d searchable, %d behind%n", it.documents(), it.behind());
        out().printf("Attachments  %d read, %d waiting, %d failed%n",
                it.attachmentsRead(), it.attachmentsWaiting(), it.attachmentsFailed());
        out().printf("Reminders    %d due, last digest %s%n", it.remindersDue(), minute(it.lastDigest(), zone));
        if (!it.unreadable().isEmpty()) {
            out().println();
            out().println("Kept, but not readable:");
            it.unreadable().stream().limit(LISTED).forEach(bad -> out().println("  "
                    + (bad.mailbox() + " " + bad.locator()).strip() + ": " + bad.reason()));
            if (it.unreadable().size() > LISTED) {
                out().println("  … and more; --json lists them.");
            }
        }
    }

    private static String minute(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "never" : MINUTE.format(instant.atZone(zone));
    }
}
