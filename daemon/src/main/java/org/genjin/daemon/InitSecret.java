package org.genjin.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Home;
import org.genjin.config.Secret;
import org.genjin.config.SourceConfig;

/** Where a mailbox's password lies: where the command line says, where it lay before, else in a file of the home. */
final class InitSecret {

    private final Home home;
    private final Optional<String> given;
    private final Optional<Secret> before;
    private final String address;
    private final Path folder;

    /** @param folder where relative paths on the command line begin */
    InitSecret(Home home, Optional<String> given, Optional<SourceConfig.Imap> known, String address, Path folder) {
        this.home = home;
        this.given = given;
        this.before = known.flatMap(it -> it.credentials() instanceof Secret secret ? Optional.of(secret) : Optional.empty());
        this.address = address;
        this.folder = folder;
    }

    boolean isGivenRightly() {
        return given.isEmpty() || given.get().matches("env:[A-Za-z_][A-Za-z0-9_]*|file:.+");
    }

    /** Whether a person types it here; else it is only looked up. */
    boolean isTyped() {
        return given.isEmpty() && !(before.isPresent() && before.get() instanceof Secret.Environment);
    }

    /** What lies there now; empty if nothing does. */
    Optional<String> present(Map<String, String> environment) {
        try {
            return Optional.of(secret().reveal(environment)).filter(it -> !it.isEmpty());
        } catch (IOException e) {
            return Optional.empty(); // there is none yet: it is asked for, or missing() says why
        }
    }

    /** Why there is none. */
    String missing(Map<String, String> environment) {
        try {
            secret().reveal(environment);
            return "it is empty";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The file to write; empty if it is not for us to write. */
    Optional<Path> file() {
        return isTyped() && secret() instanceof Secret.InFile it ? Optional.of(it.path()) : Optional.empty();
    }

    /** As genjin.yaml has it. */
    String reference() {
        return switch (secret()) {
            case Secret.Environment it -> "env:" + it.variable();
            case Secret.InFile it -> "file:" + (it.path().startsWith(home.folder())
                    ? home.folder().relativize(it.path()).toString()
                    : it.path().toString());
        };
    }

    private Secret secret() {
        if (given.isPresent()) {
            String it = given.get();
            return it.startsWith("env:")
                    ? new Secret.Environment(it.substring("env:".length()))
                    : new Secret.InFile(folder.resolve(it.substring("file:".length())).normalize());
        }
        return before.orElseGet(() -> new Secret.InFile(home.secrets().resolve(address)));
    }
}
