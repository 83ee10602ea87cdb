package org.genjin.daemon.ingest;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.genjin.daemon.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the last messages stored say, so that the index need not read them from the store again a moment later. Bounded by
 * characters; what is gone is read anew. Thread-safe.
 */
public final class RecentReadings {

    private static final long MOST_CHARACTERS = 8_000_000;

    private final LinkedHashMap<Long, Recent> recent = new LinkedHashMap<>();
    private long characters;

    /** @param at by the writer's clock; null if nothing tells */
    record Recent(Reading reading, @Nullable OffsetDateTime at) {}

    synchronized void put(long id, Reading reading, @Nullable OffsetDateTime at) {
        if (recent.put(id, new Recent(reading, at)) == null) {
            characters += characters(reading);
        }
        Iterator<Recent> oldest = recent.values().iterator();
        while (characters > MOST_CHARACTERS && oldest.hasNext()) {
            characters -= characters(oldest.next().reading());
            oldest.remove();
        }
    }

    /** Leaves it there for the index. */
    synchronized Optional<Recent> look(long id) {
        return Optional.ofNullable(recent.get(id));
    }

    /** Takes it out: the index asks once. */
    synchronized Optional<Reading> take(long id) {
        Recent taken = recent.remove(id);
        if (taken == null) {
            return Optional.empty();
        }
        characters -= characters(taken.reading());
        return Optional.of(taken.reading());
    }

    private static long characters(Reading reading) {
        return 100L + reading.text().length() + reading.quoted().length() + reading.signature().length();
    }
}
