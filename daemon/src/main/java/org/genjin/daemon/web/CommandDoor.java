package org.genjin.daemon.web;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Terminal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where commands typed elsewhere come in. The token lies in a file that only the home's owner can read. */
final class CommandDoor {

    /** Where a command is posted as a form and answered in plain text. */
    static final String ASK = "/api/ask";

    private static final int BUFFER = 8192;

    private final Commands commands;
    private final byte[] token;

    CommandDoor(Commands commands, String token) {
        this.commands = commands;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** For a program that reads no frames: what is printed, if all went well, and else status 409 and nothing. */
    void ask(Context context) {
        List<String> arguments = context.formParams("a");
        String folder = context.formParam("folder");
        if (!isLetIn(context)) {
            context.status(403);
        } else if (arguments.isEmpty() || folder == null) {
            context.status(400);
        } else {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            ByteArrayOutputStream complaints = new ByteArrayOutputStream();
            boolean interactive = Boolean.parseBoolean(context.formParam("interactive"));
            int exit;
            try (PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
                    PrintStream err = new PrintStream(complaints, false, StandardCharsets.UTF_8)) {
                exit = commands.run(
                        arguments, new Terminal(InputStream.nullInputStream(), out, err, interactive, Path.of(folder)));
            }
            if (exit == Exit.DONE && complaints.size() == 0) {
                context.contentType("text/plain; charset=utf-8").result(printed.toByteArray());
            } else {
                context.status(409);
            }
        }
    }

    private boolean isLetIn(Context context) {
        String given = context.header(RemoteCommand.TOKEN);
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    void handle(Context context) throws IOException {
        if (!isLetIn(context)) {
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
