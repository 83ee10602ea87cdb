package org.genjin.daemon.ingest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.party.Platforms;

/** Where people may have met us before: on a platform, or under a domain that their firm has beside another. Pure. */
final class Meeting {

    private static final int TELLING = 5;
    private static final Set<String> CHANNELS = Set.of(Channel.MARKETPLACE.id(), Channel.LINKEDIN.id(), Channel.MESSENGER.id(), Channel.INSTAGRAM.id());

    private Meeting() {}

    static boolean isOnPlatform(Identity identity) {
        String known = identity.knownAs();
        return switch (identity.kind()) {
            case CHAT -> known.indexOf(':') > 0 && CHANNELS.contains(known.substring(0, known.indexOf(':')));
            case ADDRESS -> Domains.ofAddress(known).filter(Platforms.KNOWN::isPlatform).isPresent();
            default -> false;
        };
    }

    /** Whether a message came by way of a platform. */
    static boolean isOnPlatform(Drafts.Loaded it) {
        String chat = it.draft().chat();
        return chat != null
                ? CHANNELS.contains(chat.substring(0, chat.indexOf(':')))
                : Ties.sender(it).stream()
                        .flatMap(sender -> Domains.ofAddress(String.valueOf(sender.address())).stream())
                        .anyMatch(Platforms.KNOWN::isPlatform);
    }

    /** Whether two domains have a telling word in common: {@code maisonvauquelin.fr} and {@code comptoir-vauquelin.fr}. */
    static boolean isLike(String domain, String other) {
        return words(domain).stream().anyMatch(label(other)::contains) || words(other).stream().anyMatch(label(domain)::contains);
    }

    private static Set<String> words(String domain) {
        String label = label(domain);
        return label.indexOf('-') < 0 && label.indexOf('_') < 0
                ? label.length() >= TELLING ? Set.of(label) : Set.of()
                : Arrays.stream(label.split("[-_]")).filter(it -> it.length() >= TELLING).collect(Collectors.toSet());
    }

    private static String label(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }
}
