package org.genjin.daemon.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.Sending;
import org.genjin.daemon.ledger.SendingWording;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.Status;

/** How sources, ledger, index and reminders do. */
final class HealthPage {

    private final Desk desk;
    private final Ui ui;
    private final Show show;
    private final SourceWording wording;
    private final SendingWording sending;

    HealthPage(Desk desk, Ui ui, Show show) {
        this.desk = desk;
        this.wording = new SourceWording(desk.config().language(), desk.board().zone());
        this.sending = new SendingWording(desk.config().language(), desk.board().zone());
        this.ui = ui;
        this.show = show;
    }

    Map<String, Object> model(Optional<String> viewer, Instant at) {
        Status it = desk.status().read(viewer, desk.index().documents(), desk.indexing().behind(), at);
        String last = it.lastDigest() == null ? ui.text("health.never") : show.minute(it.lastDigest());
        Views.Titled reminders = new Views.Titled(
                ui.text("health.reminders"), ui.text("health.reminders.text", it.remindersDue(), last));
        return Map.of(
                "active", "health",
                "heading", ui.text("health.title"),
                "sources", it.sources().stream().map(this::source).toList(),
                "lines", Stream.concat(
                                (viewer.isEmpty() ? sums(it, reminders) : List.of(reminders)).stream(),
                                it.sendings().stream().map(mails -> mails(mails, viewer.isEmpty())))
                        .toList(),
                "bad", it.unreadable().stream()
                        .map(bad -> (bad.mailbox() + " " + bad.locator()).strip() + ": " + bad.reason())
                        .toList());
    }

    private Views.Titled mails(Sending it, boolean everybodys) {
        String title = everybodys ? it.owner() : sending.title();
        return new Views.Titled(title, Stream.concat(Stream.of(sending.last(it)), sending.troubles(it).stream()).collect(Collectors.joining(" · ")));
    }

    /** Counts of the whole home are the operator's: they tell of other owners. */
    private List<Views.Titled> sums(Status it, Views.Titled reminders) {
        return List.of(
                new Views.Titled(ui.text("health.ledger"), ui.text(
                        "health.ledger.text", it.messages(), it.sightings(), it.customers(), it.unmatched(), it.doubtful())),
                new Views.Titled(ui.text("health.privacy"), ui.text(
                        "health.privacy.text", it.unmatched(), it.setAside(), it.dropped(), it.neverLogged())),
                new Views.Titled(ui.text("health.index"), ui.text("health.index.text", it.documents(), it.behind())),
                new Views.Titled(ui.text("health.attachments"), ui.text(
                        "health.attachments.text", it.attachmentsRead(), it.attachmentsWaiting(), it.attachmentsFailed())),
                reminders);
    }

    private Views.Source source(SourceStatus it) {
        return new Views.Source(
                it.name(), it.state().id(), wording.state(it), !it.alarms().isEmpty(), it.messages(), it.unreadable(),
                it.lastPoll() == null ? ui.text("health.never") : show.minute(it.lastPoll()), wording.problems(it),
                wording.warnings(it), it.mailboxes().stream().map(this::folder).toList(), String.join(", ", it.notOpened()));
    }

    private Views.Folder folder(Proof it) {
        return new Views.Folder(
                it.mailbox().name(), it.lost() || !it.partial().isEmpty(), it.held(), it.logged(), it.duplicates(),
                it.tooOld(), it.unreadable(), it.neverLogged(), it.toCome(), it.missing(), show.minute(it.at()));
    }
}
