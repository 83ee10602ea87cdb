package org.genjin.daemon.customer;

import java.util.List;
import java.util.Locale;

/** Whose a message is. Doubt is an answer. */
public sealed interface Match {

    /**
     * @param detail what the evidence was, such as the address or domain
     * @param further other customers whom it concerns as well
     */
    record One(CustomerId customer, Evidence evidence, String detail, List<CustomerId> further) implements Match {
        public One {
            further = List.copyOf(further);
        }

        public One(CustomerId customer, Evidence evidence, String detail) {
            this(customer, evidence, detail, List.of());
        }
    }

    /**
     * A person decides: several fit equally well, or what ties it to the only one is weak.
     *
     * @param candidates empty where it may be somebody new
     */
    record Several(List<CustomerId> candidates, Evidence evidence, String detail) implements Match {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Nobody's, for a reason that is known.
     *
     * @param reason for people
     */
    record SetAside(String reason) implements Match {}

    record Nobody() implements Match {}

    /** Why, strongest first. */
    enum Evidence {
        ADDRESS,
        PHONE,
        CHAT,
        CONVERSATION,
        /** A colleague passed their words on. */
        FORWARD,
        SUBJECT,
        /** The number of an order, an invoice or another paper of theirs. */
        DOCUMENT,
        DOMAIN,
        /** What they sign as. */
        SIGNATURE,
        NAME;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
