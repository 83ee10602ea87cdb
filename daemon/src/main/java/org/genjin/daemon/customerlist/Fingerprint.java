package org.genjin.daemon.customerlist;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** A list's headers in a form that a table can hold, however many there are. */
final class Fingerprint {

    private Fingerprint() {}

    static String hash(String headers) {
        return Hashing.sha256().hashString(headers, StandardCharsets.UTF_8).toString();
    }
}
