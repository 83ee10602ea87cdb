package org.genjin.daemon.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.config.Language;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.Sending;
import org.genjin.daemon.ledger.SendingWording;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
            ObjectNode told = Json.status(status, new SourceWording(Language.EN, desk.board().zone()));
            ArrayNode sheets = told.putArray("sheets");
            desk.sheets().states().forEach(it -> {
                ObjectNode sheet = sheets.addObject().put("owner", it.owner()).put("file", it.path())
                        .put("written", Json.text(it.writtenAt())).put("read", Json.text(it.readAt()));
                sheet.set("remarks", Json.array(it.notes()));
            });
            out().println(Json.pretty(told));
        } else {
            print(status, desk);
        }
        return Exit.DONE;
    }

    private void print(Status it, Desk desk) {
        ZoneId zone = desk.board().zone();
        SourceWording wording = new SourceWording(Language.EN, zone);
        if (it.sources().isEmpty()) {
            out().println("There is no source: genjin.yaml names none, and nothing was imported.");
        } else {
            Table table = new Table("SOURCE", "KIND", "MESSAGES", "UNREADABLE", "LAST POLL", "STATE");
            it.sources().forEach(source -> table.row(
                    source.name(), source.kind(), source.messages(), source.unreadable(), minute(source.lastPoll(), zone),
                    wording.state(source)));
            table.print(out());
            it.sources().forEach(source -> mailboxes(source, zone));
            it.sources().stream().filter(source -> !source.notOpened().isEmpty()).forEach(source ->
                    out().println("  " + source.name() + ": never opened: " + String.join(", ", source.notOpened())));
        }
        Set<String> told = it.sources().stream()
                .filter(source -> !source.troubles().isEmpty())
                .map(SourceStatus::name)
                .collect(Collectors.toSet());
        for (SourceConfig.Imap mailbox : desk.config().mailboxes()) {
            if (!told.contains(mailbox.name())) {
                SignInLine.of(mailbox, desk.signIns().state(mailbox), zone)
                        .ifPresent(line -> out().println("  " + mailbox.name() + ": " + line));
            }
        }
        out().println();
        for (SourceStatus source : it.sources()) {
            wording.problems(source).forEach(sentence -> out().println("! " + source.name() + ": " + sentence));
            wording.warnings(source).forEach(sentence -> out().println("  " + source.name() + ": " + sentence));
        }
        if (it.sources().stream().anyMatch(source -> !source.troubles().isEmpty() || !source.warnings().isEmpty())) {
            out().println();
        }
        out().printf("Ledger       %d messages (seen at %d places), %d customers, %d matched to nobody, %d to be decided%n",
                it.messages(), it.sightings(), it.customers(), it.unmatched(), it.doubtful());
        out().printf("Privacy      %d are nobody's and %d set aside, %d of them without content by now, %d not logged%n",
                it.unmatched(), it.setAside(), it.dropped(), it.neverLogged());
        out().printf("Index        %d searchable, %d behind%n", it.documents(), it.behind());
        out().printf("Attachments  %d read, %d waiting, %d failed%n",
                it.attachmentsRead(), it.attachmentsWaiting(), it.attachmentsFailed());
        out().printf("Reminders    %d due, last digest %s%n", it.remindersDue(), minute(it.lastDigest(), zone));
        SendingWording sending = new SendingWording(Language.EN, zone);
        for (Sending mails : it.sendings()) {
            out().println("  " + mails.owner() + ": " + sending.last(mails));
            sending.troubles(mails).forEach(sentence -> out().println("! " + mails.owner() + ": " + sentence));
        }
        it.paused().forEach(pause -> out().println("             no mails to " + pause.owner()
                + (pause.until() == null ? ", as they asked; 'genjin digest resume --owner " + pause.owner() + "' sends them again"
                        : " before " + pause.until() + ", as they asked")));
        desk.sheets().states().forEach(sheet -> {
            out().printf("Workbook     %s, written %s, read %s%n", sheet.path(), minute(sheet.writtenAt(), zone), minute(sheet.readAt(), zone));
            sheet.notes().forEach(note -> out().println("  ! " + note));
        });
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

    /** What each folder holds at the server and in the ledger. */
    private void mailboxes(SourceStatus source, ZoneId zone) {
        if (source.mailboxes().isEmpty()) {
            return;
        }
        out().println();
        Table table = new Table(
                source.name(), "AT THE SERVER", "IN THE LEDGER", "KNOWN BEFORE", "TOO OLD", "UNREADABLE", "NOT LOGGED",
                "TO COME", "MISSING", "COUNTED");
        for (Proof it : source.mailboxes()) {
            table.row(
                    it.mailbox().name(), it.held(), it.logged(), it.duplicates(), it.tooOld(), it.unreadable(), it.neverLogged(),
                    it.toCome(), it.missing(), minute(it.at(), zone));
        }
        table.print(out());
    }

    private static String minute(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "never" : MINUTE.format(instant.atZone(zone));
    }
}
