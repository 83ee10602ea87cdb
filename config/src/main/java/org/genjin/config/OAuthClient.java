package org.genjin.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * This program as a mail provider knows it (RFC 6749 section 2.2), and where one signs in there. A mailbox that has one for
 * its {@link Credentials} is signed in to by a person, in a browser; no password is kept.
 *
 * @param id what the provider gave when the program was registered with it; no secret
 * @param secret what Google gives with the id; empty for a public client
 * @param scope what is asked for, divided by blanks
 */
public record OAuthClient(Provider provider, String id, Optional<Secret> secret, Endpoints endpoints, String scope)
        implements Credentials {

    private static final String MICROSOFT_SCOPE =
            "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access";
    private static final String GOOGLE_SCOPE = "https://mail.google.com/";

    /** Whom one signs in with. */
    public enum Provider {
        MICROSOFT(
                "Microsoft",
                "register an application at https://entra.microsoft.com (App registrations; for accounts of any organization and"
                        + " personal ones; platform 'Mobile and desktop' with http://localhost; 'Allow public client flows' on)"
                        + " and write its Application (client) ID as oauth: {microsoft: {client-id: …}}"),
        GOOGLE(
                "Google",
                "make an OAuth client of the type 'Desktop app' at https://console.cloud.google.com (APIs & Services,"
                        + " Credentials) and write what it gives as oauth: {google: {client-id: …, client-secret: file:PATH}}");

        private final String title;
        private final String registration;

        Provider(String title, String registration) {
            this.title = title;
            this.registration = registration;
        }

        /** As it writes itself. */
        public String title() {
            return title;
        }

        /** As the configuration writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How one gets a client id and where it goes, as the second half of a sentence. */
        public String registration() {
            return registration;
        }

        public static Optional<Provider> of(String id) {
            return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
        }

        /** The provider whose IMAP server takes no password at all, only a sign-in with it. */
        static Optional<Provider> onlyWayAt(String imapHost) {
            return switch (imapHost.toLowerCase(Locale.ROOT)) {
                case "outlook.office365.com", "outlook.office.com", "imap-mail.outlook.com", "partner.outlook.cn" -> Optional.of(MICROSOFT);
                default -> Optional.empty();
            };
        }
    }

    /**
     * Where a sign-in goes; https, or http on loopback.
     *
     * @param device empty if the provider lets nobody read mail who signed in with a code on another device
     */
    public record Endpoints(URI authorize, Optional<URI> device, URI token) {

        static Endpoints microsoft(String tenant) {
            String base = "https://login.microsoftonline.com/" + tenant + "/oauth2/v2.0/";
            return new Endpoints(
                    URI.create(base + "authorize"), Optional.of(URI.create(base + "devicecode")), URI.create(base + "token"));
        }

        // Google has a device endpoint, but refuses it the scope for mail.
        static Endpoints google() {
            return new Endpoints(
                    URI.create("https://accounts.google.com/o/oauth2/v2/auth"), Optional.empty(),
                    URI.create("https://oauth2.googleapis.com/token"));
        }
    }

    /** @param tenant {@code common}, {@code organizations}, {@code consumers}, or an organization's own id or domain */
    public static OAuthClient microsoft(String id, String tenant) {
        return new OAuthClient(Provider.MICROSOFT, id, Optional.empty(), Endpoints.microsoft(tenant), MICROSOFT_SCOPE);
    }

    public static OAuthClient google(String id, Secret secret) {
        return new OAuthClient(Provider.GOOGLE, id, Optional.of(secret), Endpoints.google(), GOOGLE_SCOPE);
    }
}
