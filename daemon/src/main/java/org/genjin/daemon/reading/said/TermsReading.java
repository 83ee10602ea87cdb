package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Mark;
import org.genjin.daemon.reading.text.Marks;
import org.genjin.daemon.reading.text.MarkedText;
import org.genjin.daemon.reading.text.Tokens;

/** Terms of delivery by Incoterms 2020, each with its place as written. */
final class TermsReading {

    private static final int LONGEST_PLACE = 4;
    private static final int LONGEST_HAN = 6;
    private static final int NEAR = 25;
    /** Inside a name: San Antonio de Areco, Rio de Janeiro, Le Havre. */
    private static final Set<String> WITHIN = Set.of("de", "del", "la", "los", "las", "do", "da", "dos", "el", "al", "sur", "am", "an", "der", "of", "на", "-", "'", ".");

    private final MarkedText text;
    private final Tokens tokens;
    private final Marks marks;

    TermsReading(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.marks = text.marks();
    }

    List<Finding> read() {
        List<Finding> placed = new ArrayList<>();
        List<Finding> bare = new ArrayList<>();
        for (Mark mark : marks.family("term")) {
            if (!isTerm(mark)) {
                continue;
            }
            Optional<Mark> place = places(mark, placed);
            if (place.isEmpty() && isSaidOfTrade(mark)) {
                bare.add(Finding.of(FactType.INCOTERM, text, mark.from(), mark.to()).with(FactField.CODE, mark.kind()));
            }
        }
        bare.removeIf(it -> placed.stream().anyMatch(other -> Objects.equals(it.fact().word(FactField.CODE), other.fact().word(FactField.CODE))));
        placed.addAll(bare);
        return placed;
    }

    private Optional<Mark> places(Mark mark, List<Finding> placed) {
        Optional<Mark> first = place(mark.to());
        Optional<Mark> next = first;
        while (next.isPresent()) {
            Mark place = next.get();
            placed.add(Finding.of(FactType.INCOTERM, text, mark.from(), place.to())
                    .with(FactField.CODE, mark.kind())
                    .with(FactField.PLACE, tokens.words(place.from(), place.to())));
            int at = place.to();
            // "CIF Buenaventura / Cartagena", "FOB 上海或宁波"
            boolean more = at + 1 < tokens.size() && (tokens.is(at, "/") || tokens.is(at, "或") || tokens.is(at, "和") || tokens.is(at, "or"));
            next = more ? place(at + 1).filter(it -> marks.startingAt(it.from(), "place").isPresent()) : Optional.empty();
        }
        return first;
    }

    /** Great letters, and nothing behind that makes it another thing: a tax number, a model. */
    private boolean isTerm(Mark mark) {
        String written = tokens.words(mark.from(), mark.to());
        boolean great = written.chars().noneMatch(Character::isLowerCase);
        boolean small = written.chars().noneMatch(Character::isUpperCase);
        boolean joined = tokens.glued(mark.to()) && tokens.is(mark.to(), "-") && tokens.glued(mark.to() + 1) && tokens.is(mark.to() + 1, Tokens.Kind.NUMBER)
                || tokens.glued(mark.from()) && mark.from() > 0 && tokens.is(mark.from() - 1, "-");
        int at = tokens.is(mark.to(), ":") ? mark.to() + 1 : mark.to();
        boolean tax = tokens.is(at + 1, "-") && tokens.glued(at + 1) && tokens.is(at, Tokens.Kind.WORD) && tokens.end(at) - tokens.start(at) == 1
                || tokens.is(at, Tokens.Kind.WORD) && tokens.end(at) - tokens.start(at) == 1 && tokens.glued(at + 1) && tokens.is(at + 1, Tokens.Kind.NUMBER);
        return !joined && !tax && (great || small && isSaidOfTrade(mark)) || mark.kind().isEmpty();
    }

    private boolean isSaidOfTrade(Mark mark) {
        for (String family : List.of("price", "cur", "termword", "rfq", "askfor")) {
            if (marks.family(family).stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(mark.from())
                    && Math.abs(it.from() - mark.from()) < NEAR)) {
                return true;
            }
        }
        return marks.startingAt(mark.to(), "place").isPresent();
    }

    private Optional<Mark> place(int after) {
        int at = after;
        while (at < tokens.size() && (tokens.is(at, "(") || tokens.is(at, ":") || tokens.is(at, "-") || tokens.is(at, ",")
                || marks.startingAt(at, "port").isPresent())) {
            at = marks.startingAt(at, "port").map(Mark::to).orElse(at + 1);
            if (at - after > LONGEST_PLACE) {
                return Optional.empty();
            }
        }
        if (at >= tokens.size() || tokens.sentence(at) != tokens.sentence(after - 1)) {
            return Optional.empty();
        }
        Optional<Mark> known = marks.startingAt(at, "place");
        if (known.isPresent()) {
            return Optional.of(longer(known.get()));
        }
        int end = switch (tokens.kind(at)) {
            case HAN -> han(at);
            case WORD -> name(at);
            case NUMBER, SIGN -> at;
        };
        return end > at ? Optional.of(new Mark("place", at, end)) : Optional.empty();
    }

    /** A known place may be the beginning of a longer name: "Port" of "Port Klang West". */
    private Mark longer(Mark known) {
        if (tokens.kind(known.from()) == Tokens.Kind.HAN) {
            return known;
        }
        int end = isArabic(known.from()) ? known.to() : name(known.from());
        return end > known.to() ? new Mark("place", known.from(), end) : known;
    }

    private boolean isArabic(int token) {
        char c = tokens.folded(token).isEmpty() ? ' ' : tokens.folded(token).charAt(0);
        return c >= 0x600 && c <= 0x6FF;
    }

    /** Ideographs up to a sign or a word that goes on with the sentence. */
    private int han(int from) {
        int at = from;
        while (at < tokens.size() && at - from < LONGEST_HAN && tokens.kind(at) == Tokens.Kind.HAN && tokens.clause(at) == tokens.clause(from)) {
            if (marks.startingAt(at, "placeend").isPresent()) {
                return at;
            }
            at++;
        }
        return at - from < 2 || at < tokens.size() && tokens.kind(at) == Tokens.Kind.HAN && tokens.clause(at) == tokens.clause(from) ? from : at;
    }

    /** Words with a great letter, and small ones between two of them; an Arabic place is one word or a known run. */
    private int name(int from) {
        if (isArabic(from)) {
            return marks.startingAt(from, "placeend").isPresent() ? from : from + 1;
        }
        int end = from;
        int at = from;
        while (at < tokens.size() && at - from < LONGEST_PLACE + 2 && tokens.sentence(at) == tokens.sentence(from)) {
            if (isName(at) && marks.startingAt(at, "placeend").isEmpty() && marks.startingAt(at, "cur").isEmpty() && marks.startingAt(at, "term").isEmpty()) {
                end = ++at;
            } else if (at > from && WITHIN.contains(tokens.folded(at)) && at + 1 < tokens.size() && isName(at + 1)
                    && (tokens.kind(at) == Tokens.Kind.WORD || tokens.glued(at) && tokens.glued(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        return end;
    }

    private boolean isName(int token) {
        if (tokens.kind(token) != Tokens.Kind.WORD) {
            return false;
        }
        String word = tokens.words(token, token + 1);
        return Character.isUpperCase(word.charAt(0)) && word.length() > 1;
    }
}
