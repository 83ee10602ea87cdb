package org.genjin.connectors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads messages from one configured source. A connector only reads: it never marks, moves or deletes anything at the
 * source.
 *
 * <p>A connector keeps no progress of its own. The caller hands in a cursor and receives the next one with the
 * messages, and stores both together; pulling twice with the same cursor is always allowed and yields the same messages
 * again.
 *
 * <p><b>Threads:</b> one thread at a time.
 */
public interface Connector extends AutoCloseable {

    /** Lists the mailboxes the source offers now, in a stable order. */
    List<Mailbox> mailboxes() throws ConnectorException;

    /**
     * Reads up to {@code limit} messages that {@code cursor} does not cover.
     *
     * <p>A message that cannot be parsed is returned in {@link Batch#unreadable()} and the cursor moves past it; one bad
     * message never stops a mailbox. A cursor that the source no longer honours (for IMAP: another UIDVALIDITY) is
     * treated as {@link Cursor#START}.
     *
     * @param cursor {@link Cursor#START}, or {@link Batch#next()} of an earlier batch of this mailbox
     * @throws ConnectorException.Unavailable if trying again later may succeed
     * @throws ConnectorException.Refused if a person must change something first
     */
    Batch pull(Mailbox mailbox, Cursor cursor, int limit) throws ConnectorException;

    /**
     * What the mailbox holds at the source now, held against what {@code cursor} covers: so that nobody has to believe that
     * everything came. Asks the source; costs no messages.
     *
     * @return empty where there is nothing to count: a file is read to its end or it is not; a folder cannot be opened
     */
    default Optional<Holdings> holdings(Mailbox mailbox, Cursor cursor) throws ConnectorException {
        return Optional.empty();
    }

    /**
     * Waits until the mailbox may have something new, without asking again and again. A hint only: a source may say too much or
     * nothing at all, so whoever waits polls all the same. Wait on a connector that is not used for anything else.
     *
     * @param patience how long to wait at most
     * @throws ConnectorException if the source cannot be reached, or is found to have gone
     */
    default News awaitNews(Mailbox mailbox, Duration patience) throws ConnectorException {
        return News.UNKNOWN;
    }

    /** What came of waiting for news. */
    enum News {
        /** There may be something new. */
        SOME,
        /** Nothing was said in time. */
        NONE,
        /** The source tells no news; waiting for them is of no use. */
        UNKNOWN
    }

    /**
     * Releases what was opened. Closing twice has no effect. May be called by another thread: what is being read then ends
     * as if the source had gone.
     */
    @Override
    void close();
}
