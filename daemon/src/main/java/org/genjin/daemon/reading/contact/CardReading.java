package org.genjin.daemon.reading.contact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.reading.ContactCard;
import org.genjin.daemon.reading.contact.Closings.Closing;
import org.genjin.daemon.reading.contact.Footers.Footer;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is in their signature, by what is written there alone. Immutable, thread-safe. */
public final class CardReading {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_REST = 60;
    /** Where numbers without a prefix are called from, by the language alone. */
    private static final Map<String, String> LANGUAGES = Map.of(
            "zh", "CN", "de", "DE", "fr", "FR", "ru", "RU", "pt", "BR", "it", "IT", "tr", "TR", "pl", "PL", "nl", "NL", "ja", "JP");

    private static final Pattern NORTH_AMERICAN = Pattern.compile("(?<!\\d)(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[-.])\\d{3}[-.]\\d{4}(?!\\d)");

    private final Countries countries = new Countries();
    private final Closings closings = new Closings();
    private final Footers footers = new Footers();
    private final Phones phones = new Phones();

    /**
     * Null if nobody can be known by it: there is no signature, or a given name alone.
     *
     * @param sender whose domain tells where numbers are called from
     * @param language of the words above; "" if not known
     */
    public @Nullable ContactCard read(List<String> signature, Writer sender, String language) {
        Set<String> writer = sender.words();
        String address = sender.address();
        List<String> lines = lines(signature, writer);
        if (lines.isEmpty()) {
            return null;
        }
        String country = country(lines, writer);
        Reach reach = new Reach(phones, regions(lines, country, address, language));
        lines.forEach(reach::read);
        Set<String> domains = domains(address, reach);
        WhoSigned who = new WhoSigned(lines, writer, domains, countries);
        who.read();
        String name = who.name;
        boolean given = name != null && PersonName.isGivenAlone(name);
        boolean reached = !(reach.addresses.isEmpty() && reach.numbers.isEmpty() && reach.sites.isEmpty() && reach.handles.isEmpty());
        boolean more = who.company != null || who.title != null || country != null || reached;
        if ((name == null || given) && !more) {
            return null;
        }
        return new ContactCard(
                name, who.title, who.company, country, List.copyOf(reach.addresses), List.copyOf(reach.numbers), List.copyOf(reach.sites),
                List.copyOf(reach.handles));
    }

    /** Those that the writer put there: without closing words, rules and what programs add. */
    private List<String> lines(List<String> signature, Set<String> writer) {
        List<String> lines = new ArrayList<>();
        for (String raw : signature) {
            String line = unmarked(raw).strip();
            if (line.isEmpty()) {
                continue;
            }
            Closings.Found closing = closings.of(line);
            if (closing.closing() != Closing.NONE) {
                if (!closing.rest().isEmpty() && isSigned(closing.rest(), writer)) {
                    lines.add(closing.rest());
                }
                continue;
            }
            Footer footer = footers.of(line);
            if (footer == Footer.SURE || footer == Footer.LIKELY && !lines.isEmpty()) {
                break;
            }
            if (line.length() <= LONGEST_LINE && Chars.hasLetterOrDigit(line)) {
                lines.add(line);
            }
            if (lines.size() == MOST_LINES) {
                break;
            }
        }
        return lines;
    }

    /** Whether a name stands behind the closing words on the same line; without capitals only the sender's own is known. */
    private static boolean isSigned(String rest, Set<String> writer) {
        return rest.length() < LONGEST_REST
                && (PersonName.matches(rest, writer) || Character.isUpperCase(rest.charAt(0)) || Character.isIdeographic(rest.charAt(0)));
    }

    /** Without the marks for the direction of writing and the asterisks of bold letters. */
    private static String unmarked(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (!(it >= '\u200b' && it <= '\u200f' || it >= '\u202a' && it <= '\u202e' || it >= '\u2066' && it <= '\u2069' || it == '\ufeff')) {
                kept.append(it);
            }
        }
        return kept.toString();
    }

    private @Nullable String country(List<String> lines, Set<String> writer) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String found = null;
            for (Piece it : Piece.of(line)) {
                String text = afterLabel(it.text());
                if (Company.formed(text).isPresent() || i < 2 && PersonName.matches(text, writer)) {
                    continue;
                }
                String named = countries.of(text);
                int open = text.lastIndexOf('(');
                if (named == null && open > 0 && text.endsWith(")")) {
                    named = countries.of(text.substring(open + 1, text.length() - 1));
                }
                found = named == null ? found : named;
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Without "地址：" and the like. */
    private static String afterLabel(String piece) {
        int[] end = new int[1];
        SignatureWords.all().labels.at(piece, 0, (label, to) -> end[0] = label == Label.ADDRESS ? to : 0);
        int at = end[0];
        while (at > 0 && at < piece.length() && !Character.isLetterOrDigit(piece.charAt(at))) {
            at++;
        }
        return piece.substring(Math.min(at, piece.length()));
    }

    private List<String> regions(List<String> lines, @Nullable String country, @Nullable String address, String language) {
        if (lines.stream().allMatch(line -> Phones.runs(line).stream().allMatch(it -> Phones.isInternational(it.text())))) {
            return List.of(); // they say themselves where they are
        }
        Set<String> regions = new LinkedHashSet<>();
        if (country != null) {
            regions.add(country);
        }
        for (String line : lines) {
            for (Written it : Phones.runs(line)) {
                phones.region(it.text()).filter(region -> region.length() == 2).ifPresent(regions::add);
            }
        }
        List<String> hosts = new ArrayList<>();
        lines.forEach(line -> WebNames.sites(line).forEach(it -> hosts.add(WebNames.host(it.text()))));
        if (address != null) {
            hosts.add(address);
        }
        for (String it : hosts) {
            String ending = it.substring(it.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            if (ending.length() == 2 && !ending.equals("EU")) {
                regions.add(ending.equals("UK") ? "GB" : ending);
            }
        }
        if (regions.isEmpty() && lines.stream().anyMatch(it -> NORTH_AMERICAN.matcher(it).find())) {
            regions.add("US"); // or another country of that plan: the number in E.164 is the same
        }
        String spoken = LANGUAGES.get(language);
        if (spoken != null && regions.isEmpty()) {
            regions.add(spoken);
        }
        return List.copyOf(regions);
    }

    private static Set<String> domains(@Nullable String address, Reach reach) {
        Set<String> domains = new LinkedHashSet<>();
        for (String it : reach.addresses) {
            domains.add(label(it.substring(it.indexOf('@') + 1)));
        }
        reach.sites.forEach(it -> domains.add(label(WebNames.host(it))));
        if (address != null && address.indexOf('@') > 0) {
            domains.add(label(address.substring(address.indexOf('@') + 1)));
        }
        return domains;
    }

    /** The part of a domain that somebody chose: {@code acme} of {@code mail.acme.co.uk}. */
    private static String label(String domain) {
        String[] parts = domain.split("\\.", -1);
        int at = parts.length - 2;
        if (at > 0 && parts[at].length() <= 3 && parts[parts.length - 1].length() == 2) {
            at--;
        }
        return at < 0 ? domain : parts[at];
    }
}
