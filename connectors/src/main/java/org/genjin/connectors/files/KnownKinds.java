package org.genjin.connectors.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What files were found to be when they were last looked into, so that a folder that is looked through every few minutes costs
 * what is new in it. Holds hashes of names and stamps only. Thread-safe.
 */
public final class KnownKinds {

    private static final int MOST = 100_000;

    private final Map<Long, Detection.Found> known = new HashMap<>();

    /** Looking into the file itself. */
    interface Look {
        Detection.Found into() throws IOException;
    }

    Detection.Found of(Piece piece, Look look) throws IOException {
        long key = piece.name().hashCode() * 0x9E3779B97F4A7C15L + piece.stamp().hashCode() * 0xC2B2AE3D27D4EB4FL + piece.name().length();
        synchronized (known) {
            Detection.Found found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        Detection.Found found = look.into();
        synchronized (known) {
            if (known.size() >= MOST) {
                known.clear(); // more than anybody has; then it is looked into again
            }
            known.put(key, found);
        }
        return found;
    }
}
