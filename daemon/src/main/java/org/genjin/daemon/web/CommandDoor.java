package org.genjin.daemon.web;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.genjin.daemon.cli.Terminal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where commands typed elsewhere come in. The token lies in a file that only the home's owner can read. */
final class CommandDoor {

    private static final int BUFFER = 8192;

    private final Commands commands;
    private final byte[] token;

    CommandDoor(Commands commands, String token) {
        this.commands = commands;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    void handle(Context context) throws IOException {
        String given = context.header(RemoteCommand.TOKEN);
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token)) {
            context.status(403);
            return;
        }
        RemoteCommand.Asked asked;
        try {
            asked = JsonMapper.shared().readValue(context.bodyAsBytes(), RemoteCommand.Asked.class);
        } catch (JacksonException e) {
            context.status(400);
            return;
        }
        context.contentType("application/octet-stream");
        DataOutputStream sink = new DataOutputStream(context.res().getOutputStream());
        try (PrintStream out = stream('o', sink);
                PrintStream err = stream('e', sink)) {
            int exit = commands.run(
                    asked.arguments(),
                    new Terminal(InputStream.nullInputStream(), out, err, asked.interactive(), Path.of(asked.folder())));
            out.flush();
            err.flush();
            Frames.exit(sink, exit);
        }
    }

    private static PrintStream stream(char channel, DataOutputStream sink) {
        return new PrintStream(
                new BufferedOutputStream(new Frames.Channel(channel, sink), BUFFER), true, StandardCharsets.UTF_8);
    }
}
