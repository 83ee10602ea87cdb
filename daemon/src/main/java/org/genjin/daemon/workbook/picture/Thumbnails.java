package org.genjin.daemon.workbook.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures made small, the last few hundred of them kept in memory by content. Thread-safe. */
public final class Thumbnails {

    private static final int KEPT = 2000;

    private final Map<String, Optional<Thumbnail>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Thumbnail>> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether it is there without any work; what is not worth showing is known to be so, too. */
    public synchronized boolean has(String hash) {
        return kept.containsKey(hash);
    }

    /**
     * @param hash of the content
     * @param content empty if it is not there any more
     * @return empty if it is no picture that can be shown, or none that is worth it
     */
    public Optional<Thumbnail> of(String hash, Supplier<Optional<byte[]>> content) {
        synchronized (this) {
            Optional<Thumbnail> known = kept.get(hash);
            if (known != null) {
                return known;
            }
        }
        Optional<Thumbnail> made = content.get().flatMap(Scaling::scale);
        synchronized (this) {
            kept.put(hash, made);
        }
        return made;
    }
}
