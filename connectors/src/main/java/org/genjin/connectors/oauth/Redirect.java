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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.genjin.connectors.SignIns.Pages;
import org.jspecify.annotations.Nullable;

/**
 * A port on loopback where a browser begins, is sent on to the provider, and comes back to once. Only a request that carries
 * the state that was sent out counts; whatever else knocks is turned away, and the wait goes on.
 */
final class Redirect implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Pages pages;
    private final byte[] state;
    private final URI provider;
    private final AtomicBoolean came = new AtomicBoolean();
    private final BlockingQueue<Visit> visits = new ArrayBlockingQueue<>(1);

    /** A browser that waits for its page. */
    private record Visit(HttpExchange exchange, Map<String, String> brought) {}

    private Redirect(HttpServer server, Pages pages, String state, URI provider) {
        this.server = server;
        this.pages = pages;
        this.state = state.getBytes(StandardCharsets.US_ASCII);
        this.provider = provider;
    }

    /** @param provider where a browser is sent on to, given the port that it is to come back to */
    static Redirect listen(Pages pages, String state, IntFunction<URI> provider) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Redirect redirect = new Redirect(server, pages, state, provider.apply(server.getAddress().getPort()));
        server.setExecutor(redirect.threads);
        server.createContext("/", redirect::handle);
        server.start();
        return redirect;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Short enough to be typed, and without anything that other users of the machine might read from a list of processes. */
    URI beginning() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /**
     * Waits for the browser, and shows it how it went.
     *
     * @param finish what to do with what it brings
     * @return empty if it did not come
     */
    Optional<Answer> await(Duration patience, Function<Map<String, String>, Answer> finish) throws IOException {
        Visit visit;
        try {
            visit = visits.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
        if (visit == null) {
            return Optional.empty();
        }
        Answer answer = finish.apply(visit.brought());
        try {
            show(visit.exchange(), 200, answer instanceof Answer.Granted ? pages.done() : pages.failed());
        } catch (IOException e) {
            return Optional.of(answer); // the window was closed; what it brought counts all the same
        }
        return Optional.of(answer);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null && exchange.getRequestURI().getPath().equals("/") && !came.get()) {
            exchange.getResponseHeaders().set("Location", provider.toString());
            show(exchange, 302, "");
            return;
        }
        Map<String, String> brought = fields(query);
        byte[] given = brought.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("GET") || !MessageDigest.isEqual(given, state) || !came.compareAndSet(false, true)) {
            show(exchange, 400, pages.strange());
            return;
        }
        visits.add(new Visit(exchange, brought));
    }

    private static void show(HttpExchange exchange, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Connection", "close");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> fields(@Nullable String raw) {
        Map<String, String> fields = new HashMap<>();
        for (String field : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** Empty for what is no encoding: it can be nothing that we wait for. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
