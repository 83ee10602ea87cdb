package org.genjin.connectors.mime;

import java.util.ArrayList;
import java.util.List;

/** OpenPGP armour within plain text (RFC 4880 sections 6.2 and 7): what is signed is read, what is encrypted is left out. */
final class InlinePgp {

    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String END = "-----END PGP ";
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";

    private InlinePgp() {}

    /** @param encrypted whether something was left out that only the owner of a key can read */
    record Opened(String text, boolean encrypted) {}

    static Opened open(String text) {
        if (!text.contains(BEGIN)) {
            return new Opened(text, false);
        }
        List<String> kept = new ArrayList<>();
        boolean encrypted = false;
        boolean signed = false;
        boolean inArmour = false;
        boolean inHead = false;
        for (String line : text.split("\n", -1)) {
            String bare = line.stripTrailing();
            if (bare.equals(SIGNED)) {
                signed = true;
                inHead = true; // Hash: SHA256, up to the empty line
            } else if (bare.startsWith(BEGIN) && bare.endsWith("-----")) {
                encrypted |= bare.contains("MESSAGE");
                inArmour = true;
                signed = false;
            } else if (inArmour) {
                inArmour = !bare.startsWith(END);
            } else if (inHead) {
                inHead = !bare.isEmpty();
            } else {
                kept.add(signed && line.startsWith("- ") ? line.substring(2) : line);
            }
        }
        return new Opened(String.join("\n", kept), encrypted);
    }
}
