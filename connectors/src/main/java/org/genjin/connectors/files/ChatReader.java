package org.genjin.connectors.files;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.chat.ChatExport;
import org.genjin.connectors.chat.ChatFormat;
import org.genjin.connectors.chat.ChatMessages;
import org.jspecify.annotations.Nullable;

/** Hands out a chat export: it is read once and kept until its last page. */
final class ChatReader implements UnitReader {

    private final Piece piece;
    private final ChatFormat format;
    private final ZoneId zone;
    private final MailReader mails;
    private @Nullable ChatMessages opened;

    ChatReader(Piece piece, ChatFormat format, ZoneId zone, MailReader mails) {
        this.piece = piece;
        this.format = format;
        this.zone = zone;
        this.mails = mails;
    }

    @Override
    public Batch pull(Cursor cursor, int limit) throws IOException {
        Optional<FileCursor> known = FileCursor.parse(cursor).filter(it -> it.stamp().equals(piece.stamp()));
        Gathered gathered = new Gathered(mails);
        if (known.isPresent() && known.get().isEnd()) {
            return gathered.batch(cursor, true, 0);
        }
        ChatMessages messages = opened;
        if (messages == null) {
            try {
                messages = new ChatMessages(format.read(export()), zone);
                opened = messages;
            } catch (ChatFormat.UnreadableExport e) {
                gathered.bad("", String.valueOf(e.getMessage()), null);
                return gathered.batch(FileCursor.end(piece.stamp()), true, 0);
            }
        }
        int from = (int) Math.min(messages.size(), known.map(FileCursor::position).orElse(0L));
        int to = Math.min(messages.size(), from + limit);
        messages.page(from, to).forEach(gathered::message);
        messages.warnings().forEach(gathered::warn);
        boolean end = to == messages.size();
        if (end) {
            opened = null;
        }
        return gathered.batch(
                end ? FileCursor.end(piece.stamp()) : new FileCursor(piece.stamp(), to).toCursor(), end, messages.size() - to);
    }

    private ChatExport export() {
        return new ChatExport(piece.name().replace('\\', '/'), piece.content(), zone, piece.writtenAt(), new Beside(piece));
    }
}
