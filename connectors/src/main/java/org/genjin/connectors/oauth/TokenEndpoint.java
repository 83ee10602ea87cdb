package org.genjin.connectors.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a provider's endpoints: a form there, JSON back, in bounded time and size. Follows no redirects. Thread-safe. */
final class TokenEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = 256 * 1024;
    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    /** Refusals that are none of the person's. */
    private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

    /** A JSON object, and how it came. */
    private record Reply(int status, JsonNode json) {}

    /** Asks for tokens. */
    Answer tokens(URI endpoint, Map<String, String> form) {
        try {
            Reply reply = post(endpoint, form);
            JsonNode access = reply.json().path("access_token");
            if (reply.status() == 200 && access.isString()) {
                return new Answer.Granted(
                        access.asString(), textOrNull(reply.json(), "refresh_token"), seconds(reply.json(), "expires_in", USUAL_LIFE),
                        textOrNull(reply.json(), "scope"));
            }
            return denied(endpoint, reply);
        } catch (IOException e) {
            return new Answer.Unreachable(why(endpoint, e));
        }
    }

    /** What a device authorization request brought (RFC 8628 section 3.2): its JSON, or why there is none. */
    sealed interface Asked {
        record Given(JsonNode json) implements Asked {}

        record Not(Answer answer) implements Asked {}
    }

    Asked device(URI endpoint, Map<String, String> form) {
        try {
            Reply reply = post(endpoint, form);
            return reply.status() == 200 && reply.json().path("device_code").isString()
                    ? new Asked.Given(reply.json())
                    : new Asked.Not(denied(endpoint, reply));
        } catch (IOException e) {
            return new Asked.Not(new Answer.Unreachable(why(endpoint, e)));
        }
    }

    static Duration seconds(JsonNode json, String field, Duration usual) {
        long seconds = json.path(field).asLong(0);
        return seconds > 0 ? Duration.ofSeconds(seconds) : usual;
    }

    private static Answer denied(URI endpoint, Reply reply) {
        String code = reply.json().path("error").asString("");
        if (reply.status() >= SERVER_ERROR || reply.status() == TOO_MANY || PASSING.contains(code) || code.isEmpty()) {
            return new Answer.Unreachable(endpoint.getHost() + " answered " + reply.status() + (code.isEmpty() ? "" : ", " + code));
        }
        return new Answer.Denied(code, Said.clean(code, reply.json().path("error_description").asString("")));
    }

    private static Reply post(URI endpoint, Map<String, String> form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        // It is asked once an hour at most: no connection is kept for it.
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            return reply(http, request);
        }
    }

    private static Reply reply(HttpClient http, HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> response = coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), json(response.body()));
        } catch (TimeoutException e) {
            http.shutdownNow();
            throw new HttpTimeoutException("it took too long to answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** An empty object for what is none: the status tells enough. */
    private static JsonNode json(byte[] body) {
        try {
            JsonNode read = JsonMapper.shared().readTree(body);
            return read.isObject() ? read : JsonMapper.shared().createObjectNode();
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static @Nullable String textOrNull(JsonNode json, String field) {
        String text = json.path(field).asString("");
        return text.isEmpty() ? null : text;
    }

    private static String why(URI endpoint, IOException failure) {
        String message = failure.getMessage();
        return endpoint.getHost() + " cannot be asked (" + (message == null ? failure.getClass().getSimpleName() : message) + ")";
    }
}
