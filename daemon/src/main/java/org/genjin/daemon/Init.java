package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.config.AppConfig;
import org.genjin.config.ConfigLoader;
import org.genjin.config.Credentials;
import org.genjin.config.Home;
import org.genjin.config.Language;
import org.genjin.config.MailboxText;
import org.genjin.config.OAuthClient;
import org.genjin.config.Provider;
import org.genjin.config.Server;
import org.genjin.config.Servers;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.SignIns;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.InitRequest;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.provider.ProviderWords;
import org.genjin.daemon.web.DaemonFile;
import org.genjin.daemon.words.Words;

/**
 * Sets up one mailbox, or repairs it: finds its servers, says what its provider wants before anything is typed, tries it, and
 * only then writes.
 */
final class Init {

    private final Surroundings around;
    private final Home home;
    private final AppConfig config;
    private final InitRequest asked;
    private final Terminal terminal;
    private final PrintStream out;
    private final Keyboard keyboard;
    private final Language language;
    private final Words words;
    private final ProviderWords providerWords;

    /** @param config what genjin.yaml says so far; the defaults if it is not there */
    Init(Surroundings around, Home home, AppConfig config, InitRequest asked, Terminal terminal) {
        this.around = around;
        this.home = home;
        this.config = config;
        this.asked = asked;
        this.terminal = terminal;
        this.out = terminal.out();
        this.keyboard = new Keyboard(terminal);
        this.language = asked.language().orElseGet(() -> Files.exists(home.configFile())
                ? config.language()
                : TerminalLanguage.of(around.environment()).orElse(config.language()));
        this.words = Words.of("init", language);
        this.providerWords = new ProviderWords(language);
    }

    int run() throws IOException, Trouble {
        if (asked.language().isEmpty() && !Files.exists(home.configFile())) {
            out.println(words.text("language", language.tag()));
        }
        String address = address();
        Optional<SourceConfig.Imap> known =
                config.mailboxes().stream().filter(it -> it.address().equals(address)).findFirst();
        known.ifPresent(_ -> out.println(words.text("repair", address, home.configFile())));
        InitPlace place = new InitPlacing(asked, words, providerWords, keyboard, out)
                .place(address, known, new Connectors(around.environment(), around.clock()));
        show(place);
        return tried(address, place, login(address, place, known));
    }

    private String address() throws IOException, Trouble {
        Optional<String> given =
                asked.address().isPresent() ? asked.address() : keyboard.line(words.text("ask.address"));
        String address = given.orElseThrow(() -> Trouble.usage(words.text("no-address"))).strip();
        if (!MailAddress.isPlausible(address)) {
            throw Trouble.usage(words.text("bad.address", address));
        }
        return address.toLowerCase(Locale.ROOT);
    }

    private void show(InitPlace place) {
        out.println("  " + line("server.imap", place.servers().imap()));
        out.println("  " + place.servers().smtp()
                .map(it -> line("server.smtp", it))
                .orElseGet(() -> words.text("server.no-smtp")));
        out.println("  " + words.text("server.user", place.user()));
        place.provider().ifPresent(it -> {
            out.println();
            out.println(providerWords.first(it));
            List<String> needs = providerWords.needs(it);
            for (int i = 0; i < needs.size(); i++) {
                out.println("  " + (i + 1) + ". " + needs.get(i));
            }
        });
        out.println();
        out.flush();
    }

    private String line(String key, Server it) {
        return words.text(
                key, it.host(), Integer.toString(it.port()),
                words.text("tls." + it.tls().name().toLowerCase(Locale.ROOT)));
    }

    private InitLogin login(String address, InitPlace place, Optional<SourceConfig.Imap> known) throws IOException, Trouble {
        Optional<OAuthClient.Provider> with = signInWith(place, known);
        if (with.isEmpty()) {
            InitSecret secret = new InitSecret(home, asked.secret(), known, address, terminal.folder());
            return InitPassword.ask(secret, address, place.provider(), around.environment(), keyboard, words, out);
        }
        OAuthClient client = config.oauth().get(with.get());
        if (client == null) {
            throw Trouble.failed(words.text("oauth", with.get().title(), with.get().registration()));
        }
        SignIns signIns = Connectors.signIns(home.tokens(), around.environment(), around.clock());
        return InitSignIn.ask(
                mailbox(address, place, client), client, signIns, new SignIn(signIns, language, around.environment()), terminal);
    }

    /** As the command line says, else as before, else with Microsoft where it keeps the mailbox: it takes nothing else. */
    private Optional<OAuthClient.Provider> signInWith(InitPlace place, Optional<SourceConfig.Imap> known) {
        if (asked.signIn().isPresent() || asked.secret().isPresent()) {
            return asked.signIn().flatMap(OAuthClient.Provider::of);
        }
        if (known.isPresent()) {
            return known.get().credentials() instanceof OAuthClient client ? Optional.of(client.provider()) : Optional.empty();
        }
        return place.provider().filter(Provider::wantsOauth).map(_ -> OAuthClient.Provider.MICROSOFT);
    }

    private static SourceConfig.Imap mailbox(String address, InitPlace place, Credentials credentials) {
        return new SourceConfig.Imap(address, address, place.user(), credentials, place.servers(), Optional.empty());
    }

    private int tried(String address, InitPlace place, InitLogin login) throws IOException {
        MailboxTrial trial = new MailboxTrial(words, providerWords, config.neverLog(), out, around);
        while (true) {
            SourceConfig.Imap mailbox = mailbox(address, place, login.credentials());
            out.println(words.text("trying"));
            MailboxTrial.Reading reading = trial.read(mailbox, login.logins());
            if (reading == MailboxTrial.Reading.WELL) {
                boolean sends = trial.send(mailbox, login.logins());
                write(address, place, login);
                return sends ? Exit.DONE : Exit.PARTLY;
            }
            if (reading == MailboxTrial.Reading.FAILED || !login.another()) {
                out.println(words.text("not-written"));
                return Exit.FAILED;
            }
        }
    }

    private void write(String address, InitPlace place, InitLogin login) throws IOException {
        HomeLock.makeFolder(home.folder());
        login.keep();
        MailboxText.Wanted wanted = new MailboxText.Wanted(
                address, login.key(), login.value(), place.written().map(Servers.Known::imap),
                place.written().flatMap(Servers.Known::smtp), place.writtenUser());
        ConfigLoader loader = new ConfigLoader(around.userHome(), around.zone());
        switch (new MailboxFile(home.configFile(), loader).put(wanted, language, config)) {
            case ADDED -> out.println(words.text("wrote.added", home.configFile()));
            case CHANGED -> out.println(words.text("wrote.changed", home.configFile()));
            case SAME -> out.println(words.text("wrote.same", home.configFile()));
            case BY_HAND -> {
                out.println(words.text("by-hand", home.configFile()));
                out.print("mailboxes:\n" + MailboxText.lines(wanted));
            }
        }
        boolean running = DaemonFile.running(home.daemonFile()).isPresent();
        out.println(words.text(running ? "next.restart" : "next.run"));
    }
}
