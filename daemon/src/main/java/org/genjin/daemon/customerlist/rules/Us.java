package org.genjin.daemon.customerlist.rules;

import java.util.function.Predicate;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.OwnSide;

/**
 * Who the list belongs to, as far as that says who is a customer.
 *
 * @param country ISO code of where we are
 * @param freeMail says of a domain whether anybody can have an address there
 */
public record Us(OwnSide own, String country, Predicate<String> freeMail) {

    /** The company's domain that an address tells of; "" for free mail and our own. */
    String companyDomain(String address) {
        return own.companyDomain(address).filter(it -> !isFree(it)).orElse("");
    }

    boolean isFree(String domain) {
        return freeMail.test(domain);
    }

    boolean isOurs(String address) {
        return Domains.ofAddress(address).isPresent() && own.isOurs(address);
    }
}
