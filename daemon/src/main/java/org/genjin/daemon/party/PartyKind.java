package org.genjin.daemon.party;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is who is no customer. */
public enum PartyKind {
    SUPPLIER,
    FORWARDER,
    COURIER,
    BANK,
    CERTIFIER,
    FAIR,
    PLATFORM,
    NEWSLETTER,
    JOB_SEEKER,
    /** Wants to sell us something we have not asked for. */
    SELLER,
    GOVERNMENT;

    /** The name in data files, tables and reasons, such as {@code job-seeker}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PartyKind> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
