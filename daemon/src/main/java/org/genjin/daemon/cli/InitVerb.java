package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.genjin.config.Language;
import org.genjin.config.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "Set up a mailbox: find its servers, say what its provider wants first, try it step by step, write genjin.yaml.",
        footer = {
            "",
            "What is not given is asked for. The password is asked for without being shown, or read as a line of",
            "standard input where there is no terminal; it is kept in the home's folder 'secrets', readable by you",
            "alone. Run it again for the same address after a password has changed. The environment variable",
            "GENJIN_DNS=HOST:PORT asks another name server than the machine's.",
            "Exit codes: 0 all is well, 1 nothing was written, 2 used wrongly, 3 mail can be read but not sent."
        })
final class InitVerb implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ADDRESS", description = "The mailbox's e-mail address.")
    @Nullable String address;

    @Option(names = "--home", paramLabel = "DIR", description = "Genjin's folder (default: $GENJIN_HOME, else ~/.genjin).")
    @Nullable Path home;

    @Option(
            names = "--secret",
            paramLabel = "env:NAME|file:PATH",
            description = "Where the password lies already, instead of asking for it.")
    @Nullable String secret;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "zh-CN en es pt-BR fr ar de ru (default: genjin.yaml's, else the terminal's, else zh-CN).")
    @Nullable String language;

    @Option(
            names = "--imap",
            paramLabel = "HOST[:PORT[:TLS]]",
            description = "The server to read from, if it is not to be found. TLS: implicit, starttls, none (loopback only).")
    @Nullable String imap;

    @Option(names = "--smtp", paramLabel = "HOST[:PORT[:TLS]]", description = "The server to send the morning mail through.")
    @Nullable String smtp;

    @Option(names = "--user", paramLabel = "LOGIN", description = "The login (default: as the provider has it, else the address).")
    @Nullable String user;

    @Option(
            names = "--sign-in",
            paramLabel = "HOW",
            description = "password, or microsoft or google: in a browser (default: microsoft where Microsoft keeps the mailbox).")
    @Nullable String signIn;

    InitVerb(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, Trouble {
        return invocation.programs().init(
                new InitRequest(
                        Optional.ofNullable(home), Optional.ofNullable(address), Optional.ofNullable(secret), language(),
                        server("--imap", imap, 993), server("--smtp", smtp, 465), Optional.ofNullable(user), signIn()),
                invocation.terminal());
    }

    private Optional<String> signIn() throws Trouble {
        String how = signIn;
        if (how != null && !how.matches("password|microsoft|google")) {
            throw Trouble.usage("--sign-in takes password, microsoft or google, not '" + how + "'.");
        }
        return Optional.ofNullable(how);
    }

    private Optional<Language> language() throws Trouble {
        String tag = language;
        if (tag == null) {
            return Optional.empty();
        }
        Optional<Language> known = Language.of(tag);
        if (known.isEmpty()) {
            throw Trouble.usage("--language takes one of zh-CN en es pt-BR fr ar de ru, not '" + tag + "'.");
        }
        return known;
    }

    private static Optional<Server> server(String option, @Nullable String text, int standard) throws Trouble {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Server.parse(text, standard));
        } catch (IllegalArgumentException e) {
            throw Trouble.usage(option + " takes HOST, HOST:PORT or HOST:PORT:TLS, where TLS is implicit, starttls, or, on loopback"
                    + " only, none; not '" + text + "'.");
        }
    }
}
