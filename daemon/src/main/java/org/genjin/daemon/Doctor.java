package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.config.Servers;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Discovery;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.SignInState;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.SignInLine;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.industry.Industry;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Sending;
import org.genjin.daemon.ledger.SendingWording;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceTrouble;
import org.genjin.daemon.ledger.SourceWording;
import org.genjin.daemon.ledger.Status;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.outbox.SmtpMailer;
import org.genjin.daemon.provider.ProviderWords;
import org.genjin.index.Ocr;

/** Tries everything a home depends on, one line each; what fails says how to mend it. */
final class Doctor {

    private static final long LITTLE_SPACE = 2_000_000_000L;

    private final Surroundings around;
    private final PrintStream out;
    private int bad;

    Doctor(Surroundings around, PrintStream out) {
        this.around = around;
        this.out = out;
    }

    int examine(Desk desk) {
        boolean configured = Files.exists(desk.home().configFile());
        if (desk.config().sources().isEmpty()) {
            bad("configuration", desk.home().configFile() + (configured ? " names" : " is not there, so there is")
                    + " no mailbox and no export folder; 'genjin init' sets up a mailbox, config/genjin.example.yaml shows the rest.");
        } else {
            good("configuration", desk.home().configFile() + ", " + desk.config().sources().size() + " sources, language "
                    + desk.config().language().tag() + ", " + desk.config().timeZone());
        }
        Connectors connectors = new Connectors(desk.signIns().logins(), around.environment(), around.clock());
        ProviderWords words = new ProviderWords(desk.config().language());
        Set<SourceConfig> shut = new HashSet<>();
        desk.config().mailboxes().stream().filter(it -> !signedIn(it, desk)).forEach(shut::add);
        desk.config().mailboxes().forEach(it -> located(it, connectors));
        desk.config().sources().stream().filter(it -> !shut.contains(it)).forEach(it -> source(it, desk, words));
        desk.config().mailboxes().stream()
                .filter(it -> !shut.contains(it))
                .forEach(it -> sending(it, new SmtpMailer(List.of(it), desk.signIns().logins(), connectors, words)));
        desk.status().sendings(Optional.empty(), around.clock().instant()).forEach(it -> mails(it, desk));
        home(desk);
        out.println(bad == 0 ? "All is well." : bad + (bad == 1 ? " thing needs" : " things need") + " mending.");
        return bad == 0 ? Exit.DONE : Exit.FAILED;
    }

    /** False if a person must sign in before anything else can be tried. */
    private boolean signedIn(SourceConfig.Imap mailbox, Desk desk) {
        SignInState state = desk.signIns().state(mailbox);
        Optional<String> words = SignInLine.of(mailbox, state, desk.config().timeZone());
        String what = "sign-in of " + mailbox.name();
        boolean usable = words.isEmpty() || state instanceof SignInState.Valid;
        words.ifPresent(it -> {
            if (usable) {
                good(what, it);
            } else {
                bad(what, it);
            }
        });
        return usable;
    }

    /** Says which servers were found for mailboxes that do not name them; that none were, reading and sending say. */
    private void located(SourceConfig.Imap mailbox, Connectors connectors) {
        if (mailbox.servers() instanceof Servers.ToBeFound
                && connectors.discover(mailbox.address()) instanceof Discovery.Found it) {
            good("find " + mailbox.name(), it.servers().imap().host() + " port " + it.servers().imap().port()
                    + it.servers().smtp().map(smtp -> " and " + smtp.host() + " port " + smtp.port()).orElse(", nothing to send through")
                    + ", login " + it.user() + ", by " + it.how() + (it.by().isEmpty() ? "" : " " + it.by()));
        }
    }

    private void source(SourceConfig source, Desk desk, ProviderWords words) {
        try {
            Optional<Poll.Examined> examined = desk.sync().examine(source);
            SourceStatus status = status(desk, source);
            if (examined.isEmpty()) {
                good("read " + source.name(), "at work: " + wording(desk).state(status));
                return;
            }
            List<Mailbox> mailboxes = examined.get().mailboxes();
            String names = String.join(", ", mailboxes.stream().limit(8).map(Mailbox::name).toList());
            good("read " + source.name(), mailboxes.isEmpty() ? "nothing there yet" : mailboxes.size()
                    + " mailboxes: " + names + (mailboxes.size() > 8 ? " …" : ""));
            complete(desk, status);
        } catch (ConnectorException e) {
            bad("read " + source.name(), words.problem(source.name(), e));
        }
    }

    /** Whether what the source has is in the ledger. */
    private void complete(Desk desk, SourceStatus status) {
        SourceWording wording = wording(desk);
        String counts = wording.counts(status);
        if (!counts.isEmpty()) {
            good("count " + status.name(), counts);
        }
        for (SourceTrouble it : status.alarms()) {
            // It has just been reached: what an earlier poll said of that is past.
            if (!(it instanceof SourceTrouble.Parked || it instanceof SourceTrouble.FailingLong)) {
                bad("bring " + status.name(), wording.trouble(it));
            }
        }
        wording.warnings(status).forEach(it -> out.println("note  " + status.name() + ": " + it));
    }

    private SourceStatus status(Desk desk, SourceConfig source) {
        return desk.status().sources(Optional.empty(), around.clock().instant()).stream()
                .filter(it -> it.name().equals(source.name()))
                .findFirst()
                .orElseThrow();
    }

    private static SourceWording wording(Desk desk) {
        return new SourceWording(Language.EN, desk.board().zone());
    }

    private void sending(SourceConfig.Imap mailbox, SmtpMailer mailer) {
        Delivery delivery = mailer.check(mailbox);
        switch (delivery) {
            case Delivery.Sent _ -> good("send as " + mailbox.address(), "the server takes mail");
            case Delivery.Deferred(String why) -> bad("send as " + mailbox.address(), why);
            case Delivery.NotLetIn(String why) -> bad("send as " + mailbox.address(), why);
            case Delivery.Rejected(String why) -> bad("send as " + mailbox.address(), why);
            case Delivery.Unknown(String why) -> bad("send as " + mailbox.address(), why);
        }
    }

    /** Whether the mails that were to be sent have left. */
    private void mails(Sending it, Desk desk) {
        SendingWording wording = new SendingWording(Language.EN, desk.board().zone());
        if (it.isBad()) {
            wording.troubles(it).forEach(sentence -> bad("mail to " + it.owner(), sentence));
        } else {
            good("mail to " + it.owner(), String.join("; ", Stream.concat(
                    Stream.of(wording.last(it)), wording.troubles(it).stream()).toList()));
        }
    }

    private void home(Desk desk) {
        try {
            Status status =
                    desk.status().read(Optional.empty(), desk.index().documents(), desk.indexing().behind(), around.clock().instant());
            good("ledger", status.messages() + " messages, " + status.customers() + " customers");
            good("index", status.documents() + " searchable, " + status.behind() + " behind");
            scans(desk);
            trade(desk);
            desk.draftBook().problems().forEach(it -> bad("suggested answers", it));
            long free = Files.getFileStore(desk.home().folder()).getUsableSpace();
            if (free < LITTLE_SPACE) {
                bad("disk", free / 1_000_000 + " MB free at " + desk.home().folder() + "; make room.");
            } else {
                good("disk", free / 1_000_000_000 + " GB free");
            }
        } catch (IOException e) {
            bad("home", String.valueOf(e.getMessage()));
        }
    }

    /** Whether the columns of lines of trade can be filled as their files say. */
    private void trade(Desk desk) {
        Industries industries = desk.industries().industries();
        industries.problems().forEach(it -> bad("industry", it));
        List<Industry> ours = industries.of("");
        if (!ours.isEmpty()) {
            good("industry", ours.stream().map(it -> it.name(desk.config().language())).collect(Collectors.joining(", ")) + ": "
                    + Industries.columns(ours).stream().map(it -> it.header(desk.config().language())).collect(Collectors.joining(", ")));
        }
    }

    /** Whether words in pictures are read; nobody must install that. */
    private void scans(Desk desk) {
        Optional<List<String>> wanted = desk.config().attachments().ocr();
        List<String> languages = Ocr.languages(wanted);
        List<String> lacking = new ArrayList<>(wanted.orElse(List.of()));
        lacking.removeAll(languages);
        if (!lacking.isEmpty() && !Ocr.installed().isEmpty()) {
            bad("scans", "Tesseract has no " + String.join(", ", lacking) + ", which ocr in genjin.yaml names; install tesseract-ocr-"
                    + lacking.getFirst().replace('_', '-') + ".");
        } else if (wanted.equals(Optional.of(List.<String>of()))) {
            out.println("note  scans: scanned PDFs and photographs are not read: genjin.yaml says 'ocr: none'.");
        } else if (languages.isEmpty()) {
            out.println("note  scans: scanned PDFs and photographs are not read, no OCR is installed; install Tesseract"
                    + " and its languages (tesseract-ocr, tesseract-ocr-chi-sim …); what could not be read is read then.");
        } else {
            good("scans", "scanned PDFs and photographs are read by Tesseract in " + String.join(", ", languages));
        }
    }

    private void good(String what, String how) {
        out.println("ok    " + what + ": " + how);
    }

    private void bad(String what, String how) {
        bad++;
        out.println("FAIL  " + what + ": " + how);
    }
}
