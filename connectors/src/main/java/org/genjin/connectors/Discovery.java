package org.genjin.connectors;

import java.util.List;
import java.util.Optional;
import org.genjin.config.Provider;
import org.genjin.config.Servers;

/** What came of looking for the mail servers of an address. */
public sealed interface Discovery {

    /** Where the answer came from, in the order in which is asked. */
    enum How {
        /** The address's domain is a known provider's. */
        TABLE,
        /** The domain's mail exchanger is a known provider's. */
        MX,
        /** The domain's own autoconfig page names them. */
        AUTOCONFIG,
        /** The domain's service records name them (RFC 6186, RFC 8314). */
        SRV,
        /** A server of the domain answers at the usual name, with a valid certificate. */
        PROBE
    }

    /**
     * @param user the login that goes with the address there
     * @param by what named them: a mail exchanger, a page, a record; "" where {@code how} says it all
     * @param provider empty if nobody that is known
     * @param vouched false if only the DNS says so and the server is none of the domain's own: a password is not to be sent
     *     there before a person has agreed
     */
    record Found(Servers.Known servers, String user, How how, String by, Optional<Provider> provider, boolean vouched)
            implements Discovery {}

    /** @param asked what was asked in vain, for a person */
    record Nothing(List<String> asked) implements Discovery {
        public Nothing {
            asked = List.copyOf(asked);
        }
    }

    /** Nobody answered at all: the network is down, or the address's domain does not exist in it. */
    record Offline(String why) implements Discovery {}
}
