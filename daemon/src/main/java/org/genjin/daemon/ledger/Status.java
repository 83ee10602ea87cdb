package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the whole of a home does. Counts are messages, not copies; {@code sightings} counts each place.
 *
 * @param unmatched how many are nobody's, beside those of newsletters and the like, which are {@code setAside}
 * @param dropped how many of these two have no content any more
 * @param sendings how Genjin's own mails to each owner get on
 * @param neverLogged how many places have what must not be stored
 * @param paused who wants no mails today
 */
public record Status(
        List<SourceStatus> sources,
        long messages,
        long sightings,
        long customers,
        long unmatched,
        long doubtful,
        long setAside,
        long dropped,
        long neverLogged,
        long documents,
        long behind,
        long attachmentsRead,
        long attachmentsWaiting,
        long attachmentsFailed,
        int remindersDue,
        @Nullable Instant lastDigest,
        List<Sending> sendings,
        List<PauseTable.Pause> paused,
        List<Unreadable> unreadable) {

    public Status {
        sources = List.copyOf(sources);
        sendings = List.copyOf(sendings);
        paused = List.copyOf(paused);
        unreadable = List.copyOf(unreadable);
    }

    /** A message that is kept raw but could not be read. */
    public record Unreadable(String source, String mailbox, String locator, String reason) {}
}
