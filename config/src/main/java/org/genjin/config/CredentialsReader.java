package org.genjin.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds out with what a mailbox lets us in: what its {@code sign-in} says, else its secret, else the only way there is. */
final class CredentialsReader {

    private final Path userHome;
    private final Path base;

    /** @param base where a secret's relative path begins */
    CredentialsReader(Path userHome, Path base) {
        this.userHome = userHome;
        this.base = base;
    }

    /** Empty if there is none, which is a problem then. A secret beside a {@code sign-in} with a provider is left alone. */
    Optional<Credentials> of(
            SectionReader mailbox, Optional<Server> imap, Map<OAuthClient.Provider, OAuthClient> clients) {
        Optional<String> asked = mailbox.value("sign-in", Optional.empty(), "password, microsoft or google", text -> {
            if (!text.equals("password") && OAuthClient.Provider.of(text).isEmpty()) {
                throw new IllegalArgumentException(text);
            }
            return Optional.of(text);
        });
        if (mailbox.has("sign-in") && asked.isEmpty()) {
            return Optional.empty();
        }
        Optional<OAuthClient.Provider> provider = asked.isPresent() || mailbox.has("secret")
                ? asked.flatMap(OAuthClient.Provider::of)
                : imap.flatMap(it -> OAuthClient.Provider.onlyWayAt(it.host()));
        if (provider.isEmpty()) {
            return secret(mailbox).map(it -> it);
        }
        OAuthClient.Provider with = provider.get();
        if (!clients.containsKey(with)) {
            mailbox.problem("sign-in", (asked.isPresent() ? "" : "is " + with.id() + " here, as " + with.title() + " takes no passwords, and ")
                    + "needs a client id: " + with.registration());
            return Optional.empty();
        }
        return Optional.of(clients.get(with));
    }

    private Optional<Secret> secret(SectionReader mailbox) {
        if (!mailbox.has("secret")) {
            mailbox.problem("secret", "is missing; write env:NAME or file:PATH, or sign-in: microsoft or google");
            return Optional.empty();
        }
        // A password written here by mistake is never repeated in a message.
        return mailbox.value(
                "secret", Optional.empty(), "env:NAME or file:PATH, never the password itself", text -> Optional.of(secret(text)));
    }

    /** @throws IllegalArgumentException if it is no reference to a secret */
    Secret secret(String reference) {
        if (reference.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
            return new Secret.Environment(reference.substring(4));
        }
        if (reference.startsWith("file:") && reference.length() > 5) {
            return new Secret.InFile(Values.path(reference.substring(5), userHome, base));
        }
        throw new IllegalArgumentException("no reference");
    }
}
