package org.genjin.config;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the section {@code oauth}: this program's registrations with mail providers. */
final class OAuthSection {

    private final Function<String, Secret> secrets;

    /** @param secrets makes a secret of its reference, or throws an IllegalArgumentException */
    OAuthSection(Function<String, Secret> secrets) {
        this.secrets = secrets;
    }

    Map<OAuthClient.Provider, OAuthClient> read(SectionReader top) {
        Map<OAuthClient.Provider, OAuthClient> clients = new EnumMap<>(OAuthClient.Provider.class);
        SectionReader oauth = top.section("oauth", "microsoft", "google");
        if (oauth.has("microsoft")) {
            SectionReader it = oauth.section("microsoft", "client-id", "tenant", "authorize", "device", "token", "scope");
            id(it, OAuthClient.Provider.MICROSOFT).ifPresent(id -> clients.put(
                    OAuthClient.Provider.MICROSOFT,
                    elsewhere(it, OAuthClient.microsoft(id, it.value(
                            "tenant", "common", "common, organizations, consumers, or a tenant's id or domain", OAuthSection::tenant)))));
        }
        if (oauth.has("google")) {
            SectionReader it = oauth.section("google", "client-id", "client-secret", "authorize", "device", "token", "scope");
            Optional<Secret> secret = it.value(
                    "client-secret", Optional.empty(), "env:NAME or file:PATH, never the secret itself",
                    text -> Optional.of(secrets.apply(text)));
            if (!it.has("client-secret")) {
                it.problem("client-secret", "is missing: Google gives one with each client of a desktop app; write env:NAME or file:PATH");
            }
            Optional<String> id = id(it, OAuthClient.Provider.GOOGLE);
            if (id.isPresent() && secret.isPresent()) {
                clients.put(OAuthClient.Provider.GOOGLE, elsewhere(it, OAuthClient.google(id.get(), secret.get())));
            }
        }
        return clients;
    }

    private static Optional<String> id(SectionReader it, OAuthClient.Provider provider) {
        if (!it.has("client-id")) {
            it.problem("client-id", "is missing: " + provider.registration());
        }
        return it.text("client-id");
    }

    /** For national clouds, and for tests. */
    private static OAuthClient elsewhere(SectionReader it, OAuthClient client) {
        OAuthClient.Endpoints usual = client.endpoints();
        return new OAuthClient(
                client.provider(), client.id(), client.secret(),
                new OAuthClient.Endpoints(
                        endpoint(it, "authorize").orElse(usual.authorize()),
                        endpoint(it, "device").or(usual::device),
                        endpoint(it, "token").orElse(usual.token())),
                it.text("scope").orElse(client.scope()));
    }

    private static Optional<URI> endpoint(SectionReader it, String key) {
        return it.value(key, Optional.empty(), "an https address (http on loopback only)", text -> {
            URI uri = URI.create(text);
            String host = uri.getHost();
            if (host == null || !("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && Server.isLoopback(host)))) {
                throw new IllegalArgumentException(text);
            }
            return Optional.of(uri);
        });
    }

    private static String tenant(String text) {
        if (!text.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
