package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.MailReader;
import org.jspecify.annotations.Nullable;

/**
 * Hands out an mbox. Of a file the cursor is a place in it, which stays good when the file grows; of what lies packed it is a
 * place in what it unpacks to, as long as the whole is unchanged.
 */
final class MboxReader implements UnitReader {

    private final Piece piece;
    private final MailReader mails;
    private @Nullable FileChannel channel;
    private @Nullable MboxFile file;

    MboxReader(Piece piece, MailReader mails) {
        this.piece = piece;
        this.mails = mails;
    }

    @Override
    public Batch pull(Cursor cursor, int limit) throws IOException {
        long from = position(cursor);
        if (from < 0) {
            return new Gathered(mails).batch(cursor, true, 0);
        }
        MboxFile mbox = file;
        if (mbox == null || mbox.position() != from) {
            close();
            mbox = open(from);
            file = mbox;
        }
        Gathered gathered = new Gathered(mails);
        while (!mbox.isEnded() && !gathered.isFull(limit)) {
            mbox.next().ifPresent(it -> take(it, gathered));
        }
        boolean ended = mbox.isEnded();
        Batch batch = gathered.batch(next(mbox, ended), ended, ended ? 0 : -1);
        if (ended) {
            close();
        }
        return batch;
    }

    private static void take(MboxFile.Mail mail, Gathered gathered) {
        if (!mail.deleted() && mail.bytes().length > 0) {
            gathered.mail(
                    Content.of(mail.bytes()), "byte " + mail.position(), mail.cut() ? Bounds.CUT : null,
                    MboxLines.date(mail.separator()).orElse(null));
        }
    }

    /** -1 if all has been read. */
    private long position(Cursor cursor) throws IOException {
        if (piece.path() == null) {
            Optional<FileCursor> known = FileCursor.parse(cursor).filter(it -> it.stamp().equals(piece.stamp()));
            return known.map(FileCursor::position).orElse(0L);
        }
        Optional<MboxCursor> known = MboxCursor.parse(cursor);
        if (known.isPresent()) {
            try (FileChannel opened = channel()) {
                return known.get().holds(elsewhere(opened)) ? known.get().position() : 0;
            }
        }
        return 0;
    }

    private Cursor next(MboxFile mbox, boolean ended) throws IOException {
        if (piece.path() == null) {
            return ended ? FileCursor.end(piece.stamp()) : new FileCursor(piece.stamp(), mbox.position()).toCursor();
        }
        try (FileChannel opened = channel()) {
            return MboxCursor.at(mbox.position(), elsewhere(opened)).toCursor();
        }
    }

    private MboxFile open(long from) throws IOException {
        if (piece.path() == null) {
            InputStream in = piece.content().open();
            in.skipNBytes(from);
            return new MboxFile(in, from, null);
        }
        FileChannel opened = channel();
        channel = opened;
        return new MboxFile(Channels.newInputStream(opened.position(from)), from, elsewhere(opened));
    }

    private FileChannel channel() throws IOException {
        return FileChannel.open(java.util.Objects.requireNonNull(piece.path()), StandardOpenOption.READ);
    }

    /** Reads at places of its own: where the channel stands is not touched. */
    private static MboxFile.Elsewhere elsewhere(FileChannel channel) {
        return (position, count) -> {
            ByteBuffer bytes = ByteBuffer.allocate(count);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    break;
                }
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        };
    }

    @Override
    public void close() throws IOException {
        MboxFile opened = file;
        file = null;
        if (opened != null) {
            opened.close();
        }
        FileChannel under = channel;
        channel = null;
        if (under != null) {
            under.close();
        }
    }
}
