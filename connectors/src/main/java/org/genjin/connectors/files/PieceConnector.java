package org.genjin.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.chat.ChatFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that were found. A cursor says how much of a file, or of a folder's files, has been read, and what it looked like
 * then: what has changed is read again, and the messages' keys tell what is new.
 */
final class PieceConnector implements Connector {

    private final String source;
    private final ZoneId zone;
    private final MailReader mails;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<Closeable> opened;
    private final List<Archive> archives;
    private boolean closed;
    private @Nullable Reading current;

    /** The unit that is being handed out. */
    private record Reading(String name, UnitReader reader) {}

    PieceConnector(String source, ZoneId zone, MailReader mails, Units found) {
        this.source = source;
        this.zone = zone;
        this.mails = mails;
        this.opened = found.opened();
        this.archives = opened.stream().filter(Archive.class::isInstance).map(Archive.class::cast).toList();
        found.all().forEach(unit -> units.putIfAbsent(unit.name(), unit));
    }

    @Override
    public List<Mailbox> mailboxes() {
        return units.keySet().stream().map(name -> new Mailbox(source, name)).toList();
    }

    @Override
    public synchronized Batch pull(Mailbox mailbox, Cursor cursor, int limit) throws ConnectorException {
        if (closed) {
            throw new ConnectorException.Unavailable("The reading of files was broken off; it goes on by itself.", null);
        }
        Unit unit = units.get(mailbox.name());
        if (unit == null) {
            throw new ConnectorException.Refused("There is no file or folder " + mailbox.name() + " any more.", null);
        }
        try {
            return reader(unit).pull(cursor, limit);
        } catch (IOException | UncheckedIOException e) {
            // One file that cannot be read must not keep the others waiting.
            Gathered gathered = new Gathered(mails);
            gathered.bad("", "It cannot be read: " + SingleMail.reason(e), null);
            return gathered.batch(FileCursor.end("unreadable"), true, 0);
        }
    }

    private UnitReader reader(Unit unit) throws IOException {
        Reading open = current;
        if (open != null && open.name().equals(unit.name())) {
            return open.reader();
        }
        if (open != null) {
            current = null;
            open.reader().close();
            for (Archive archive : archives) {
                archive.rest();
            }
        }
        UnitReader reader = switch (unit) {
            case Unit.Mails it -> new MailFolderReader(it.folder(), mails);
            case Unit.Single it -> single(it.piece(), it.format());
            case Unit.StoreFolder it -> new StoreFolderReader(it, mails);
            case Unit.Bad it -> new SingleReader(it.stamp(), mails, gathered -> tell(it, gathered));
        };
        current = new Reading(unit.name(), reader);
        return reader;
    }

    private UnitReader single(Piece piece, Format format) {
        return switch (format) {
            case Format.Chat(ChatFormat how) -> new ChatReader(piece, how, zone, mails);
            case Format.Mail mail -> switch (mail) {
                case MBOX -> new MboxReader(piece, mails);
                case BODY -> new SingleReader(piece.stamp(), mails, gathered -> gathered.message(BareBody.read(piece)));
                case EML, MAILDIR, MSG, TNEF, PST, ZIP ->
                        new SingleReader(piece.stamp(), mails, gathered -> SingleMail.read(piece, "byte 0", gathered));
            };
        };
    }

    private static void tell(Unit.Bad unit, Gathered gathered) {
        if (unit.problem()) {
            gathered.bad("", unit.reason(), null);
        } else {
            gathered.warn(unit.reason());
        }
    }

    /** Waits for a batch that is being read: files are never slow for long. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            Reading open = current;
            current = null;
            if (open != null) {
                open.reader().close();
            }
            for (Closeable it : opened) {
                it.close();
            }
            opened.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
