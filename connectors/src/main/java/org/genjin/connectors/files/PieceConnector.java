package org.genjin.connectors.files;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.connectors.chat.ChatExport;
import org.genjin.connectors.chat.ChatFormat;
import org.genjin.connectors.chat.ChatMessages;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that were found. A cursor says how much of a file, or of a folder's list of files, has been read, and what it
 * looked like then: what has changed is read again, and the messages' keys tell what is new.
 */
final class PieceConnector implements Connector {

    private final String source;
    private final ZoneId zone;
    private final MailReader mails;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private @Nullable OpenChat openChat;

    /** The chat export that is being handed out. */
    private record OpenChat(Piece piece, ChatMessages messages) {}

    PieceConnector(String source, ZoneId zone, MailReader mails, List<Unit> units) {
        this.source = source;
        this.zone = zone;
        this.mails = mails;
        units.forEach(unit -> this.units.putIfAbsent(unit.name(), unit));
    }

    @Override
    public List<Mailbox> mailboxes() {
        return units.keySet().stream().map(name -> new Mailbox(source, name)).toList();
    }

    @Override
    public Batch pull(Mailbox mailbox, Cursor cursor, int limit) throws ConnectorException {
        Unit unit = units.get(mailbox.name());
        if (unit == null) {
            throw new ConnectorException.Refused("There is no file or folder " + mailbox.name() + " any more.", null);
        }
        try {
            return switch (unit) {
                case Unit.MailFolder it -> folder(it, cursor, limit);
                case Unit.Single it -> single(it, cursor, limit);
                case Unit.Bad it -> bad(it, cursor);
            };
        } catch (IOException e) {
            // One file that cannot be read must not keep the others waiting.
            Gathered gathered = new Gathered();
            gathered.unreadable.add(new Batch.Unreadable("", "It cannot be read: " + e.getMessage() + ".", null));
            return gathered.batch(FileCursor.end("unreadable"), true, 0);
        }
    }

    @Override
    public void close() {
        // every stream is closed where it is opened
    }

    private static Batch bad(Unit.Bad unit, Cursor cursor) {
        Gathered gathered = new Gathered();
        boolean told = FileCursor.parse(cursor).filter(it -> it.stamp().equals(unit.stamp())).isPresent();
        if (!told) {
            gathered.unreadable.add(new Batch.Unreadable("", unit.reason(), null));
        }
        return gathered.batch(FileCursor.end(unit.stamp()), true, 0);
    }

    private Batch folder(Unit.MailFolder folder, Cursor cursor, int limit) throws IOException {
        List<Piece> all = new ArrayList<>(folder.mails());
        all.sort(java.util.Comparator.comparing(PieceConnector::uniquePart));
        int from = FileCursor.parse(cursor)
                .filter(it -> it.position() <= all.size() && it.stamp().equals(stamp(all, (int) it.position())))
                .map(it -> (int) it.position())
                .orElse(0);
        int to = Math.min(all.size(), from + limit);
        Gathered gathered = new Gathered();
        for (Piece piece : all.subList(from, to)) {
            mail(piece.content(), "file " + piece.name().substring(folder.name().length() + 1), gathered);
        }
        return gathered.batch(new FileCursor(stamp(all, to), to).toCursor(), to == all.size(), all.size() - to);
    }

    /** A Maildir's file name without the flags behind the colon, which change. */
    private static String uniquePart(Piece piece) {
        String name = piece.fileName();
        int colon = name.indexOf(":2,");
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** Of the first {@code count} names: were they the same, the same has been read. */
    private static String stamp(List<Piece> all, int count) {
        int hash = 1;
        for (Piece piece : all.subList(0, count)) {
            hash = 31 * hash + uniquePart(piece).hashCode();
        }
        return "folder" + Integer.toHexString(hash);
    }

    private Batch single(Unit.Single unit, Cursor cursor, int limit) throws IOException {
        Piece piece = unit.piece();
        Optional<FileCursor> known = FileCursor.parse(cursor).filter(it -> it.stamp().equals(piece.stamp()));
        long from = known.map(FileCursor::position).orElse(0L);
        if (known.isPresent() && known.get().isEnd()) {
            return new Gathered().batch(cursor, true, 0);
        }
        return switch (unit.format()) {
            case Format.Chat(ChatFormat how) -> chat(piece, how, (int) from, limit);
            case Format.Mail mail -> mail(piece, mail, from, limit);
        };
    }

    private Batch mail(Piece piece, Format.Mail format, long from, int limit) throws IOException {
        Gathered gathered = new Gathered();
        switch (format) {
            case MBOX -> {
                return mbox(piece, from, limit, gathered);
            }
            case BODY -> gathered.messages.add(BareBody.read(piece));
            case EML, MAILDIR, ZIP -> mail(piece.content(), "byte 0", gathered);
        }
        return gathered.batch(FileCursor.end(piece.stamp()), true, 0);
    }

    /** An export is read whole, as what a line means can follow from a later one; its messages are made page by page. */
    private Batch chat(Piece piece, ChatFormat how, int from, int limit) throws IOException {
        Gathered gathered = new Gathered();
        OpenChat chat = openChat;
        if (chat == null || !chat.piece().equals(piece)) {
            try {
                ChatExport export = new ChatExport(
                        piece.name().replace('\\', '/'), piece.content(), zone, piece.writtenAt(), new Beside(piece));
                chat = new OpenChat(piece, new ChatMessages(how.read(export), zone));
                openChat = chat;
            } catch (ChatFormat.UnreadableExport e) {
                gathered.unreadable.add(new Batch.Unreadable("", String.valueOf(e.getMessage()), null));
                return gathered.batch(FileCursor.end(piece.stamp()), true, 0);
            }
        }
        ChatMessages messages = chat.messages();
        int to = Math.min(messages.size(), from + limit);
        gathered.messages.addAll(messages.page(Math.min(from, to), to));
        gathered.warnings.addAll(messages.warnings());
        boolean end = to == messages.size();
        Cursor next = end ? FileCursor.end(piece.stamp()) : new FileCursor(piece.stamp(), to).toCursor();
        if (end) {
            openChat = null;
        }
        return gathered.batch(next, end, messages.size() - to);
    }

    private Batch mbox(Piece piece, long from, int limit, Gathered gathered) throws IOException {
        try (MboxFile file = new MboxFile(piece.content().open(), from)) {
            for (int i = 0; i < limit && !file.isEnded(); i++) {
                long position = file.position();
                Optional<byte[]> mail = file.next();
                if (mail.isPresent()) {
                    mail(Content.of(mail.get()), "byte " + position, gathered);
                }
            }
            boolean end = file.isEnded();
            return gathered.batch(
                    end ? FileCursor.end(piece.stamp()) : new FileCursor(piece.stamp(), file.position()).toCursor(),
                    end,
                    end ? 0 : -1);
        }
    }

    private void mail(Content content, String locator, Gathered gathered) {
        long begun = System.nanoTime();
        try {
            gathered.messages.add(mails.read(content, locator, null));
        } catch (MailReader.UnreadableMail e) {
            gathered.unreadable.add(new Batch.Unreadable(locator, String.valueOf(e.getMessage()), content));
        }
        gathered.parsing = gathered.parsing.plusNanos(System.nanoTime() - begun);
    }

    /** What a pull brings, while it comes. */
    private static final class Gathered {
        private final List<Message> messages = new ArrayList<>();
        private final List<Batch.Unreadable> unreadable = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final long begun = System.nanoTime();
        private Duration parsing = Duration.ZERO;

        Batch batch(Cursor next, boolean drained, long remaining) {
            Duration whole = Duration.ofNanos(System.nanoTime() - begun);
            return new Batch(
                    messages, unreadable, next, drained, remaining, warnings,
                    new Batch.Timing(whole.minus(parsing), parsing));
        }
    }
}
