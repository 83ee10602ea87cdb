package org.genjin.connectors.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.genjin.config.OAuthClient;
import org.genjin.config.Secret;

/** A provider of sign-ins on loopback: strict about what it is sent, and difficult when it is told to be. */
public final class OAuthServer implements AutoCloseable {

    public static final String CLIENT_SECRET = "GOCSPX-client-secret";

    private final HttpServer server;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final Deque<String> nextAnswers = new ConcurrentLinkedDeque<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicInteger given = new AtomicInteger();
    private volatile String refreshToken = "none";
    private volatile String accessToken = "none";
    private volatile String scope = "";
    private volatile Consumer<String> onToken = _ -> {};
    private volatile boolean approvesDevices = true;
    private volatile int interval = 5;

    public OAuthServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/device", it -> answer(it, this::device));
        server.createContext("/token", it -> answer(it, this::token));
        server.createContext("/authorize", this::authorize);
        server.start();
    }

    public OAuthClient microsoft() {
        OAuthClient usual = OAuthClient.microsoft("client-1", "common");
        return new OAuthClient(
                usual.provider(), usual.id(), Optional.empty(),
                new OAuthClient.Endpoints(uri("/authorize"), Optional.of(uri("/device")), uri("/token")), usual.scope());
    }

    public OAuthClient google() {
        OAuthClient usual = OAuthClient.google("client-2", new Secret.Environment("GOOGLE"));
        return new OAuthClient(
                usual.provider(), usual.id(), usual.secret(),
                new OAuthClient.Endpoints(uri("/authorize"), Optional.empty(), uri("/token")), usual.scope());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next question at the token endpoint is answered so: an error's code, or a status such as {@code 503}. */
    public void answerNext(String... answers) {
        nextAnswers.addAll(List.of(answers));
    }

    /** What a mail server should take from now on. */
    public void onToken(Consumer<String> heard) {
        onToken = heard;
    }

    public void grantOnly(String less) {
        scope = less;
    }

    /** Devices may ask so often. */
    public void seconds(int between) {
        interval = between;
    }

    /** A person never types the code. */
    public void nobodyComes() {
        approvesDevices = false;
    }

    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    public long renewals() {
        return asked.stream().filter(it -> "refresh_token".equals(it.get("grant_type"))).count();
    }

    public String accessToken() {
        return accessToken;
    }

    public String refreshToken() {
        return refreshToken;
    }

    /** Takes back all that was given. */
    public void revoke() {
        refreshToken = "revoked";
    }

    private record Reply(int status, String json) {}

    private interface Question {
        Reply ask(Map<String, String> form);
    }

    private Reply device(Map<String, String> form) {
        return form.containsKey("client_id") && form.containsKey("scope")
                ? new Reply(200, """
                        {"device_code":"device-secret","user_code":"WDJB-MJHT","verification_uri":"https://provider.example/link",
                         "expires_in":900,"interval":%d}""".formatted(interval))
                : error("invalid_request", "client_id or scope is missing");
    }

    private Reply token(Map<String, String> form) {
        String next = nextAnswers.poll();
        if (next != null) {
            return next.matches("\\d{3}") ? new Reply(Integer.parseInt(next), "<html>trouble</html>") : error(next, "AADSTS1: " + next
                    + " for token " + "x".repeat(60) + " Trace ID: 1-2-3");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "refresh_token" -> form.get("refresh_token").equals(refreshToken)
                    ? grant()
                    : error("invalid_grant", "AADSTS50173: The provided grant has expired due to it being revoked. Trace ID: 1-2-3");
            case "urn:ietf:params:oauth:grant-type:device_code" -> approvesDevices ? grant() : error("authorization_pending", "");
            case "authorization_code" -> byCode(form);
            default -> error("unsupported_grant_type", "");
        };
    }

    private Reply byCode(Map<String, String> form) {
        Map<String, String> begun = codes.remove(form.getOrDefault("code", ""));
        if (begun == null) {
            return error("invalid_grant", "AADSTS70008: The provided authorization code is not valid");
        }
        boolean proven = begun.get("code_challenge").equals(s256(form.getOrDefault("code_verifier", "")))
                && begun.get("redirect_uri").equals(form.get("redirect_uri"))
                && begun.get("client_id").equals(form.get("client_id"))
                && (!form.get("client_id").equals("client-2") || CLIENT_SECRET.equals(form.get("client_secret")));
        return proven ? grant() : error("invalid_grant", "the code is for somebody else");
    }

    private Reply grant() {
        int number = given.incrementAndGet();
        accessToken = "access-secret-" + number;
        refreshToken = "refresh-secret-" + number; // the one before is spent
        onToken.accept(accessToken);
        return new Reply(200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + accessToken + "\",\"refresh_token\":\"" + refreshToken
                + "\",\"expires_in\":3600" + (scope.isEmpty() ? "" : ",\"scope\":\"" + scope + "\"") + "}");
    }

    private static Reply error(String code, String description) {
        return new Reply(400, "{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}");
    }

    /** A person signs in and accepts at once. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        asked.add(query);
        String code = "code-secret-" + codes.size();
        codes.put(code, query);
        exchange.getResponseHeaders().set("Location", query.get("redirect_uri") + "/?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange, Question question) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(form);
        Reply reply;
        synchronized (this) {
            reply = question.ask(form);
        }
        byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
