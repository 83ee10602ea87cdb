package org.genjin.daemon;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.genjin.config.NeverLog;
import org.genjin.config.Provider;
import org.genjin.config.Providers;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.LoginRefused;
import org.genjin.connectors.Logins;
import org.genjin.connectors.Reach;
import org.genjin.connectors.Survey;
import org.genjin.daemon.ingest.NeverLogged;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.outbox.SmtpMailer;
import org.genjin.daemon.provider.ProviderWords;
import org.genjin.daemon.words.Words;

/** Tries a mailbox step by step and ticks off each: DNS, TLS, login, folders, sending; what fails says how to mend it. */
final class MailboxTrial {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final int MOST_FOLDERS = 12;

    private final Providers providers = new Providers();
    private final Words words;
    private final ProviderWords mends;
    private final NeverLogged neverLogged;
    private final PrintStream out;
    private final Surroundings around;

    /** @param neverLog the folders that are not opened, not even to be counted */
    MailboxTrial(Words words, ProviderWords mends, NeverLog neverLog, PrintStream out, Surroundings around) {
        this.words = words;
        this.mends = mends;
        this.neverLogged = new NeverLogged(neverLog);
        this.out = out;
        this.around = around;
    }

    /** How reading went. */
    enum Reading {
        WELL,
        /** The login was refused: another password may help. */
        REFUSED,
        FAILED
    }

    /** @param logins have what lets us into {@code mailbox} */
    Reading read(SourceConfig.Imap mailbox, Logins logins) {
        Connectors connectors = new Connectors(logins, around.environment(), around.clock());
        if (!reached(mailbox.imap(), connectors.reach(mailbox.imap()))) {
            return Reading.FAILED;
        }
        try {
            Survey survey = connectors.survey(mailbox, it -> !neverLogged.isFolder(it));
            good(words.text("login.ok", mailbox.user()));
            if (survey.saidWho()) {
                good(words.text("id.ok"));
            }
            folders(survey, mailbox.imap());
            return Reading.WELL;
        } catch (ConnectorException e) {
            Optional<LoginRefused> refused =
                    e instanceof ConnectorException.Refused it ? it.login() : Optional.empty();
            bad(words.text("login.bad", refused.map(mends::refused).orElseGet(() -> String.valueOf(e.getMessage()))));
            return refused.isPresent() ? Reading.REFUSED : Reading.FAILED;
        }
    }

    /** Whether the owner's morning mail can leave. */
    boolean send(SourceConfig.Imap mailbox, Logins logins) {
        Optional<Server> server = mailbox.smtp();
        if (server.isEmpty()) {
            bad(words.text("smtp.none"));
            return false;
        }
        Reach reach = new Connectors(logins, around.environment(), around.clock()).reach(server.get());
        Optional<String> fault = fault(server.get(), reach);
        if (fault.isPresent()) {
            return bad(fault.get());
        }
        SmtpMailer mailer = new SmtpMailer(List.of(mailbox), logins, it -> it, mends);
        return switch (mailer.check(mailbox)) {
            case Delivery.Sent _ -> {
                good(words.text("smtp.ok", server.get().host()));
                yield true;
            }
            case Delivery.Deferred(String why) -> bad(words.text("smtp.bad", why));
            case Delivery.NotLetIn(String why) -> bad(words.text("smtp.bad", why));
            case Delivery.Rejected(String why) -> bad(words.text("smtp.bad", why));
            case Delivery.Unknown(String why) -> bad(words.text("smtp.bad", why));
        };
    }

    private boolean reached(Server server, Reach reach) {
        address(reach).ifPresent(it -> good(words.text("dns.ok", server.host(), it)));
        Optional<String> fault = fault(server, reach);
        if (fault.isPresent()) {
            return bad(fault.get());
        }
        if (reach instanceof Reach.Reached it) {
            good(it.protocol().isEmpty()
                    ? words.text("tls.later", server.host(), Integer.toString(server.port()))
                    : words.text("tls.ok", it.protocol(), DAY.format(it.validUntil())));
        }
        return true;
    }

    private static Optional<String> address(Reach reach) {
        return switch (reach) {
            case Reach.Reached it -> Optional.of(it.address());
            case Reach.NoAnswer it -> Optional.of(it.address());
            case Reach.NotTrusted it -> Optional.of(it.address());
            case Reach.NoSuchHost _ -> Optional.empty();
        };
    }

    private Optional<String> fault(Server server, Reach reach) {
        return switch (reach) {
            case Reach.Reached _ -> Optional.empty();
            case Reach.NoSuchHost _ -> Optional.of(words.text("dns.bad", server.host()));
            case Reach.NoAnswer(String _, String why) ->
                Optional.of(words.text("tcp.bad", server.host(), Integer.toString(server.port()), why));
            case Reach.NotTrusted(String _, String why) -> Optional.of(words.text("tls.bad", server.host(), why));
        };
    }

    private void folders(Survey survey, Server server) {
        good(words.text(
                "folders.ok", survey.folders().size(), survey.folders().stream().mapToLong(Survey.Folder::messages).sum()));
        survey.folders().stream().limit(MOST_FOLDERS).forEach(this::folder);
        if (survey.folders().size() > MOST_FOLDERS) {
            out.println("    " + words.text("folder.more", survey.folders().size() - MOST_FOLDERS));
        }
        if (!survey.sent()) {
            careful(words.text("sent.missing"));
        }
        LastDaysOnly.age(survey, around.clock().instant()).ifPresent(age -> thirty(age, server));
    }

    private void folder(Survey.Folder it) {
        Instant oldest = it.oldest();
        out.println("    " + (oldest == null
                ? words.text("folder.empty", it.name())
                : words.text("folder", it.name(), it.messages(), DAY.format(oldest))));
    }

    private void thirty(Duration age, Server server) {
        careful(words.text("thirty", age.toDays()));
        Optional<Provider> provider = providers.ofServer(server).filter(it -> it.needs().contains(Provider.Need.ALL_MAIL));
        provider.ifPresent(it -> out.println("    "
                + words.text("thirty.mend", mends.where(it), mends.need(Provider.Need.ALL_MAIL, it))));
    }

    private void good(String what) {
        out.println("  ✓ " + what);
    }

    private void careful(String what) {
        out.println("  ! " + what);
    }

    private boolean bad(String what) {
        out.println("  ✗ " + what);
        return false;
    }
}
