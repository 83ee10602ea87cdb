package org.genjin.connectors.oauth;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.SignIns.Pages;

/** A sign-in in a browser of this machine that comes back to a port on loopback (RFC 8252), with PKCE (RFC 7636). */
final class BrowserFlow {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    private final TokenEndpoint endpoint;
    private final ClientForm form;

    BrowserFlow(TokenEndpoint endpoint, ClientForm form) {
        this.endpoint = endpoint;
        this.form = form;
    }

    /** @param patience how long to wait for the browser */
    Answer.Granted run(
            SourceConfig.Imap mailbox, OAuthClient client, Pages pages, Duration patience, Consumer<URI> open)
            throws ConnectorException {
        String state = random();
        String verifier = random();
        Map<String, String> exchange = form.of(client);
        try (Redirect redirect =
                Redirect.listen(pages, state, port -> begin(mailbox, client, address(client, port), state, verifier))) {
            exchange.put("grant_type", "authorization_code");
            exchange.put("redirect_uri", address(client, redirect.port()));
            exchange.put("code_verifier", verifier);
            open.accept(redirect.beginning());
            Optional<Answer> answer = redirect.await(patience, brought -> answer(client, exchange, brought));
            return granted(mailbox, client, answer);
        } catch (IOException e) {
            throw new ConnectorException.Unavailable(
                    "No port can be opened for the browser to come back to: " + e.getMessage() + ". Try again, or with --device.", e);
        }
    }

    /** What the browser brought becomes tokens, or says why there are none. */
    private Answer answer(OAuthClient client, Map<String, String> exchange, Map<String, String> brought) {
        String error = brought.get("error");
        if (error != null) {
            return new Answer.Denied(error, Said.clean(error, brought.getOrDefault("error_description", "")));
        }
        exchange.put("code", brought.getOrDefault("code", ""));
        return endpoint.tokens(client.endpoints().token(), exchange);
    }

    private static Answer.Granted granted(SourceConfig.Imap mailbox, OAuthClient client, Optional<Answer> answer)
            throws ConnectorException {
        if (answer.isEmpty()) {
            throw new ConnectorException.Refused(
                    "Nobody came back from the browser in time: run '" + Refusals.command(mailbox) + "' again"
                            + (client.endpoints().device().isPresent() ? ", or with --device to use another device." : "."),
                    null);
        }
        return switch (answer.get()) {
            case Answer.Granted granted -> granted;
            case Answer.Denied denied when denied.code().equals("access_denied") -> throw new ConnectorException.Refused(
                    "The sign-in of " + mailbox.name() + " was declined on the page of " + client.provider().title() + ": run '"
                            + Refusals.command(mailbox) + "' and accept what it asks for.",
                    null);
            case Answer.Denied denied -> throw Refusals.denied(mailbox, client, denied);
            case Answer.Unreachable(String why) -> throw new ConnectorException.Unavailable(
                    "The sign-in of " + mailbox.name() + " could not be finished: " + why + ". Run '" + Refusals.command(mailbox)
                            + "' again in a while.",
                    null);
        };
    }

    private static URI begin(
            SourceConfig.Imap mailbox, OAuthClient client, String back, String state, String verifier) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("client_id", client.id());
        asked.put("response_type", "code");
        asked.put("redirect_uri", back);
        asked.put("scope", client.scope());
        asked.put("state", state);
        asked.put("code_challenge", challenge(verifier));
        asked.put("code_challenge_method", "S256");
        asked.put("login_hint", mailbox.address());
        if (client.provider() == OAuthClient.Provider.GOOGLE) {
            // Without these it gives a refresh token at the first consent only.
            asked.put("access_type", "offline");
            asked.put("prompt", "consent");
        }
        URI where = client.endpoints().authorize();
        return URI.create(where + (where.getQuery() == null ? "?" : "&") + TokenEndpoint.encoded(asked));
    }

    /** Microsoft lets any port pass for the name that is registered, and registers only this one without detours. */
    private static String address(OAuthClient client, int port) {
        return "http://" + (client.provider() == OAuthClient.Provider.MICROSOFT ? "localhost" : "127.0.0.1") + ":" + port;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
