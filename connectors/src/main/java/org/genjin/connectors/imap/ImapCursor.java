package org.genjin.connectors.imap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genjin.connectors.Cursor;

/**
 * How far a folder has been read: which UIDs are done under which UIDVALIDITY, and which could not be had and when to ask
 * for them again. Written as {@code v=17;done=1:4000,4005;failed=4001*2@1764000000}.
 *
 * @param validity the folder's UIDVALIDITY
 * @param done never changed
 * @param failed by UID
 */
record ImapCursor(long validity, UidSet done, Map<Long, Failure> failed) {

    /** A mail is asked for again alone after these pauses; after the last it is given up. */
    private static final List<Duration> PAUSES = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

    private static final String PREFIX = "v=";

    /** @param times how often it was asked for in vain */
    record Failure(int times, Instant again) {}

    ImapCursor {
        failed = Map.copyOf(failed);
    }

    static ImapCursor start(long validity) {
        return new ImapCursor(validity, new UidSet(), Map.of());
    }

    /** Empty for {@link Cursor#START} and for what is no cursor of ours: both mean from the beginning. */
    static Optional<ImapCursor> parse(Cursor cursor) {
        if (!cursor.value().startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            String[] parts = cursor.value().split(";", -1);
            long validity = Long.parseLong(parts[0].substring(PREFIX.length()));
            UidSet done = UidSet.parse(parts[1].substring("done=".length()));
            Map<Long, Failure> failed = new TreeMap<>();
            for (String failure : parts[2].substring("failed=".length()).split(",", -1)) {
                if (!failure.isEmpty()) {
                    String[] it = failure.split("[*@]", -1);
                    failed.put(
                            Long.parseLong(it[0]),
                            new Failure(Integer.parseInt(it[1]), Instant.ofEpochSecond(Long.parseLong(it[2]))));
                }
            }
            return Optional.of(new ImapCursor(validity, done, failed));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty(); // written by something else: reading all again loses nothing
        }
    }

    Cursor toCursor() {
        StringBuilder text = new StringBuilder(PREFIX).append(validity).append(";done=").append(done).append(";failed=");
        String separator = "";
        for (Map.Entry<Long, Failure> it : new TreeMap<>(failed).entrySet()) {
            text.append(separator)
                    .append(it.getKey())
                    .append('*')
                    .append(it.getValue().times())
                    .append('@')
                    .append(it.getValue().again().getEpochSecond());
            separator = ",";
        }
        return new Cursor(text.toString());
    }

    /** What is not to be asked for now: done, or failed and not due again. */
    UidSet settled(Instant now) {
        UidSet settled = done.copy();
        failed.forEach((uid, failure) -> {
            if (failure.again().isAfter(now)) {
                settled.add(uid);
            }
        });
        return settled;
    }

    /** Notes one more failure; empty if it has failed often enough to be given up. */
    static Optional<Failure> again(int timesBefore, Instant now) {
        return timesBefore >= PAUSES.size()
                ? Optional.empty()
                : Optional.of(new Failure(timesBefore + 1, now.plus(PAUSES.get(timesBefore))));
    }
}
