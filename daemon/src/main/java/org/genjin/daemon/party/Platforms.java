package org.genjin.daemon.party;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Platforms on which buyers and sellers meet: their domains, and how they are named. Immutable. */
public final class Platforms {

    /** Whoever keeps desks for others says so in the name: "some-tickets.example". */
    private static final Pattern CALLED_DESK = Pattern.compile(
            "(?:^|[.-])(?:tickets?|ticketing|help-?desks?|service-?desks?|support-?desks?)[\\p{L}\\p{N}]{0,8}[.-]|(?:tickets?|ticketing|helpdesk|servicedesk|supportdesk)\\.[\\p{L}.]{2,8}$");

    /** Read when it is first needed, once. */
    public static final Platforms KNOWN = new Platforms();

    private final Set<String> domains = new HashSet<>();
    private final Set<String> desks = new HashSet<>();
    private final PhraseTree<String> words = new PhraseTree<>();

    private Platforms() {
        SectionFile.read("/party/platforms.txt", (heading, line) -> {
            if (heading.equals("domains")) {
                domains.add(line);
            } else if (heading.equals("desks")) {
                desks.add(line);
            } else {
                words.add(line, line);
            }
        });
    }

    /** Whether {@code domain} is a platform's or below one. */
    public boolean isPlatform(String domain) {
        return isIn(domains, domain);
    }

    /** Whether many firms have their help desks, their web sites' forms or their shops' mail at {@code domain}. */
    public boolean isDesk(String domain) {
        return isIn(desks, domain) || CALLED_DESK.matcher(domain).find();
    }

    /** Asks for the domain and all that it lies below; time grows with the domain, not with the list. */
    private static boolean isIn(Set<String> list, String domain) {
        for (int at = 0; at >= 0; at = domain.indexOf('.', at) < 0 ? -1 : domain.indexOf('.', at) + 1) {
            if (list.contains(domain.substring(at))) {
                return true;
            }
        }
        return false;
    }

    /** The platforms that a text names, by the words of the data file. */
    public Set<String> namedIn(String text) {
        Set<String> named = new TreeSet<>();
        List<PhraseTree.Found<String>> found = words.find(Tokens.of(text));
        found.forEach(it -> named.add(it.sign()));
        return named;
    }
}
