package org.genjin.daemon.fraud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells where money is suddenly to go elsewhere. Pure. */
public final class PaymentChanges {

    private static final String SWIFT = "swift:";

    private PaymentChanges() {}

    /**
     * What one message names.
     *
     * @param details as {@link PaymentDetails} tells them; at least one
     */
    public record Naming(Set<String> details, long message, Instant at) {
        public Naming {
            details = Set.copyOf(details);
        }
    }

    /**
     * The messages that name nothing of what their writer had named before, the earliest first. Of an account any that is known
     * will do, as a firm may name two at once; a bank alone tells only where no account does. A change is told once: what
     * was named with it is known from then on.
     *
     * @param namings of one writer, in any order
     */
    public static List<Naming> in(Collection<Naming> namings) {
        Set<String> accounts = new LinkedHashSet<>();
        Set<String> banks = new LinkedHashSet<>();
        List<Naming> changes = new ArrayList<>();
        for (Naming it : namings.stream().sorted(Comparator.comparing(Naming::at).thenComparingLong(Naming::message)).toList()) {
            List<String> named = it.details().stream().filter(detail -> !detail.startsWith(SWIFT)).toList();
            List<String> at = it.details().stream().filter(detail -> detail.startsWith(SWIFT)).toList();
            boolean other = named.isEmpty()
                    ? !banks.isEmpty() && at.stream().noneMatch(banks::contains)
                    : !accounts.isEmpty() && named.stream().noneMatch(account -> isAmong(account, accounts));
            if (other) {
                changes.add(it);
            }
            accounts.addAll(named);
            banks.addAll(at);
        }
        return changes;
    }

    /** Whether two lists of details speak of one account. */
    public static boolean haveOneInCommon(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(it -> !it.startsWith(SWIFT) && isAmong(it, others));
    }

    /** An IBAN has the number of the account in it. */
    private static boolean isAmong(String account, Collection<String> known) {
        String number = number(account);
        return known.stream().filter(it -> !it.startsWith(SWIFT)).map(PaymentChanges::number).anyMatch(
                it -> it.endsWith(number) || number.endsWith(it));
    }

    private static String number(String detail) {
        return detail.substring(detail.indexOf(':') + 1);
    }
}
