package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.config.Providers;
import org.genjin.config.Server;
import org.genjin.config.Servers;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Discovery;
import org.genjin.daemon.cli.InitRequest;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.provider.ProviderWords;
import org.genjin.daemon.words.Words;

/** Settles where a mailbox is, and says how that is known: as the command line says, as genjin.yaml says, else as it is found. */
final class InitPlacing {

    private final InitRequest asked;
    private final Words words;
    private final ProviderWords providerWords;
    private final Keyboard keyboard;
    private final PrintStream out;
    private final Providers providers = new Providers();

    InitPlacing(InitRequest asked, Words words, ProviderWords providerWords, Keyboard keyboard, PrintStream out) {
        this.asked = asked;
        this.words = words;
        this.providerWords = providerWords;
        this.keyboard = keyboard;
        this.out = out;
    }

    InitPlace place(String address, Optional<SourceConfig.Imap> known, Connectors connectors)
            throws IOException, Trouble {
        if (asked.imap().isPresent()) {
            Server imap = asked.imap().get();
            out.println(words.text("found.given", address));
            Servers.Known servers = new Servers.Known(imap, asked.smtp());
            return new InitPlace(servers, asked.user().orElse(address), providers.ofServer(imap), Optional.of(servers), asked.user());
        }
        if (known.isPresent() && known.get().servers() instanceof Servers.Known servers) {
            out.println(words.text("found.config", address));
            Servers.Known now = new Servers.Known(servers.imap(), asked.smtp().or(servers::smtp));
            return new InitPlace(
                    now, asked.user().orElse(known.get().user()), providers.ofServer(now.imap()),
                    asked.smtp().map(_ -> now), asked.user());
        }
        out.println(words.text("looking", address));
        return switch (connectors.discover(address)) {
            case Discovery.Found it -> found(address, it);
            case Discovery.Nothing it -> throw Trouble.failed(words.text(
                            "nothing", address, String.join(words.language() == Language.ZH_CN ? "、" : ", ", it.asked()))
                    + " " + words.text("nothing.mend", address));
            case Discovery.Offline _ -> throw Trouble.failed(words.text("offline", address));
        };
    }

    private InitPlace found(String address, Discovery.Found it) throws IOException, Trouble {
        out.println(words.text(
                "found." + it.how().name().toLowerCase(Locale.ROOT),
                it.how() == Discovery.How.TABLE || it.how() == Discovery.How.MX
                        ? it.provider().map(providerWords::name).orElse(address)
                        : address,
                it.by()));
        if (!it.vouched()) {
            out.println(words.text("unvouched", hosts(it.servers())));
            List<String> yes = List.of(words.text("yes").split(",", -1));
            boolean agreed = keyboard.line(words.text("unvouched.ask"))
                    .filter(answer -> yes.contains(answer.toLowerCase(Locale.ROOT)))
                    .isPresent();
            if (!agreed) {
                throw Trouble.failed(words.text("unvouched.no", address));
            }
        }
        Servers.Known servers = new Servers.Known(it.servers().imap(), asked.smtp().or(it.servers()::smtp));
        String user = asked.user().orElse(it.user());
        // What the address alone tells need not be written; the rest is, so that nobody has to look for it again.
        boolean plain = it.how() == Discovery.How.TABLE && asked.smtp().isEmpty();
        return new InitPlace(
                servers, user, it.provider(), plain ? Optional.empty() : Optional.of(servers),
                plain || user.equals(address) ? asked.user() : Optional.of(user));
    }

    private static String hosts(Servers.Known servers) {
        return Stream.concat(Stream.of(servers.imap()), servers.smtp().stream())
                .map(Server::host)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
