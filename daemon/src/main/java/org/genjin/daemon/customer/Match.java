package org.genjin.daemon.customer;

import java.util.List;
import java.util.Locale;

/** Whose a message is. Doubt is an answer. */
public sealed interface Match {

    /** @param detail what the evidence was, such as the address or domain */
    record One(CustomerId customer, Evidence evidence, String detail) implements Match {}

    /** Several fit equally well; a person decides. */
    record Several(List<CustomerId> candidates, Evidence evidence) implements Match {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    record Nobody() implements Match {}

    /** Why, strongest first. */
    enum Evidence {
        ADDRESS,
        PHONE,
        CHAT,
        CONVERSATION,
        DOMAIN,
        NAME;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
