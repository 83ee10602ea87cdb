package org.genjin.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A company that keeps mailboxes: where mail is read and sent there, and what it wants of a person before a program is let in.
 *
 * @param id lower case, stable; words for people may be keyed by it
 * @param name as the company calls itself
 * @param chineseName the same in Chinese; {@code name} where it has none of its own
 * @param domains whose addresses it gives out, lower case
 * @param exchangers the ends of its mail exchangers' names (MX), for domains that companies bring with them
 * @param needs what a person does first, in that order; never empty
 * @param settings the address of the page where it is done
 * @param menu what to click on that page, in the page's own words; "" if the address leads right there
 */
public record Provider(
        String id,
        String name,
        String chineseName,
        List<String> domains,
        List<String> exchangers,
        Server imap,
        Server smtp,
        boolean loginIsLocalPart,
        List<Need> needs,
        String settings,
        String menu) {

    /** Stands in a host for the address's own domain. */
    private static final String SAME = ".same";

    public Provider {
        domains = List.copyOf(domains);
        exchangers = List.copyOf(exchangers);
        needs = List.copyOf(needs);
    }

    /** What a person must do before a program is let in. The words are the daemon's, by {@link #id}. */
    public enum Need {
        /** Switch IMAP on in the settings. */
        IMAP_ON,
        /** Chinese free mail: a code made in the settings takes the password's place. */
        AUTHORIZATION_CODE,
        /** The usual password, unless "safe login" asks for one made for programs. */
        CLIENT_PASSWORD,
        TWO_STEPS,
        APP_PASSWORD,
        APP_PASSWORD_IF_TWO_STEPS,
        /** A second password for mail programs, set once in the settings. */
        MAIL_PASSWORD,
        /** The usual password will do. */
        PASSWORD,
        /** No password at all: sign-in in the browser. */
        OAUTH,
        /** A program of the provider's on this machine stands between. */
        BRIDGE,
        /** Programs see the last 30 days until a setting is changed. */
        ALL_MAIL,
        /** The company's administrator may have to allow it. */
        ADMIN,
        /** Not in the plan without pay. */
        PAID;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Takes no password from any program. */
    public boolean wantsOauth() {
        return needs.contains(Need.OAUTH);
    }

    /** Where this address's mail is read and sent. */
    public Servers.Known servers(String address) {
        return new Servers.Known(at(imap, address), Optional.of(at(smtp, address)));
    }

    /** The login that goes with an address. */
    public String user(String address) {
        return loginIsLocalPart ? address.substring(0, address.indexOf('@')) : address;
    }

    /** Whether it is where this provider's mail is read or sent. */
    boolean runs(Server server) {
        return serves(imap, server) || serves(smtp, server);
    }

    private boolean serves(Server own, Server asked) {
        boolean samePlace = !asked.isLoopback() || own.port() == asked.port();
        if (!own.host().endsWith(SAME)) {
            return samePlace && own.host().equalsIgnoreCase(asked.host());
        }
        String start = own.host().substring(0, own.host().length() - SAME.length() + 1);
        return domains.stream().anyMatch(it -> (start + it).equalsIgnoreCase(asked.host()));
    }

    private static Server at(Server server, String address) {
        return server.host().endsWith(SAME)
                ? new Server(
                        server.host().substring(0, server.host().length() - SAME.length() + 1)
                                + address.substring(address.indexOf('@') + 1),
                        server.port(), server.tls())
                : server;
    }
}
