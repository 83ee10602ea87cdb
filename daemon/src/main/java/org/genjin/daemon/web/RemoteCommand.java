package org.genjin.daemon.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.genjin.daemon.cli.Terminal;
import tools.jackson.databind.json.JsonMapper;

/** Has a command carried out by the running daemon, and prints what it says as it comes. */
public final class RemoteCommand {

    static final String PATH = "/api/cli";
    static final String TOKEN = "X-Genjin-Token";

    private RemoteCommand() {}

    /** What goes over the wire. */
    record Asked(List<String> arguments, String folder, boolean interactive) {}

    /**
     * @return the command's exit code
     * @throws IOException if the daemon does not answer, or refuses the token
     */
    public static int run(URI daemon, String token, String[] arguments, Terminal terminal) throws IOException {
        Asked asked = new Asked(List.of(arguments), terminal.folder().toString(), terminal.interactive());
        HttpRequest request = HttpRequest.newBuilder(daemon.resolve(PATH))
                .header(TOKEN, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(asked)))
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("it answered " + response.statusCode());
                }
                return Frames.print(body, terminal.out(), terminal.err());
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
