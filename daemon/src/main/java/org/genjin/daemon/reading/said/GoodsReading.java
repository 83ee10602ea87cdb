package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/** How much of the goods, and how much at least. Pack sizes, capacities, samples and what a price is for are none. */
final class GoodsReading {

    private static final int NEAR = 12;
    private static final int BESIDE = 4;
    private static final Set<String> OF = Set.of("de", "of", "a", "zu", "по");
    private static final BigDecimal PACKED = BigDecimal.valueOf(50);
    private static final List<String> PACKS = List.of("unit.bag", "unit.ctn", "unit.roll", "unit.pallet");
    private static final Set<String> MEASURED = Set.of("kg", "t", "lb", "m", "m2", "m3", "l");

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Money> money;
    private final List<Chunk> codes;

    GoodsReading(KnownText text, List<Money> money, List<Chunk> codes) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
        this.money = money;
        this.codes = codes;
    }

    List<Finding> read() {
        List<Finding> found = new ArrayList<>();
        List<Quantity> all = new ArrayList<>(Quantity.all(text));
        all.addAll(new UncountedGoods(text, money, codes).read(all));
        List<Hit> used = new ArrayList<>();
        for (Quantity quantity : all) {
            if (money.stream().anyMatch(it -> it.from() < quantity.to() && quantity.from() < it.to())
                    || codes.stream().anyMatch(it -> it.from() < quantity.to() && quantity.from() < it.to())
                            || isNoAmount(quantity)) {
                continue;
            }
            Optional<Hit> instead = hits.endingAt(quantity.from(), "instead");
            if (instead.isPresent()) {
                rather(quantity, instead.get()).ifPresent(it -> add(found, FactType.QUANTITY, it));
                continue;
            }
            Optional<Hit> least = leastOrder(quantity, used);
            if (least.isPresent()) {
                used.add(least.get());
                add(found, FactType.MOQ, quantity);
            } else if (!isBesideTheGoods(quantity)) {
                add(found, FactType.QUANTITY, quantity);
            }
        }
        asked(used).ifPresent(found::add);
        return found;
    }

    /** "250 instead of 200 sets": what is wanted has its unit from what is not. */
    private Optional<Quantity> rather(Quantity unwanted, Hit instead) {
        return text.amounts().stream()
                .filter(it -> it.to() == instead.from() && UncountedGoods.isWhole(it))
                .map(it -> new Quantity(it.whole(), unwanted.unit(), null, it.from(), it.to()))
                .findFirst();
    }

    /** A minimum order word without a number where somebody asks. */
    private Optional<Finding> asked(List<Hit> used) {
        for (Hit hit : hits.family("moqask")) {
            if (used.stream().noneMatch(it -> tokens.sentence(it.from()) == tokens.sentence(hit.from()))) {
                return Optional.of(Finding.of(FactType.MOQ_ASKED, text, hit.from(), hit.to()));
            }
        }
        for (Hit hit : hits.family("moq")) {
            int sentence = tokens.sentence(hit.from());
            boolean stated = used.stream().anyMatch(it -> tokens.sentence(it.from()) == sentence);
            int last = tokens.sentenceEnd(hit.from()) - 1;
            boolean asks = tokens.is(last, "?") || text.inSentence("question", hit.from())
                    || text.inSentence("ask", hit.from());
            if (!stated && asks) {
                return Optional.of(Finding.of(FactType.MOQ_ASKED, text, hit.from(), hit.to()));
            }
        }
        return Optional.empty();
    }

    private void add(List<Finding> found, FactType type, Quantity quantity) {
        Finding one = Finding.of(type, text, quantity.from(), quantity.to()).with(FactField.UNIT, quantity.unit());
        // "Raise the order from 400 to 600": what it was is no longer wanted.
        boolean changed = type == FactType.QUANTITY && text.inSentence("changeorder", quantity.from());
        if (quantity.least() != null && !changed) {
            found.add(one.with(FactField.AMOUNT, quantity.least()));
        }
        found.add(one.with(FactField.AMOUNT, quantity.amount()));
    }

    /** A minimum order word before it in its sentence with no other number in between, or right behind it. */
    private Optional<Hit> leastOrder(Quantity quantity, List<Hit> used) {
        Hit best = null;
        for (Hit hit : hits.family("moq")) {
            if (hits.family("moqask").stream().anyMatch(it -> it.from() <= hit.from() && hit.to() <= it.to())) {
                continue;
            }
            boolean before = hit.to() <= quantity.from() && quantity.from() - hit.to() < NEAR;
            boolean behind = hit.from() >= quantity.to() && hit.from() - quantity.to() < BESIDE;
            boolean same = before ? tokens.sentence(hit.from()) == tokens.sentence(quantity.from())
                    : sameClause(hit, quantity.from());
            if (same && !used.contains(hit) && (before || behind)) {
                best = hit;
            }
        }
        return Optional.ofNullable(best).or(() -> below(quantity));
    }

    /** "Below 1,000 pairs we do not produce". */
    private Optional<Hit> below(Quantity quantity) {
        return hits.endingAt(quantity.from(), "moqbelow").filter(it -> hits.family("not").stream()
                        .anyMatch(not -> not.from() >= quantity.to() && not.from() - quantity.to() < NEAR
                                && tokens.sentence(not.from()) == tokens.sentence(it.from()))
                || hits.endingAt(it.from(), "not").isPresent());
    }

    /** What measures one of the goods, not how many there are. */
    private boolean isNoAmount(Quantity quantity) {
        int from = quantity.from();
        int to = quantity.to();
        boolean dimension = isTimes(tokens, from - 1) || isTimes(tokens, to) && !Quantity.isContainer(quantity.unit())
                && money.stream().noneMatch(it -> it.from() == to + 1);
        boolean rate = to < tokens.size() && tokens.glued(to) && tokens.is(to, "/") && !tokens.is(to + 1, "month")
                || hits.startingAt(to, "every").isPresent() && hits.startingAt(to, "per").isEmpty() && isFollowed(to);
        boolean grade = from > 0 && tokens.kind(from) == Tokens.Kind.NUMBER && tokens.glued(from)
                && tokens.kind(from - 1) != Tokens.Kind.HAN && !isOpening(from - 1);
        boolean packed = hits.startingAt(to, "packing").filter(it -> sameClause(it, to - 1)).isPresent()
                || hits.endingAt(from, "ofeach").isPresent()
                || quantity.unit().equals("m") && hits.startingAt(to, "measure").isPresent();
        // The general counter of Chinese counts days, questions and colours too.
        boolean general = tokens.is(to - 1, "个");
        boolean idle = general && hits.startingAt(to, "notgoods").filter(it -> sameClause(it, to - 1)).isPresent();
        return dimension || rate || grade || packed || idle || isSize(quantity) || isStep(quantity);
    }

    /** Whether the clause goes on behind a word: "600 Stück ein." says no rate. */
    private boolean isFollowed(int word) {
        return word + 1 < tokens.size() && tokens.clause(word + 1) == tokens.clause(word) && tokens.kind(word + 1) != Tokens.Kind.SIGN;
    }

    /**
     * "190T pongee", "20L桶", "18m+": a measure written in one with what it measures; "480 kg, 4 pcs": one of those
     * that are counted.
     */
    private boolean isSize(Quantity quantity) {
        if (!MEASURED.contains(quantity.unit())) {
            return false;
        }
        int last = quantity.to() - 1;
        int next = quantity.to();
        boolean glued = tokens.glued(last) && tokens.end(last) - tokens.start(last) == 1
                && tokens.is(last, Tokens.Kind.WORD);
        boolean goesOn = next < tokens.size() && tokens.sentence(next) == tokens.sentence(last)
                && (tokens.kind(next) != Tokens.Kind.SIGN || tokens.is(next, "+") || tokens.is(next, ":"));
        boolean counted = next + 1 < tokens.size() && (tokens.is(next, ",") || tokens.is(next, "("))
                && Quantity.startingAt(text, next + 1).filter(it -> !MEASURED.contains(it.unit())).isPresent();
        // Nobody orders 1.89 kg, nor 1 kg.
        boolean fraction = quantity.amount().scale() > 0 && quantity.amount().compareTo(BigDecimal.TEN) < 0;
        boolean small = (fraction || quantity.amount().compareTo(BigDecimal.TWO) <= 0) && !quantity.unit().equals("t");
        return glued && goesOn && !inClause(quantity, "short") || counted || small || isCell(quantity);
    }

    /** "carton 5 kg      3.10 €/kg": a column of a price list says how the goods are packed. */
    private boolean isCell(Quantity quantity) {
        for (Money sum : money) {
            if (sum.from() >= quantity.to() && tokens.line(sum.from()) == tokens.line(quantity.to() - 1)) {
                String between = tokens.text().substring(tokens.end(quantity.to() - 1), tokens.start(sum.from()));
                return sum.per() != null && (between.startsWith("  ") || between.startsWith("\t")
                        || between.contains("   ") && MEASURED.contains(sum.per()));
            }
        }
        return false;
    }

    /** "350 solar kits (4 lamps, battery)", "50 bags (60 kg jute)": what one of the sets or packs is made of. */
    private boolean isPart(Quantity quantity) {
        int bracket = quantity.from() - 1;
        if (!tokens.is(bracket, "(") || Quantity.isContainer(quantity.unit())) {
            return false;
        }
        boolean packed = MEASURED.contains(quantity.unit()) && PACKS.stream().anyMatch(it -> hits.endingAt(bracket, "unit")
                .filter(unit -> unit.concept().equals(it)).isPresent());
        return packed || hits.of("unit.set").stream().anyMatch(it -> it.to() <= quantity.from() && sameClause(it, quantity.from()));
    }

    /** "the same bags of 50 kg". */
    private boolean isPackOf(Quantity quantity) {
        int before = quantity.from() - 1;
        return before > 0 && OF.contains(tokens.folded(before)) && quantity.unit().equals("kg")
                && quantity.amount().compareTo(PACKED) <= 0;
    }

    /** "1,000 pcs: $4.85": from how many on a price holds. */
    private boolean isStep(Quantity quantity) {
        int next = quantity.to();
        return next + 1 < tokens.size() && (tokens.is(next, ":") || tokens.is(next, "=") || tokens.is(next, "+")
                || tokens.is(next, "≥"))
                && money.stream().anyMatch(it -> it.from() > next && it.from() - next <= 2
                        && tokens.line(it.from()) == tokens.line(next));
    }

    private boolean isOpening(int token) {
        // The Arabic 'and' is written onto what follows.
        return "(:=,;-~≈.\"'#)".contains(tokens.folded(token)) || tokens.is(token, "x") || tokens.is(token, "*") || tokens.is(token, "و");
    }

    static boolean isTimes(Tokens tokens, int token) {
        return token >= 0 && token < tokens.size() && (tokens.is(token, "x") || tokens.is(token, "*")
                || tokens.is(token, "х"));
    }

    /** Said of packing, room, stock, samples or a part of the goods. */
    private boolean isBesideTheGoods(Quantity quantity) {
        if (Quantity.isContainer(quantity.unit())) {
            return inClause(quantity, "capacity") && !isTimes(tokens, quantity.from() + 1);
        }
        if (hits.covers(quantity.from(), "complaint")) {
            return false;
        }
        return isPackOf(quantity) || isPart(quantity) || inClause(quantity, "pack") || inClause(quantity, "capacity")
                || inClause(quantity, "stock")
                || inClause(quantity, "sample") && !inClause(quantity, "ordering")
                || near(quantity, "sample") || near(quantity, "tolerance");
    }

    private boolean near(Quantity quantity, String family) {
        return hits.family(family).stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(quantity.from())
                        && it.from() < quantity.to() + BESIDE && it.to() > quantity.from() - BESIDE);
    }

    private boolean inClause(Quantity quantity, String family) {
        return hits.family(family).stream().anyMatch(it -> sameClause(it, quantity.from())
                && !isBracketed(it, quantity) || isHead(it, quantity));
    }

    /** "3,200 m (width 150 cm)": what stands in brackets is not said of the amount. */
    private boolean isBracketed(Hit hit, Quantity quantity) {
        for (int i = quantity.to(); i < hit.from(); i++) {
            if (tokens.is(i, "(")) {
                return true;
            }
        }
        return false;
    }

    /**
     * "Packing of the goods: boxes of 2 kg, master 20 kg": what stands before the colon is said of what follows in
     * the sentence.
     */
    private boolean isHead(Hit hit, Quantity quantity) {
        if (hit.to() > quantity.from() || tokens.sentence(hit.from()) != tokens.sentence(quantity.from())) {
            return false;
        }
        int at = hit.to();
        while (at < quantity.from() && tokens.clause(at) == tokens.clause(hit.from()) && !tokens.is(at, ":")) {
            at++;
        }
        return tokens.is(at, ":");
    }

    private boolean sameClause(Hit hit, int token) {
        return tokens.clause(hit.from()) == tokens.clause(token);
    }
}
