package org.genjin.daemon.ingest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.genjin.daemon.reading.Reading;

/**
 * What the last messages stored say, so that the index need not read them from the store again a moment later. Bounded by
 * characters; what is gone is read anew. Thread-safe.
 */
public final class RecentReadings {

    private static final long MOST_CHARACTERS = 8_000_000;

    private final LinkedHashMap<Long, Reading> recent = new LinkedHashMap<>();
    private long characters;

    synchronized void put(long id, Reading reading) {
        if (recent.put(id, reading) == null) {
            characters += characters(reading);
        }
        Iterator<Reading> oldest = recent.values().iterator();
        while (characters > MOST_CHARACTERS && oldest.hasNext()) {
            characters -= characters(oldest.next());
            oldest.remove();
        }
    }

    /** Takes it out: the index asks once. */
    synchronized Optional<Reading> take(long id) {
        Reading reading = recent.remove(id);
        if (reading != null) {
            characters -= characters(reading);
        }
        return Optional.ofNullable(reading);
    }

    private static long characters(Reading reading) {
        return 100L + reading.text().length() + reading.quoted().length() + reading.signature().length();
    }
}
