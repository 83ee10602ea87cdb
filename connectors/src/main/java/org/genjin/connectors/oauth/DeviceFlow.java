package org.genjin.connectors.oauth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.SignIns.DeviceCode;
import tools.jackson.databind.JsonNode;

/** A sign-in with a code that is typed into the provider's page on any device (RFC 8628). */
final class DeviceFlow {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SLOWER_BY = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration USUAL_VALIDITY = Duration.ofMinutes(15);

    private final TokenEndpoint endpoint;
    private final ClientForm form;
    private final InstantSource clock;
    private final Consumer<Duration> pause;

    /** @param pause lets so much time pass between two questions */
    DeviceFlow(TokenEndpoint endpoint, ClientForm form, InstantSource clock, Consumer<Duration> pause) {
        this.endpoint = endpoint;
        this.form = form;
        this.clock = clock;
        this.pause = pause;
    }

    Answer.Granted run(SourceConfig.Imap mailbox, OAuthClient client, Consumer<DeviceCode> tell) throws ConnectorException {
        URI device = client.endpoints().device().orElseThrow(() -> new ConnectorException.Refused(
                client.provider().title() + " gives no mail to those who sign in with a code: run '" + Refusals.command(mailbox)
                        + " --browser' on a machine with a browser.",
                null));
        Map<String, String> asked = form.of(client);
        asked.put("scope", client.scope());
        JsonNode begun = switch (endpoint.device(device, asked)) {
            case TokenEndpoint.Asked.Given(JsonNode json) -> json;
            case TokenEndpoint.Asked.Not(Answer.Denied denied) -> throw Refusals.denied(mailbox, client, denied);
            case TokenEndpoint.Asked.Not(Answer other) -> throw unreachable(mailbox, other);
        };
        Duration validFor = TokenEndpoint.seconds(begun, "expires_in", USUAL_VALIDITY);
        Instant end = clock.instant().plus(validFor);
        tell.accept(code(begun, validFor, client));
        return poll(mailbox, client, begun, end);
    }

    private Answer.Granted poll(SourceConfig.Imap mailbox, OAuthClient client, JsonNode begun, Instant end)
            throws ConnectorException {
        Map<String, String> asked = form.of(client);
        asked.put("grant_type", GRANT);
        asked.put("device_code", begun.path("device_code").asString());
        Duration interval = TokenEndpoint.seconds(begun, "interval", USUAL_INTERVAL);
        Duration wait = interval;
        while (clock.instant().plus(wait).isBefore(end)) {
            pause.accept(wait);
            switch (endpoint.tokens(client.endpoints().token(), asked)) {
                case Answer.Granted granted -> {
                    return granted;
                }
                case Answer.Denied denied -> {
                    switch (denied.code()) {
                        case "authorization_pending" -> wait = interval;
                        case "slow_down" -> {
                            interval = interval.plus(SLOWER_BY);
                            wait = interval;
                        }
                        case "expired_token" -> throw expired(mailbox);
                        case "access_denied", "authorization_declined" -> throw declined(mailbox, client);
                        default -> throw Refusals.denied(mailbox, client, denied);
                    }
                }
                // A lost question is no answer; the pauses grow until there is one (RFC 8628 section 3.5).
                case Answer.Unreachable _ -> {
                    Duration doubled = wait.multipliedBy(2);
                    wait = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
                }
            }
        }
        throw expired(mailbox);
    }

    private static DeviceCode code(JsonNode begun, Duration validFor, OAuthClient client) throws ConnectorException.Refused {
        // Google calls it an URL, which is what RFC 8628 was in its drafts.
        String address = begun.path("verification_uri").asString(begun.path("verification_url").asString(""));
        String complete = begun.path("verification_uri_complete").asString("");
        String code = begun.path("user_code").asString("");
        try {
            if (code.isEmpty() || address.isEmpty()) {
                throw new IllegalArgumentException("incomplete");
            }
            return new DeviceCode(
                    URI.create(address), complete.isEmpty() ? Optional.empty() : Optional.of(URI.create(complete)), code, validFor);
        } catch (IllegalArgumentException e) {
            throw new ConnectorException.Refused(
                    client.provider().title() + " answered without a code or an address: check oauth." + client.provider().id()
                            + ".device in genjin.yaml.",
                    e);
        }
    }

    private static ConnectorException unreachable(SourceConfig.Imap mailbox, Answer answer) {
        String why = answer instanceof Answer.Unreachable(String text) ? text : "it gave tokens where none were asked for";
        return new ConnectorException.Unavailable(
                "The sign-in of " + mailbox.name() + " cannot begin: " + why + ". Try again in a while.", null);
    }

    private static ConnectorException.Refused expired(SourceConfig.Imap mailbox) {
        return new ConnectorException.Refused(
                "The code for " + mailbox.name() + " was not used in time: run '" + Refusals.command(mailbox) + "' for a new one.", null);
    }

    private static ConnectorException.Refused declined(SourceConfig.Imap mailbox, OAuthClient client) {
        return new ConnectorException.Refused(
                "The sign-in of " + mailbox.name() + " was declined on the page of " + client.provider().title() + ": run '"
                        + Refusals.command(mailbox) + "' and accept what it asks for.",
                null);
    }
}
