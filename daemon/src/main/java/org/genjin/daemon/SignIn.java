package org.genjin.daemon;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.SignInState;
import org.genjin.connectors.SignIns;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.SignInWay;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.words.Words;

/**
 * Signs a mailbox in with its provider from a terminal: says in the rep's language what to do, waits until it is done, and
 * says how it went.
 */
final class SignIn {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SignIns signIns;
    private final Words words;
    private final Map<String, String> environment;

    /** @param environment says whether a browser can be opened */
    SignIn(SignIns signIns, Language language, Map<String, String> environment) {
        this.signIns = signIns;
        this.words = Words.of("sign-in", language);
        this.environment = Map.copyOf(environment);
    }

    /** The whole of {@code genjin sign-in}. */
    static int command(
            Desk desk, String address, Optional<SignInWay> way, Surroundings around, Terminal terminal) throws Trouble {
        SourceConfig.Imap mailbox = mailbox(desk, address);
        new SignIn(desk.signIns(), desk.config().language(), around.environment()).run(mailbox, way, terminal);
        tryIt(mailbox, desk.signIns(), around, terminal);
        desk.sync().retry(mailbox);
        return Exit.DONE;
    }

    /** Whether somebody must sign in before this mailbox can be read. */
    boolean needed(SourceConfig.Imap mailbox) {
        return switch (signIns.state(mailbox)) {
            case SignInState.NotNeeded _, SignInState.Valid _ -> false;
            case SignInState.Missing _, SignInState.Ended _ -> true;
        };
    }

    /** Signs in whichever way the provider allows, with a code first; blocks until a person has done it or not. */
    void run(SourceConfig.Imap mailbox, Terminal terminal) throws Trouble {
        run(mailbox, Optional.empty(), terminal);
    }

    void run(SourceConfig.Imap mailbox, Optional<SignInWay> way, Terminal terminal) throws Trouble {
        if (!(mailbox.credentials() instanceof OAuthClient client)) {
            throw Trouble.usage(mailbox.name() + " has a password; to sign in instead, give it sign-in: microsoft or google in"
                    + " genjin.yaml.");
        }
        SignInWay usual = client.endpoints().device().isPresent() ? SignInWay.DEVICE : SignInWay.BROWSER;
        try {
            switch (way.orElse(usual)) {
                case DEVICE -> signIns.byDevice(mailbox, it -> tell(mailbox, client, it, terminal));
                case BROWSER -> signIns.byBrowser(mailbox, pages(mailbox), PATIENCE, it -> tell(mailbox, client, it, terminal));
            }
        } catch (ConnectorException e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
        say(terminal, "done", mailbox.name(), client.provider().title());
    }

    private void tell(SourceConfig.Imap mailbox, OAuthClient client, SignIns.DeviceCode it, Terminal terminal) {
        say(terminal, "device.begin", mailbox.name(), client.provider().title());
        say(terminal, "device.page", it.complete().orElse(it.address()));
        say(terminal, "device.code", it.code(), it.validFor().toMinutes());
        say(terminal, "device.account", mailbox.name());
        say(terminal, "waiting");
    }

    private void tell(SourceConfig.Imap mailbox, OAuthClient client, URI beginning, Terminal terminal) {
        say(terminal, "browser.begin", mailbox.name(), client.provider().title());
        say(terminal, "browser.page", beginning);
        say(terminal, "browser.account", mailbox.name());
        say(terminal, "browser.elsewhere", Integer.toString(beginning.getPort()));
        say(terminal, "waiting");
        if (terminal.interactive()) {
            new Browser(environment).open(beginning.toString());
        }
    }

    private void say(Terminal terminal, String key, Object... arguments) {
        terminal.out().println(words.text(key, arguments));
        terminal.out().flush();
    }

    private SignIns.Pages pages(SourceConfig.Imap mailbox) {
        return new SignIns.Pages(
                page(words.text("page.done", mailbox.name())), page(words.text("page.failed", mailbox.name())),
                page(words.text("page.strange")));
    }

    private String page(String sentence) {
        String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s"><head><meta charset="utf-8"><title>Genjin</title></head>
                <body style="font-family:sans-serif;max-width:32em;margin:4em auto;padding:0 1em"><h1>Genjin</h1><p>%s</p></body></html>
                """.formatted(words.language().tag(), words.isRightToLeft() ? "rtl" : "ltr", escaped);
    }

    private static SourceConfig.Imap mailbox(Desk desk, String address) throws Trouble {
        List<SourceConfig.Imap> mailboxes = desk.config().mailboxes();
        return mailboxes.stream()
                .filter(it -> it.name().equalsIgnoreCase(address.strip()))
                .findFirst()
                .orElseThrow(() -> Trouble.usage("There is no mailbox '" + address + "' in " + desk.home().configFile() + "; there are: "
                        + String.join(", ", mailboxes.stream().map(SourceConfig::name).toList()) + "."));
    }

    /** The provider has let the person in; whether the mail server does, is another question. */
    private static void tryIt(SourceConfig.Imap mailbox, SignIns signIns, Surroundings around, Terminal terminal)
            throws Trouble {
        Connectors connectors = new Connectors(signIns.logins(), around.environment(), around.clock());
        try (Connector connector = connectors.open(mailbox)) {
            int count = connector.mailboxes().size();
            terminal.out().println("ok    read " + mailbox.name() + ": " + count + (count == 1 ? " mailbox" : " mailboxes"));
        } catch (ConnectorException e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
    }
}
