package org.genjin.connectors.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genjin.connectors.Cursor;

/**
 * How far a folder has been read: which UIDs are done under which UIDVALIDITY, which could not be had and when to ask for them
 * again, and which were left out. Written as {@code v=17;done=1:4000,4005;failed=4001*2@1764000000;old=1:20@P12M;passed=7}.
 *
 * @param validity the folder's UIDVALIDITY; see {@link #validity(long, Instant)}
 * @param done never changed
 * @param failed by UID; one that was not asked for in vain yet is asked for again because its bytes were given up
 * @param old never changed; what came before {@code since}
 * @param since how far back was read when they were left out, as a period; "" for everything
 * @param passed never changed; what is not this folder's to bring: drafts, and copies of what another folder brings
 */
record ImapCursor(
        long validity, UidSet done, Map<Long, Failure> failed, UidSet old, String since, UidSet passed) {

    /** A mail is asked for again alone after these pauses; after the last it is given up. */
    private static final List<Duration> PAUSES = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

    private static final String PREFIX = "v=";

    /** @param times how often it was asked for in vain */
    record Failure(int times, Instant again) {}

    ImapCursor {
        failed = Map.copyOf(failed);
    }

    static ImapCursor start(long validity) {
        return new ImapCursor(validity, new UidSet(), Map.of(), new UidSet(), "", new UidSet());
    }

    /**
     * What UIDs are remembered under. A server that gives none, or 0, may give a UID to another mail at any time: there a cursor
     * holds for a day, and then all is read again; the ledger knows what it knows.
     */
    static long validity(long given, Instant now) {
        return given > 0 ? given : -now.getEpochSecond() / Duration.ofDays(1).toSeconds();
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
            String[] old = parts.length > 3 ? parts[3].substring("old=".length()).split("@", -1) : new String[] {"", ""};
            if (!old[1].isEmpty()) {
                Period.parse(old[1]);
            }
            UidSet passed = UidSet.parse(parts.length > 4 ? parts[4].substring("passed=".length()) : "");
            return Optional.of(new ImapCursor(validity, done, failed, UidSet.parse(old[0]), old[1], passed));
        } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeParseException e) {
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
        if (!old.isEmpty() || !passed.isEmpty()) {
            text.append(";old=").append(old).append('@').append(since).append(";passed=").append(passed);
        }
        return new Cursor(text.toString());
    }

    /** What is not to be asked for now: done, left out, or failed and not due again. */
    UidSet settled(Instant now) {
        UidSet settled = done.with(old).with(passed);
        failed.forEach((uid, failure) -> {
            if (failure.again().isAfter(now)) {
                settled.add(uid);
            }
        });
        return settled;
    }

    /**
     * The same where {@code period} is how far back is read now. If that is further than before, what was left out as too old is
     * looked at again.
     */
    ImapCursor within(Optional<Period> period, Instant now) {
        String text = period.map(Period::toString).orElse("");
        boolean further = !old.isEmpty()
                && !text.equals(since)
                && (period.isEmpty() || bound(period.get(), now).isBefore(bound(since.isEmpty() ? Period.ZERO : Period.parse(since), now)));
        return new ImapCursor(validity, done, failed, further ? new UidSet() : old, text, passed);
    }

    /** The same but that {@code uids} are asked for again at once, however old they have become. */
    ImapCursor askingAgain(UidSet uids) {
        Map<Long, Failure> asked = new TreeMap<>(failed);
        uids.lowest(Integer.MAX_VALUE).forEach(uid -> asked.put(uid, new Failure(0, Instant.EPOCH)));
        return new ImapCursor(validity, done.without(uids), asked, old, since, passed.without(uids));
    }

    /** The beginning of what is read. */
    static Instant bound(Period since, Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(since).toInstant();
    }

    /** Notes one more failure; empty if it has failed often enough to be given up. */
    static Optional<Failure> again(int timesBefore, Instant now) {
        return timesBefore >= PAUSES.size()
                ? Optional.empty()
                : Optional.of(new Failure(timesBefore + 1, now.plus(PAUSES.get(timesBefore))));
    }
}
