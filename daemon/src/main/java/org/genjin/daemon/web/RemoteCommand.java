package org.genjin.daemon.web;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.genjin.daemon.cli.Terminal;

/**
 * Has a command carried out by the running daemon, and prints what it says as it comes. Speaks HTTP/1.0 over a bare socket:
 * an HTTP client and a JSON library take longer to load than the daemon takes to answer.
 */
public final class RemoteCommand {

    static final String PATH = "/api/cli";
    static final String TOKEN = "X-Genjin-Token";

    private static final int CONNECT_MILLIS = 5000;
    private static final int LONGEST_LINE = 8192;

    private RemoteCommand() {}

    /** What goes over the wire. */
    record Asked(List<String> arguments, String folder, boolean interactive) {}

    /**
     * @return the command's exit code
     * @throws IOException if the daemon does not answer, or refuses the token
     */
    public static int run(URI daemon, String token, String[] arguments, Terminal terminal) throws IOException {
        byte[] body = json(arguments, terminal).getBytes(StandardCharsets.UTF_8);
        String head = "POST " + PATH + " HTTP/1.0\r\nHost: " + daemon.getAuthority() + "\r\n" + TOKEN + ": " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(daemon.getHost(), daemon.getPort()), CONNECT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String[] status = line(in).split(" ");
            if (status.length < 2 || !status[1].equals("200")) {
                throw new IOException("it answered " + (status.length < 2 ? "nothing that makes sense" : status[1]));
            }
            while (!line(in).isEmpty()) {
                // headers say nothing that matters: without HTTP/1.1 the answer goes on to the end of the connection
            }
            return Frames.print(in, terminal.out(), terminal.err());
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("it broke off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String json(String[] arguments, Terminal terminal) {
        StringBuilder json = new StringBuilder("{\"arguments\":[");
        for (int i = 0; i < arguments.length; i++) {
            quote(json.append(i == 0 ? "" : ","), arguments[i]);
        }
        quote(json.append("],\"folder\":"), terminal.folder().toString());
        return json.append(",\"interactive\":").append(terminal.interactive()).append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
