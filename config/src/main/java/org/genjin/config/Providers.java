package org.genjin.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The servers of mail providers that are known by their domain. Immutable. */
final class Providers {

    private final Properties table = new Properties();

    /** @param user the login */
    record Found(Server imap, Server smtp, String user) {}

    Providers() {
        try (InputStream file = Providers.class.getResourceAsStream("/config/providers.properties")) {
            table.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Found> of(String address) {
        int at = address.indexOf('@');
        String row = table.getProperty(address.substring(at + 1).toLowerCase(Locale.ROOT));
        if (row == null) {
            return Optional.empty();
        }
        String[] it = row.split(",", -1);
        int port = Integer.parseInt(it[2]);
        return Optional.of(new Found(
                new Server(it[0], 993, Server.Tls.IMPLICIT),
                new Server(it[1], port, port == 465 ? Server.Tls.IMPLICIT : Server.Tls.STARTTLS),
                it[3].equals("local") ? address.substring(0, at) : address));
    }
}
