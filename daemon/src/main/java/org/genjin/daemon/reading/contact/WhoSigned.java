package org.genjin.daemon.reading.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Name, title and firm in the lines of a signature, which are known by each other's places. Not thread-safe: one for each signature. */
final class WhoSigned {

    private static final int LONGEST_TITLE = 70;
    private static final int LONGEST_COMPANY = 60;
    private static final Pattern AREA =
            Pattern.compile("(?i)(?:international|global|exports?|imports?|asia|europe|emea|latam|apac|mena|africa|americas|overseas).{0,20}");

    private final List<String> lines;
    private final Set<String> writer;
    private final Set<String> domains;
    private final Countries countries;
    @Nullable String name;
    @Nullable String title;
    @Nullable String company;
    private boolean companyFormed;
    private int titleLine = -1;

    /**
     * @param writer words of the sender's name
     * @param domains the parts that somebody chose of the domains that the sender has
     */
    WhoSigned(List<String> lines, Set<String> writer, Set<String> domains, Countries countries) {
        this.countries = countries;
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
            boolean between = PersonName.of(lines.get(i), writer).isPresent() && Company.formed(firstPiece(lines.get(i + 2))).isPresent();
            if (between && Piece.of(text).size() == 1
                    && !Company.isUnit(text) && Company.formed(text).isEmpty() && countries.of(text) == null && text.length() <= LONGEST_TITLE
                    && !Chars.hasDigit(text) && !isReached(text) && !Titles.isIn(text) && !Company.isLike(text, domains)
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
            if (title == null && from > 3 && Titles.isIn(text.substring(0, from))) {
                title = text.substring(0, from).strip();
            }
            return at;
        }
        // "丁雪（外贸经理）"
        int open = Math.max(text.indexOf('('), text.indexOf('（'));
        if (title == null && open > 0 && (text.endsWith(")") || text.endsWith("）")) && Titles.isIn(text.substring(open + 1, text.length() - 1))
                && PersonName.of(text.substring(0, open), writer).isPresent()) {
            title = text.substring(open + 1, text.length() - 1).strip();
            named(text.substring(0, open));
            return at;
        }
        if (Company.isUnit(text) && !(PersonName.isHan(text) && Titles.endsWithHan(text))) {
            return at;
        }
        boolean own = name == null && PersonName.matches(text, writer) && PersonName.of(text, writer).isPresent();
        if (Titles.isIn(text) && text.length() <= LONGEST_TITLE && !own) {
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
        if (text.length() > LONGEST_COMPANY || Chars.hasDigit(text) || text.indexOf('@') >= 0 || text.endsWith(":")
                || text.equals(name)) {
            return;
        }
        // "Girard Literie", signed by Stéphanie Girard
        boolean several = text.indexOf(' ') > 0;
        boolean family = several && PersonName.matches(text, writer) && PersonName.of(text, writer).filter(it -> it.equals(name)).isEmpty();
        boolean like = family && at == 0 || Company.isLike(text, domains) && (several || !PersonName.matches(text, writer));
        if (company == null && (like || Company.hasWord(text) && at == 0)) {
            company = text;
        } else if (!place && unknown.isEmpty() && !isStreet(text) && isTitled(text)
                && (at == 0 || !pieces.get(at).dashed() || Titles.isIn(pieces.get(at - 1).text()))
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
        return company == null || PersonName.matches(text, writer) || pieces.size() > 1 && pieces.stream().anyMatch(it -> Titles.isIn(it.text()));
    }

    /** Takes the piece for the name if it is one, and a better one than that before. */
    private boolean named(String text) {
        Optional<String> found = PersonName.of(text, writer);
        if (found.isEmpty()) {
            return false;
        }
        String it = found.get();
        String before = name;
        boolean known = PersonName.matches(it, writer);
        boolean better = before == null || known && !PersonName.matches(before, writer) && !Company.isLike(it, domains)
                || PersonName.isGivenAlone(before) && !PersonName.isGivenAlone(it) && (shares(before, it) || known);
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
            boolean adds = Company.isUnit(next.text()) && !comma || Titles.isIn(next.text())
                    || !comma && Company.formed(next.text()).isEmpty() && countries.of(next.text()) == null
                            && !Company.isLike(next.text(), domains) && !Chars.hasDigit(next.text()) && isScope(next.text());
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
                || AREA.matcher(text).matches();
    }

    private boolean isPlace(String line, List<Piece> pieces) {
        for (Piece it : pieces) {
            if (countries.of(it.text()) != null) {
                return true;
            }
        }
        return Chars.hasDigit(line) && isStreet(line);
    }

    private static boolean isStreet(String text) {
        return SignatureWords.all().streets.isIn(text);
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
