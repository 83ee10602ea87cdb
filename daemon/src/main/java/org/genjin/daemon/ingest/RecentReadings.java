package org.genjin.daemon.ingest;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.genjin.daemon.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the last messages stored say, so that the index and the facts need not read them from the store again a moment later, nor
 * when more becomes known of whose they are. Bounded by characters; what is gone is read anew. Thread-safe.
 */
public final class RecentReadings {

    private static final long MOST_CHARACTERS = 8_000_000;

    private final LinkedHashMap<Long, Recent> recent = new LinkedHashMap<>();
    private long characters;

    /** @param at by the writer's clock; null if nothing tells */
    record Recent(Reading reading, @Nullable OffsetDateTime at) {}

    synchronized void put(long id, Reading reading, @Nullable OffsetDateTime at) {
        forget(id);
        recent.put(id, new Recent(reading, at));
        characters += characters(reading);
        Iterator<Recent> oldest = recent.values().iterator();
        while (characters > MOST_CHARACTERS && oldest.hasNext()) {
            characters -= characters(oldest.next().reading());
            oldest.remove();
        }
    }

    synchronized Optional<Recent> look(long id) {
        return Optional.ofNullable(recent.get(id));
    }

    /** What the message says has changed. */
    synchronized void forget(long id) {
        Recent old = recent.remove(id);
        if (old != null) {
            characters -= characters(old.reading());
        }
    }

    private static long characters(Reading reading) {
        return 100L + reading.text().length() + reading.quoted().length() + reading.signature().length();
    }
}
