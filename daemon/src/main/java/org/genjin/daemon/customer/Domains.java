package org.genjin.daemon.customer;

import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Domains of e-mail addresses, by the public suffix list. */
public final class Domains {

    private static final int REMEMBERED = 20_000;
    /** Most mails are of few domains: what each is by the public suffix list is kept, up to a limit; empty if it is no domain. */
    private static final Map<String, Optional<Known>> KNOWN = new ConcurrentHashMap<>();

    private Domains() {}

    /** @param registered empty for a public suffix itself */
    private record Known(Optional<String> registered) {}

    private static Optional<Known> known(String domain) {
        Optional<Known> known = KNOWN.get(domain);
        if (known == null) {
            known = InternetDomainName.isValid(domain) ? Optional.of(new Known(look(domain))) : Optional.empty();
            if (KNOWN.size() < REMEMBERED) {
                KNOWN.put(domain, known);
            }
        }
        return known;
    }

    /** What stands after the last {@code @}, in lower case; empty if that is no domain. */
    public static Optional<String> ofAddress(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        return at > 0 && domain.indexOf('.') > 0 && known(domain).isPresent() ? Optional.of(domain) : Optional.empty();
    }

    /**
     * The part that somebody registered: {@code sales.acme.com.co} gives {@code acme.com.co}. Under a suffix that the list
     * does not have, the last two labels; empty for a public suffix itself.
     */
    public static Optional<String> registered(String domain) {
        return known(domain).map(Known::registered).orElseGet(() -> look(domain));
    }

    private static Optional<String> look(String domain) {
        InternetDomainName name = InternetDomainName.from(domain);
        if (name.isUnderPublicSuffix()) {
            return Optional.of(name.topPrivateDomain().toString());
        }
        var labels = name.parts();
        return name.isPublicSuffix() || labels.size() < 2
                ? Optional.empty()
                : Optional.of(labels.get(labels.size() - 2) + "." + labels.getLast());
    }

    /** The mailbox behind an address: what stands between a plus and the at sign is its owner's own mark. */
    public static String mailbox(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    /** A readable name for a company of which only the domain is known: {@code casa-nevada.com.co} gives Casa Nevada. */
    public static String asName(String registered) {
        String label = registered.substring(0, registered.indexOf('.'));
        StringBuilder name = new StringBuilder();
        for (String word : label.split("[-_]+")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ").appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
                name.append(word.substring(Character.charCount(word.codePointAt(0))));
            }
        }
        return name.isEmpty() ? label : name.toString();
    }
}
