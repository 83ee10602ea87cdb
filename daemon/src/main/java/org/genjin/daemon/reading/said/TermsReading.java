package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/** Terms of delivery by Incoterms 2020, each with its place as written. */
final class TermsReading {

    private static final int LONGEST_PLACE = 4;
    private static final int LONGEST_HAN = 6;
    private static final int NEAR = 12;
    private static final int BESIDE = 6;
    /** Inside a name: San Antonio de Areco, Rio de Janeiro, Le Havre. */
    private static final Set<String> WITHIN = Set.of("de", "del", "la", "los", "las", "do", "da", "dos", "el", "al", "sur", "am", "an", "der", "of", "на", "-", "'", ".");

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;

    TermsReading(KnownText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
    }

    List<Finding> read() {
        List<Finding> placed = new ArrayList<>();
        List<Finding> bare = new ArrayList<>();
        for (Hit hit : hits.family("term")) {
            if (!isTerm(hit)) {
                continue;
            }
            Optional<Hit> place = places(hit, placed);
            if (place.isEmpty() && isSaidOfTrade(hit)) {
                bare.add(Finding.of(FactType.INCOTERM, text, hit.from(), hit.to()).with(FactField.CODE, hit.kind()));
            }
        }
        bare.removeIf(it -> placed.stream()
                .anyMatch(other -> Objects.equals(it.fact().word(FactField.CODE), other.fact().word(FactField.CODE))));
        placed.addAll(bare);
        return placed;
    }

    private Optional<Hit> places(Hit hit, List<Finding> placed) {
        Optional<Hit> first = place(hit.to());
        Optional<Hit> next = first;
        while (next.isPresent()) {
            Hit place = next.get();
            placed.add(Finding.of(FactType.INCOTERM, text, hit.from(), place.to())
                    .with(FactField.CODE, hit.kind())
                    .with(FactField.PLACE, tokens.words(place.from(), place.to())));
            int at = place.to();
            // "CIF Buenaventura / Cartagena", "FOB 上海或宁波"
            boolean more = at + 1 < tokens.size() && (tokens.is(at, "/") || tokens.is(at, "或") || tokens.is(at, "和")
                    || tokens.is(at, "or"));
            next = more ? place(at + 1).filter(it -> hits.startingAt(it.from(), "place").isPresent()) : Optional.empty();
        }
        return first;
    }

    /** Great letters, and nothing behind that makes it another thing: a tax number, a model. */
    private boolean isTerm(Hit hit) {
        String written = tokens.words(hit.from(), hit.to());
        boolean great = written.chars().noneMatch(Character::isLowerCase);
        boolean small = written.chars().noneMatch(Character::isUpperCase);
        boolean joined = tokens.glued(hit.to()) && tokens.is(hit.to(), "-") && tokens.glued(hit.to() + 1)
                && tokens.is(hit.to() + 1, Tokens.Kind.NUMBER)
                || tokens.glued(hit.from()) && hit.from() > 0 && tokens.is(hit.from() - 1, "-");
        int at = tokens.is(hit.to(), ":") ? hit.to() + 1 : hit.to();
        boolean tax = tokens.is(at + 1, "-") && tokens.glued(at + 1) && tokens.is(at, Tokens.Kind.WORD)
                && tokens.end(at) - tokens.start(at) == 1
                || tokens.is(at, Tokens.Kind.WORD) && tokens.end(at) - tokens.start(at) == 1 && tokens.glued(at + 1)
                        && tokens.is(at + 1, Tokens.Kind.NUMBER);
        return !joined && !tax && (great || small && isSaidOfTrade(hit)) || hit.kind().isEmpty();
    }

    private boolean isSaidOfTrade(Hit hit) {
        if (hits.within(Math.max(hit.from() - BESIDE, 0), hit.to() + BESIDE, "cur")) {
            return true;
        }
        boolean other = hits.family("term").stream().anyMatch(it -> !it.equals(hit)
                && tokens.sentence(it.from()) == tokens.sentence(hit.from()));
        if (other) {
            return true;
        }
        for (String family : List.of("price", "termword", "rfq")) {
            if (hits.family(family).stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(hit.from())
                    && Math.abs(it.from() - hit.from()) < NEAR)) {
                return true;
            }
        }
        return hits.startingAt(hit.to(), "place").isPresent();
    }

    private Optional<Hit> place(int after) {
        int at = after;
        while (at < tokens.size() && (tokens.is(at, "(") || tokens.is(at, ":") || tokens.is(at, "-") || tokens.is(at, ",")
                || hits.startingAt(at, "port").isPresent())) {
            at = hits.startingAt(at, "port").map(Hit::to).orElse(at + 1);
            if (at - after > LONGEST_PLACE) {
                return Optional.empty();
            }
        }
        if (at >= tokens.size() || tokens.sentence(at) != tokens.sentence(after - 1)) {
            return Optional.empty();
        }
        Optional<Hit> known = hits.startingAt(at, "place");
        if (known.isPresent()) {
            return Optional.of(longer(known.get()));
        }
        int end = switch (tokens.kind(at)) {
            case HAN -> han(at);
            case WORD -> name(at);
            case NUMBER, SIGN -> at;
        };
        return end > at ? Optional.of(new Hit("place", at, end)) : Optional.empty();
    }

    /** A known place may be the beginning of a longer name: "Port" of "Port Klang West". */
    private Hit longer(Hit known) {
        if (tokens.kind(known.from()) == Tokens.Kind.HAN) {
            return known;
        }
        int end = isArabic(known.from()) ? known.to() : name(known.from());
        return end > known.to() ? new Hit("place", known.from(), end) : known;
    }

    private boolean isArabic(int token) {
        char c = tokens.folded(token).isEmpty() ? ' ' : tokens.folded(token).charAt(0);
        return c >= 0x600 && c <= 0x6FF;
    }

    /** Ideographs up to a sign or a word that goes on with the sentence. */
    private int han(int from) {
        int at = from;
        while (at < tokens.size() && at - from < LONGEST_HAN && tokens.kind(at) == Tokens.Kind.HAN
                && tokens.clause(at) == tokens.clause(from)) {
            if (hits.startingAt(at, "placeend").isPresent()) {
                return at;
            }
            at++;
        }
        return at - from < 2 || at < tokens.size() && tokens.kind(at) == Tokens.Kind.HAN
                && tokens.clause(at) == tokens.clause(from) ? from : at;
    }

    /** Words with a great letter, and small ones between two of them; an Arabic place is one word or a known run. */
    private int name(int from) {
        if (isArabic(from)) {
            return hits.startingAt(from, "placeend").isPresent() ? from : from + 1;
        }
        int end = from;
        int at = from;
        while (at < tokens.size() && at - from < LONGEST_PLACE + 2 && tokens.line(at) == tokens.line(from)
                && tokens.sentence(at) == tokens.sentence(from)) {
            if (isName(at) && hits.startingAt(at, "placeend").isEmpty() && hits.startingAt(at, "cur").isEmpty()
                    && hits.startingAt(at, "term").isEmpty()) {
                end = ++at;
            } else if (at > from && WITHIN.contains(tokens.folded(at)) && at + 1 < tokens.size() && isName(at + 1)
                    && (tokens.kind(at) == Tokens.Kind.WORD || tokens.glued(at) && tokens.glued(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        // Halle (Saale)
        boolean bracket = end > from && end + 2 < tokens.size() && tokens.is(end, "(") && isName(end + 1)
                && tokens.is(end + 2, ")");
        return bracket ? end + 3 : end;
    }

    private boolean isName(int token) {
        if (tokens.kind(token) != Tokens.Kind.WORD) {
            return false;
        }
        String word = tokens.words(token, token + 1);
        return Character.isUpperCase(word.charAt(0)) && word.length() > 1;
    }
}
