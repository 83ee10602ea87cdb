package org.genjin.daemon.cli;

import java.io.IOException;
import java.net.URI;

/** The home belongs to a running daemon, which can carry out the command itself. */
public final class HandOver extends IOException {

    private final transient URI address;
    private final transient String token;

    public HandOver(URI address, String token) {
        super("the daemon has this home");
        this.address = address;
        this.token = token;
    }

    public URI address() {
        return address;
    }

    public String token() {
        return token;
    }
}
