package org.genjin.config;

import java.nio.file.Path;

/** The folder that holds all of one Genjin: configuration, ledger, store, index, sheets, tokens, logs. Names only, no I/O. */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path configFile() {
        return folder.resolve("genjin.yaml");
    }

    public Path ledger() {
        return folder.resolve("ledger");
    }

    public Path store() {
        return folder.resolve("store");
    }

    public Path index() {
        return folder.resolve("index");
    }

    public Path sheets() {
        return folder.resolve("sheets");
    }

    /** Texts of suggested answers that are to be used instead of Genjin's own. */
    public Path drafts() {
        return folder.resolve("drafts");
    }

    /** Lines of trade that are the home's own, a file each, or used instead of Genjin's. */
    public Path industries() {
        return folder.resolve("industries");
    }

    /** What lets us in where somebody signed in; readable by the home's owner alone. */
    public Path tokens() {
        return folder.resolve("tokens");
    }

    /** Passwords, a file each; readable by the home's owner alone. */
    public Path secrets() {
        return folder.resolve("secrets");
    }

    /** What is being read or written just now; emptied at every start. */
    public Path temporary() {
        return folder.resolve("temporary");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Held locked by the one process that owns the home. */
    public Path lockFile() {
        return folder.resolve("genjin.lock");
    }

    /** Address and token of the running daemon; readable by its owner alone. */
    public Path daemonFile() {
        return folder.resolve("daemon.json");
    }
}
