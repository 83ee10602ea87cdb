package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Credentials;
import org.genjin.config.Provider;
import org.genjin.config.Secret;
import org.genjin.connectors.Logins;
import org.genjin.connectors.PasswordLogins;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.words.Words;

/** A password, code or app password. Typed ones are in memory alone until a server has taken them. */
final class InitPassword implements InitLogin {

    /** Under this name the password is handed on, as if it lay in the environment. */
    private static final String TYPED = "GENJIN_INIT_TYPED";
    private static final int ATTEMPTS = 3;

    private final InitSecret secret;
    private final Keyboard keyboard;
    private final Words words;
    private final PrintStream out;
    private final String question;
    private String password;
    private int attempts = 1;

    private InitPassword(
            InitSecret secret, Keyboard keyboard, Words words, PrintStream out, String question, String password) {
        this.secret = secret;
        this.keyboard = keyboard;
        this.words = words;
        this.out = out;
        this.question = question;
        this.password = password;
    }

    /** Asks for it, unless it lies somewhere already. */
    static InitPassword ask(
            InitSecret secret, String address, Optional<Provider> provider, Map<String, String> environment, Keyboard keyboard,
            Words words, PrintStream out)
            throws IOException, Trouble {
        if (!secret.isGivenRightly()) {
            throw Trouble.usage(words.text("secret.bad"));
        }
        String question = words.text(key(provider), address);
        Optional<String> present = secret.present(environment);
        if (!secret.isTyped() && present.isEmpty()) {
            throw Trouble.failed(words.text("secret.missing", secret.missing(environment)));
        }
        Optional<String> password = !secret.isTyped()
                ? present
                : keyboard.hidden(words.text(present.isPresent() ? "ask.keep" : "ask.hidden", question))
                        .map(AppPassword::joined)
                        .or(() -> present);
        return new InitPassword(
                secret, keyboard, words, out, question,
                password.orElseThrow(() -> Trouble.failed(words.text("nothing-typed"))));
    }

    private static String key(Optional<Provider> provider) {
        List<Provider.Need> needs = provider.map(Provider::needs).orElse(List.of());
        if (needs.contains(Provider.Need.AUTHORIZATION_CODE)) {
            return "ask.code";
        }
        if (needs.contains(Provider.Need.APP_PASSWORD)) {
            return "ask.app-password";
        }
        return needs.contains(Provider.Need.BRIDGE) ? "ask.bridge" : "ask.password";
    }

    @Override
    public Credentials credentials() {
        return new Secret.Environment(TYPED);
    }

    @Override
    public Logins logins() {
        Map<String, String> typed = new HashMap<>();
        typed.put(TYPED, password);
        return new PasswordLogins(typed);
    }

    @Override
    public boolean another() throws IOException {
        if (!keyboard.isPerson() || !secret.isTyped() || attempts++ >= ATTEMPTS) {
            return false;
        }
        Optional<String> typed = keyboard.hidden(words.text("again", question)).map(AppPassword::joined);
        password = typed.orElse(password);
        return typed.isPresent();
    }

    @Override
    public void keep() throws IOException {
        Optional<Path> file = secret.file();
        if (file.isPresent()) {
            SecretFile.write(file.get(), password);
            out.println(words.text("wrote.secret", file.get()));
        }
    }

    @Override
    public String key() {
        return "secret";
    }

    @Override
    public String value() {
        return secret.reference();
    }
}
