package org.genjin.connectors.discovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.genjin.config.Server;

/** Fetches over HTTPS alone. Thread-safe. */
final class HttpsWeb implements Web {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_REDIRECTS = 3;

    private final UnaryOperator<URI> route;

    HttpsWeb() {
        this(UnaryOperator.identity());
    }

    /** @param route where a page is fetched instead; plain http is taken from this machine only */
    HttpsWeb(UnaryOperator<URI> route) {
        this.route = route;
    }

    @Override
    public Optional<byte[]> get(URI page, String domain) throws IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            URI at = page;
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                HttpResponse<byte[]> response = fetch(client, at);
                if (response.statusCode() == 200) {
                    return Optional.of(response.body());
                }
                Optional<String> location = response.headers().firstValue("Location");
                if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                    return Optional.empty();
                }
                at = redirected(at, location.get());
                if (!"https".equals(at.getScheme()) || at.getHost() == null || !HostNames.isWithin(domain, at.getHost())) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    private static URI redirected(URI from, String location) throws IOException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("it redirects to what is no address", e);
        }
    }

    /** The request's own time limit ends with the headers; a body that drips is bounded here. */
    private HttpResponse<byte[]> fetch(HttpClient client, URI page) throws IOException {
        URI at = route.apply(page);
        if (!"https".equals(at.getScheme()) && !isHere(at)) {
            throw new IOException("only https is asked");
        }
        HttpRequest request = HttpRequest.newBuilder(at).timeout(PATIENCE).header("User-Agent", "Genjin").GET().build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            client.shutdownNow();
            throw new IOException("it takes too long to answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a discovery", e);
        }
    }

    private static boolean isHere(URI page) {
        return page.getHost() != null && page.getPort() > 0
                && new Server(page.getHost(), page.getPort(), Server.Tls.IMPLICIT).isLoopback();
    }
}
