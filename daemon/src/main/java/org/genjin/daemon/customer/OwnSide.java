package org.genjin.daemon.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who we are: our domains and our mailboxes' addresses. Decides which way a message went.
 *
 * @param domains in lower case; addresses below them are ours too
 * @param addresses in lower case
 * @param freeMail says of a domain whether anybody can have an address there, so that it tells nothing of a company
 */
public record OwnSide(Set<String> domains, Set<String> addresses, Predicate<String> freeMail) {

    public boolean isOurs(String address) {
        return addresses.contains(address)
                || Domains.ofAddress(address)
                        .filter(domain -> domains.contains(domain)
                                || domains.stream().anyMatch(own -> domain.endsWith("." + own)))
                        .isPresent();
    }

    /** @param from "" if nobody is named */
    public Direction direction(String from, List<String> recipients) {
        if (!isOurs(from)) {
            return Direction.IN;
        }
        return recipients.isEmpty() || recipients.stream().allMatch(this::isOurs) ? Direction.INTERNAL : Direction.OUT;
    }

    /** The company's domain that an address tells of; empty for our own and for free mail. */
    public Optional<String> companyDomain(String address) {
        return isOurs(address)
                ? Optional.empty()
                : Domains.ofAddress(address)
                        .filter(domain -> !freeMail.test(domain))
                        .flatMap(Domains::registered)
                        .filter(domain -> !freeMail.test(domain));
    }
}
