package org.genjin.connectors.imap;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Login;
import org.genjin.connectors.Logins;

/** Connects and logs in: encrypted unless on loopback, names checked, every wait bounded. */
final class ImapLogin {

    private ImapLogin() {}

    static ImapConnection open(
            SourceConfig.Imap source, Logins logins, TrackedSockets sockets, Patience patience)
            throws ConnectorException {
        Login login = logins.of(source);
        try {
            ImapConnection connection = connect(source.imap(), sockets, patience);
            switch (login) {
                case Login.Password(String user, String word) -> logIn(connection, user, word);
                case Login.Token(String user, String word) -> logInWithToken(connection, user, word);
            }
            askWhatItCan(connection);
            if (connection.can("ID")) {
                introduce(connection);
            }
            return connection;
        } catch (IOException e) {
            sockets.drop();
            throw ImapErrors.of(e, source);
        }
    }

    private static ImapConnection connect(Server server, TrackedSockets sockets, Patience patience) throws IOException {
        Socket plain = sockets.connect(server.host(), server.port(), patience.connect());
        Socket socket = server.tls() == Server.Tls.IMPLICIT
                ? sockets.secure(plain, server.host(), server.port(), patience.answer())
                : plain;
        ImapConnection connection = new ImapConnection(socket, patience.answer());
        Completion greeting = connection.greeting();
        if (server.tls() == Server.Tls.STARTTLS) {
            startTls(connection, greeting, server, sockets, patience);
        }
        askWhatItCan(connection);
        return connection;
    }

    private static void askWhatItCan(ImapConnection connection) throws IOException {
        if (!connection.knowsCapabilities()) {
            connection.command("CAPABILITY", ImapConnection.Untagged.NONE);
        }
    }

    private static void startTls(
            ImapConnection connection, Completion greeting, Server server, TrackedSockets sockets, Patience patience)
            throws IOException {
        if (greeting.status().equals("PREAUTH")) {
            throw new ImapFailure.NotEncrypted("it lets everybody in before the connection is encrypted");
        }
        Completion begun = connection.command("STARTTLS", ImapConnection.Untagged.NONE);
        if (!begun.isOk()) {
            throw new ImapFailure.NotEncrypted("it does not offer to encrypt the connection (STARTTLS)");
        }
        if (connection.hasMore()) {
            throw new ImapFailure.NotEncrypted("somebody put words into the connection before it was encrypted");
        }
        connection.continueOver(
                sockets.secure(connection.socket(), server.host(), server.port(), patience.answer()));
    }

    private static void logIn(ImapConnection connection, String user, String password) throws IOException {
        boolean plain = connection.can("AUTH=PLAIN");
        boolean ascii = (user + password).chars().allMatch(c -> c >= ' ' && c < 127);
        boolean noLogin = connection.can("LOGINDISABLED");
        connection.forgetCapabilities(); // inside, a server may do more
        Completion completion;
        if (plain && (noLogin || !ascii)) {
            completion = connection.commandWith(
                    "AUTHENTICATE PLAIN", List.of(base64('\0' + user + '\0' + password)), ImapConnection.Untagged.NONE);
        } else if (ascii) {
            completion = connection.command(
                    "LOGIN " + new FolderName(user, user).quoted() + " " + new FolderName(password, password).quoted(),
                    ImapConnection.Untagged.NONE);
        } else {
            completion = withLiterals(connection, user, password);
        }
        if (!completion.isOk()) {
            throw new ImapFailure.LoginRefused(completion);
        }
    }

    /** Logs in with a token of OAuth 2, as Microsoft and Google want it. */
    private static void logInWithToken(ImapConnection connection, String user, String token) throws IOException {
        String response = base64("user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001");
        boolean atOnce = connection.can("SASL-IR");
        connection.forgetCapabilities();
        Completion completion = atOnce
                ? connection.commandWith("AUTHENTICATE XOAUTH2 " + response, List.of(), ImapConnection.Untagged.NONE)
                : connection.commandWith("AUTHENTICATE XOAUTH2", List.of(response), ImapConnection.Untagged.NONE);
        if (!completion.isOk()) {
            throw new ImapFailure.LoginRefused(completion);
        }
    }

    private static Completion withLiterals(ImapConnection connection, String user, String password) throws IOException {
        List<String> bytes = new ArrayList<>();
        for (String it : List.of(user, password)) {
            bytes.add(new String(it.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return connection.commandWith(
                "LOGIN {" + bytes.getFirst().length() + "}",
                List.of(bytes.getFirst() + " {" + bytes.getLast().length() + "}", bytes.getLast()),
                ImapConnection.Untagged.NONE);
    }

    /** NetEase shows no mail to programs that do not say who they are (RFC 2971), and some say so only after the login. */
    static void introduce(ImapConnection connection) throws IOException {
        connection.command(
                "ID (\"name\" \"Genjin\" \"version\" \"1.0\" \"vendor\" \"Genjin\")", ImapConnection.Untagged.NONE);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
