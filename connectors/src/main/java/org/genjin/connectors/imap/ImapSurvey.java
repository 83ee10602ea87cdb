package org.genjin.connectors.imap;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Logins;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Survey;
import org.genjin.connectors.TlsTrust;
import org.jspecify.annotations.Nullable;

/** Logs in, counts what is in each folder, looks when the oldest came, and leaves. Reads no mail. */
public final class ImapSurvey {

    /** Among so many first mails of a folder the oldest is looked for: mails moved in from elsewhere may be out of order. */
    private static final int FIRST = 200;

    private ImapSurvey() {}

    /** @param opened whether a folder may be opened at all */
    public static Survey of(SourceConfig.Imap source, Logins logins, Predicate<Mailbox> opened) throws ConnectorException {
        TrackedSockets sockets = new TrackedSockets(() -> TlsTrust.socketsFor(source.imap()));
        try {
            ImapConnection connection = ImapLogin.open(source, logins, sockets, Patience.USUAL);
            Folders.Choice choice = new Folders().choose(Folders.list(connection));
            FolderCommands commands = new FolderCommands(connection);
            List<Survey.Folder> folders = new ArrayList<>();
            for (FolderName name : choice.names()) {
                if (opened.test(new Mailbox(source.name(), name.shown()))) {
                    folder(name, commands, folders);
                }
            }
            return new Survey(connection.can("ID"), choice.sent(), folders);
        } catch (IOException e) {
            throw ImapErrors.of(e, source);
        } finally {
            sockets.close();
        }
    }

    private static void folder(FolderName name, FolderCommands commands, List<Survey.Folder> to) throws IOException {
        long exists;
        try {
            exists = commands.examine(name).exists();
        } catch (ImapFailure.Refused e) {
            if (name.isInbox()) {
                throw e;
            }
            return; // a folder that is not opened to us stops none of the others; reading tells of it
        }
        to.add(new Survey.Folder(name.shown(), exists, exists == 0 ? null : oldest(commands, exists)));
    }

    private static @Nullable Instant oldest(FolderCommands commands, long exists) throws IOException {
        List<Long> first = commands.search(1, exists).lowest(FIRST);
        return first.isEmpty()
                ? null
                : commands.metas(first).values().stream()
                        .map(FetchAnswer::receivedAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
    }
}
