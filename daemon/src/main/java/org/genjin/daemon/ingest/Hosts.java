package org.genjin.daemon.ingest;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.party.Platforms;

/**
 * Houses that many firms write from, such as a help desk's: {@code acme@desk.example}, {@code help@acme.desk.example}. Whose
 * message it is tells the part that is called like the firm, not the house. Pure.
 */
final class Hosts {

    private static final Pattern DESK = Pattern.compile(
            "(?:tickets?|support|help-?desk|help|service-?desk|cases?|claims?|rma|returns?|reklamation(?:en)?|soporte|suporte|assistenza|kunden-?service|kundeservice)"
                    + "(?:[+._-][^@]*)?@");
    private static final int TELLING = 4;

    private Hosts() {}

    /** Whether an address is a desk's where cases are dealt with: nobody's own business is written from there. */
    static boolean isDesk(Participant sender) {
        String address = String.valueOf(sender.address()).toLowerCase(Locale.ROOT);
        return DESK.matcher(address).lookingAt() || Domains.ofAddress(address).filter(Platforms.KNOWN::isDesk).isPresent();
    }

    /** What of a sender's address could be the name of the firm that writes, none of it the house's own. */
    static Set<String> firmsIn(Participant sender) {
        Set<String> names = new LinkedHashSet<>();
        String address = String.valueOf(sender.address()).toLowerCase(Locale.ROOT);
        Domains.ofAddress(address).ifPresent(domain -> Domains.registered(domain).ifPresent(house -> {
            names.add(address.substring(0, address.lastIndexOf('@')));
            names.addAll(List.of(address.substring(0, address.lastIndexOf('@')).split("[+._]")));
            names.addAll(Arrays.asList(domain.substring(0, domain.length() - house.length()).split("\\.")));
            if (Platforms.KNOWN.isDesk(domain) && sender.name() != null) {
                names.addAll(Arrays.asList(sender.name().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")));
            }
            names.remove(house.substring(0, house.indexOf('.')));
        }));
        names.removeIf(it -> it.length() < TELLING);
        return names;
    }
}
