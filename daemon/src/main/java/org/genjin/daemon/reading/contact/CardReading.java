package org.genjin.daemon.reading.contact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final int LONGEST_TITLE = 70;
    private static final int LONGEST_COMPANY = 60;
    private static final int LONGEST_HAN_TITLE = 12;
    private static final int SHORTEST_COMPOUND = 8;
    private static final List<String> HAN_TITLES =
            List.of("经理", "主管", "总监", "专员", "主任", "工程师", "代表", "助理", "員", "经办", "經理", "專員", "總監", "主管", "长", "長", "总", "總");
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
        Who who = new Who(lines, writer, domains);
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
            if (line.length() <= LONGEST_LINE && line.chars().anyMatch(Character::isLetterOrDigit)) {
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
        return rest.length() < LONGEST_COMPANY
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

    /** "Vertriebsingenieurin": long German words, in which the title is the end. */
    private static boolean hasTitleEnding(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i - start >= SHORTEST_COMPOUND) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                for (int length : SignatureWords.all().titleEndingLengths) {
                    if (length < word.length() && SignatureWords.all().titleEndings.contains(word.substring(word.length() - length))) {
                        return true;
                    }
                }
            }
            start = i + 1;
        }
        return false;
    }

    private static boolean endsWithTitle(String signs) {
        for (String it : HAN_TITLES) {
            if (signs.endsWith(it)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word in it says what somebody is in a firm. */
    static boolean hasTitle(String text) {
        boolean[] found = new boolean[1];
        SignatureWords.all().titles.each(text, (_, _, _) -> found[0] = true);
        if (found[0]) {
            return true;
        }
        if (hasTitleEnding(text)) {
            return true;
        }
        return PersonName.isHan(text) && text.length() > 2 && text.length() <= LONGEST_HAN_TITLE && endsWithTitle(text);
    }

    /** Name, title and firm, which are known by each other's places. */
    private final class Who {

        private final List<String> lines;
        private final Set<String> writer;
        private final Set<String> domains;
        private @Nullable String name;
        private @Nullable String title;
        private @Nullable String company;
        private boolean companyFormed;
        private int titleLine = -1;

        Who(List<String> lines, Set<String> writer, Set<String> domains) {
            this.lines = lines;
            this.writer = writer;
            this.domains = domains;
        }

        void read() {
            List<String> unknown = new ArrayList<>();
            titleByPlace();
            boolean placed = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                List<Piece> pieces = Piece.of(line);
                boolean place = isPlace(line, pieces);
                for (int p = 0; p < pieces.size(); p++) {
                    p = piece(line, pieces, p, i, place || placed, unknown);
                }
                placed |= place && i > 0 && !unknown.isEmpty();
            }
            if (company == null && !unknown.isEmpty()) {
                company = unknown.getFirst();
            }
        }

        /** Between the name and the firm stands what somebody is, also where no word tells. */
        private void titleByPlace() {
            for (int i = 0; i + 2 < lines.size() && i < 2; i++) {
                String text = lines.get(i + 1);
                if (PersonName.of(lines.get(i), writer).isPresent() && Company.formed(firstPiece(lines.get(i + 2))).isPresent() && Piece.of(text).size() == 1
                        && !Company.isUnit(text) && Company.formed(text).isEmpty() && countries.of(text) == null && text.length() <= LONGEST_TITLE
                        && text.chars().noneMatch(Character::isDigit) && !isReached(text) && !hasTitle(text) && !Company.isLike(text, domains)
                        && !Company.hasWord(text) && PersonName.of(text, Set.of()).filter(it -> PersonName.matches(it, writer)).isEmpty()) {
                    title = text;
                    titleLine = i + 1;
                }
            }
        }

        private static String bracketless(String text) {
            return text.length() > 2 && text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1).strip() : text;
        }

        private static String firstPiece(String line) {
            List<Piece> pieces = Piece.of(line);
            return pieces.isEmpty() ? "" : pieces.getFirst().text();
        }

        /** @return the last piece that was read */
        private int piece(String line, List<Piece> pieces, int at, int number, boolean place, List<String> unknown) {
            String text = pieces.get(at).text();
            if (number == titleLine || isReached(pieces.get(at).text())) {
                return at;
            }
            // "For ACME TRADING", above the name of who signs for it
            if (text.startsWith("For ") && number == 0 && company == null) {
                company = text.substring("For ".length());
                companyFormed = true;
                return at;
            }
            Optional<String> firm = Company.formed(text);
            if (firm.isPresent() && firm.get().length() > 2) {
                if (company == null || !companyFormed) {
                    company = firm.get();
                    companyFormed = true;
                }
                int from = text.indexOf(firm.get());
                if (title == null && from > 3 && hasTitle(text.substring(0, from))) {
                    title = text.substring(0, from).strip();
                }
                return at;
            }
            // "丁雪（外贸经理）"
            int open = Math.max(text.indexOf('('), text.indexOf('（'));
            if (title == null && open > 0 && (text.endsWith(")") || text.endsWith("）")) && hasTitle(text.substring(open + 1, text.length() - 1))
                    && PersonName.of(text.substring(0, open), writer).isPresent()) {
                title = text.substring(open + 1, text.length() - 1).strip();
                named(text.substring(0, open));
                return at;
            }
            if (Company.isUnit(text) && !(PersonName.isHan(text) && endsWithTitle(text))) {
                return at;
            }
            if (hasTitle(text) && text.length() <= LONGEST_TITLE && !(name == null && PersonName.matches(text, writer) && PersonName.of(text, writer).isPresent())) {
                int last = titleEnd(pieces, at);
                if (title == null) {
                    title = bracketless(line.substring(pieces.get(at).start(), pieces.get(last).end()));
                }
                return last;
            }
            if (name == null && at + 1 < pieces.size() && PersonName.isHan(text) && writer.contains(text) && writer.contains(pieces.get(at + 1).text())) {
                name = line.substring(pieces.get(at).start(), pieces.get(at + 1).end()); // 田中 健一
                return at + 1;
            }
            if (!(place && !PersonName.matches(text, writer)) && mayName(text, pieces) && named(text)) {
                return at;
            }
            // "Payet Clim Réunion", of payet-clim.example, is a firm.
            boolean country = countries.of(text) != null && (countries.isName(text) || !Company.isLike(text, domains));
            if (!country && company == null && name != null || !country && Company.isLike(text, domains)) {
                unknown(text, number, at, place, pieces, unknown);
            }
            return at;
        }

        private void unknown(String text, int number, int at, boolean place, List<Piece> pieces, List<String> unknown) {
            if (text.length() > LONGEST_COMPANY || text.chars().anyMatch(Character::isDigit) || text.indexOf('@') >= 0 || text.endsWith(":")
                    || text.equals(name)) {
                return;
            }
            boolean family = text.indexOf(' ') > 0 && PersonName.matches(text, writer) && PersonName.of(text, writer).filter(it -> it.equals(name)).isEmpty();
            boolean like = family && at == 0 || Company.isLike(text, domains) && !PersonName.matches(text, writer) || Company.isLike(text, domains) && text.indexOf(' ') > 0;
            if (company == null && (like || Company.hasWord(text) && at == 0)) {
                company = text;
            } else if (!place && unknown.isEmpty() && !isStreet(text) && (at == 0 || !pieces.get(at).dashed() || hasTitle(pieces.get(at - 1).text())) && isTitled(text)
                    && (number + 1 >= lines.size() || !countries.isName(lines.get(number + 1)))) {
                unknown.add(text);
            }
        }

        /** Written with capitals, as firms write themselves; scripts without them tell nothing. */
        private static boolean isTitled(String text) {
            int first = text.codePointAt(0);
            return (Character.isUpperCase(first) || !Character.isLowerCase(first)) && Character.isLetter(first) && text.split("\\s+", -1).length <= 6
                    && ".!?。:：".indexOf(text.charAt(text.length() - 1)) < 0;
        }

        /** Below the firm stand places; a name there is the sender's own, or has a title beside it. */
        private boolean mayName(String text, List<Piece> pieces) {
            return company == null || PersonName.matches(text, writer) || pieces.size() > 1 && pieces.stream().anyMatch(it -> hasTitle(it.text()));
        }

        /** Takes the piece for the name if it is one, and a better one than that before. */
        private boolean named(String text) {
            Optional<String> found = PersonName.of(text, writer);
            if (found.isEmpty()) {
                return false;
            }
            String it = found.get();
            boolean better = name == null || !PersonName.matches(name, writer) && PersonName.matches(it, writer) && !Company.isLike(it, domains) || PersonName.isGivenAlone(name) && !PersonName.isGivenAlone(it) && (shares(name, it) || PersonName.matches(it, writer));
            if (better) {
                name = it;
            }
            return better || it.equals(name);
        }

        private static boolean shares(String one, String other) {
            return other.contains(one) || PersonName.matches(other, PersonName.words(one));
        }

        /** "Asst. Manager - Exports", "Director, Procurement": what a dash or a comma adds to a title. */
        private int titleEnd(List<Piece> pieces, int at) {
            int last = at;
            while (last + 1 < pieces.size() && pieces.get(last + 1).dashed() && pieces.get(last + 1).start() - pieces.get(last).end() <= 3) {
                Piece next = pieces.get(last + 1);
                boolean comma = next.start() - pieces.get(last).end() < 3;
                boolean adds = Company.isUnit(next.text()) && !comma || hasTitle(next.text())
                        || !comma && Company.formed(next.text()).isEmpty() && countries.of(next.text()) == null
                                && !Company.isLike(next.text(), domains) && next.text().chars().noneMatch(Character::isDigit) && isScope(next.text());
                if (!adds) {
                    break;
                }
                last++;
            }
            return last;
        }

        /** What a title can be for: a trade, an area. */
        private static boolean isScope(String text) {
            return text.length() <= 32 && Company.hasWord(text) || Company.isUnit(text)
                    || text.toLowerCase(Locale.ROOT).matches("(?:international|global|export|import|exports|imports|asia|europe|emea|latam|apac|mena|africa|americas|overseas).{0,20}");
        }

        private boolean isPlace(String line, List<Piece> pieces) {
            for (Piece it : pieces) {
                if (countries.of(it.text()) != null) {
                    return true;
                }
            }
            return isStreet(line) && line.chars().anyMatch(Character::isDigit);
        }

        private static boolean isStreet(String text) {
            boolean[] found = new boolean[1];
            SignatureWords.all().streets.each(text, (_, _, _) -> found[0] = true);
            return found[0];
        }

        /** A number, an address, a site, or a label with what it labels. */
        private static boolean isReached(String piece) {
            if (piece.indexOf('@') >= 0 || !WebNames.sites(piece).isEmpty() || !Phones.runs(piece).isEmpty()) {
                return true;
            }
            int[] end = new int[1];
            SignatureWords.all().labels.at(piece, 0, (_, to) -> end[0] = to);
            if (end[0] == 0) {
                return false;
            }
            String rest = piece.substring(end[0]).stripLeading();
            return rest.isEmpty() || rest.startsWith(":") || rest.startsWith("：") || end[0] > 2 && rest.startsWith("/");
        }
    }
}
