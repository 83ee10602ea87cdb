package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Lines;
import org.genjin.daemon.reading.text.Tokens;

/** Codes of products and of customs tariffs: no sizes, grades, standards, dates, numbers of papers. */
final class CodeReading {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final int COLOUR = 10;
    private static final int NEAR = 3;
    private static final int FAR = 14;
    private static final Set<String> MEASURES = Set.copyOf(Lines.of("measures.txt"));
    private static final Set<String> GRADES = Set.copyOf(Lines.of("grades.txt"));

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;

    CodeReading(KnownText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
    }

    /** The chunks that are codes of products; {@code taken} are those that are known to be something else. */
    List<Chunk> products(List<Chunk> chunks, List<Finding> taken) {
        List<Chunk> codes = new ArrayList<>();
        List<Chunk> doubtful = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (!chunk.hasDigit() || chunk.written().length() > LONGEST || taken.stream()
                    .anyMatch(it -> it.touches(chunk.from(), chunk.to()))
                    || isKnown(chunk) || isAddress(chunk)) {
                continue;
            }
            boolean named = isNamed(chunk) || isItem(chunk);
            if (named ? isNamedCode(chunk) : isCode(chunk)) {
                codes.add(chunk);
            } else if (!named && isShortCode(chunk)) {
                doubtful.add(chunk);
            }
        }
        if (!codes.isEmpty()) {
            codes.addAll(doubtful);
        }
        return codes;
    }

    List<Finding> findings(List<Chunk> codes) {
        return codes.stream().map(it -> Finding.of(FactType.PRODUCT_CODE, text, it.from(), it.to())
                .with(FactField.CODE, it.written())).toList();
    }

    /** "Model", "型号", "Art. Nr." right before, or before another code that "and" joins to this one. */
    private boolean isNamed(Chunk chunk) {
        int at = chunk.from();
        for (int i = 0; i < NEAR && at > 0; i++, at--) {
            if (hits.endingAt(at, "code").isPresent()) {
                return tokens.sentence(at - 1) == tokens.sentence(chunk.from());
            }
            String before = tokens.folded(at - 1);
            if (!before.equals(":") && !before.equals(".") && !before.equals("#") && hits.endingAt(at, "number").isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** "- 180508K - 2,500 pcs": alone at the beginning of a line, with a quantity behind a dash or a colon. */
    private boolean isItem(Chunk chunk) {
        int from = chunk.from();
        int to = chunk.to();
        boolean begins = from == 0 || tokens.line(from - 1) != tokens.line(from)
                || tokens.kind(from - 1) == Tokens.Kind.SIGN && (from == 1 || tokens.line(from - 2) != tokens.line(from));
        boolean parted = to + 1 < tokens.size() && tokens.line(to + 1) == tokens.line(from) && (tokens.is(to, "-")
                || tokens.is(to, ":"))
                && !tokens.glued(to + 1);
        return begins && parted && chunk.hasLetter() && chunk.digits() > SHORTEST
                && text.amountAt(to + 1).filter(it -> hits.startingAt(it.to(), "unit").isPresent()).isPresent();
    }

    private boolean isNamedCode(Chunk chunk) {
        return chunk.written().length() >= SHORTEST - 1 && !isMeasure(chunk)
                && (chunk.hasLetter() || chunk.digits() >= SHORTEST && hits.startingAt(chunk.to(), "unit").isEmpty());
    }

    private boolean isCode(Chunk chunk) {
        if (!chunk.hasLetter() || !chunk.isUpper() && !isNamedColour(chunk) && !isMeasured(chunk) || chunk.written().length() < SHORTEST
                || isMeasure(chunk) || isGrade(chunk)) {
            return false;
        }
        boolean joined = chunk.written().indexOf('-') > 0 || chunk.written().indexOf('/') > 0;
        if (joined) {
            return chunk.written().length() > SHORTEST && isJoined(chunk);
        }
        boolean blocks = chunk.shape().matches("A{2,5}9{3,6}[A0-9]{0,3}");
        return blocks || chunk.letters() >= 3 && chunk.digits() >= 3;
    }

    /** Letters and figures in one part, or a part of letters beside one of figures of two or more. */
    private static boolean isJoined(Chunk chunk) {
        return chunk.digits() >= 2 || chunk.letters() > 2;
    }

    /** SM23-Aqua, FL-50/Sq: a code in great letters and figures, and a colour or a shape behind it. */
    private static boolean isNamedColour(Chunk chunk) {
        String written = chunk.written();
        int dash = Math.max(written.lastIndexOf('-'), written.lastIndexOf('/'));
        if (dash < SHORTEST || written.length() - dash > COLOUR
                || !written.substring(dash + 1).chars().allMatch(Character::isLetter)) {
            return false;
        }
        Chunk first = new Chunk(written.substring(0, dash), chunk.from(), chunk.to());
        return first.hasDigit() && first.hasLetter() && first.isUpper() && Character.isLetter(written.charAt(0));
    }

    /** TF-10x80, CUP-8oz/D: great letters, and figures with their measures behind a dash. */
    private boolean isMeasured(Chunk chunk) {
        int from = chunk.from();
        if (chunk.to() - from < 3 || !tokens.is(from + 1, "-") || !tokens.words(from, from + 1).chars().allMatch(Character::isUpperCase)) {
            return false;
        }
        for (int i = from + 2; i < chunk.to(); i++) {
            boolean small = tokens.kind(i) == Tokens.Kind.WORD && !tokens.words(i, i + 1).chars().allMatch(Character::isUpperCase);
            if (small && !(MEASURES.contains(tokens.folded(i)) && tokens.is(i - 1, Tokens.Kind.NUMBER))) {
                return false;
            }
        }
        return tokens.is(from + 2, Tokens.Kind.NUMBER);
    }

    private boolean isShortCode(Chunk chunk) {
        return chunk.shape().matches("A{1,2}9{3,4}A?|A{2,4}-9") && !isGrade(chunk) && !isMeasure(chunk);
    }

    private boolean isKnown(Chunk chunk) {
        for (String family : List.of("cert", "term", "cur", "unit")) {
            if (hits.family(family).stream().anyMatch(it -> it.from() < chunk.to() && chunk.from() < it.to()
                    && isWholly(chunk, it))) {
                return true;
            }
        }
        return hits.endingAt(chunk.from(), "notcode").isPresent();
    }

    /** Whether the chunk is nothing but the known word, with figures: ISO-9001, 40HQ, USD0.86/pc; not HC-100/56. */
    private boolean isWholly(Chunk chunk, Hit hit) {
        if (hit.from() <= chunk.from() && chunk.to() <= hit.to()) {
            return true;
        }
        for (int i = chunk.from(); i < chunk.to(); i++) {
            boolean word = tokens.kind(i) == Tokens.Kind.WORD && !hits.covers(i, "unit") && !hits.covers(i, "cur")
                    && !hits.covers(i, "per");
            if (word || tokens.is(i, "-")) {
                return false;
            }
        }
        return true;
    }

    private boolean isAddress(Chunk chunk) {
        String all = text.tokens().text();
        int start = tokens.start(chunk.from());
        int end = tokens.end(chunk.to() - 1);
        char before = start > 0 ? all.charAt(start - 1) : ' ';
        char after = end < all.length() ? all.charAt(end) : ' ';
        return before == '@' || after == '@' || before == '/' || before == '=' || before == '&' || before == '?'
                || after == '/' && before == '/';
    }

    /** Each part is a number, with or without a measure: 220V/50Hz, 315/80R22.5, M20x1,5. */
    private boolean isMeasure(Chunk chunk) {
        for (int i = chunk.from(); i < chunk.to(); i++) {
            if (tokens.kind(i) == Tokens.Kind.WORD && !MEASURES.contains(tokens.folded(i))) {
                return false;
            }
        }
        return tokens.kind(chunk.from()) == Tokens.Kind.NUMBER || chunk.letters() == 0;
    }

    /** Letters that a size, a grade, a standard or a protection class begins with, and then figures. */
    private boolean isGrade(Chunk chunk) {
        int i = chunk.from();
        return tokens.kind(i) == Tokens.Kind.WORD && GRADES.contains(tokens.folded(i).toLowerCase(Locale.ROOT))
                && (chunk.to() - i <= 2 || !tokens.is(i + 1, "-") || GRADES.contains(tokens.folded(i) + "-"));
    }

    /** Figures after "HS code", "NCM", "ТН ВЭД", blanks and points taken out. */
    List<Finding> tariffs() {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Tokens.Kind.NUMBER && isWhole(tokens.folded(i))
                    && hits.startingAt(i + 1, "cur").isEmpty()) {
                found.add(Finding.of(FactType.HS_CODE, text, i, i + 1)
                        .with(FactField.CODE, tokens.folded(i).replace(".", "")));
            }
        }
        for (Hit hit : hits.family("hs")) {
            int at = hit.to();
            while (at < tokens.size() && at - hit.to() < FAR && tokens.kind(at) != Tokens.Kind.NUMBER) {
                at++;
            }
            boolean near = at - hit.to() < NEAR + 1;
            Optional<Finding> tariff = tariff(hit, at).filter(it -> near || isHeading(it));
            while (tariff.isPresent()) {
                found.add(tariff.get());
                int next = tariff.get().to();
                boolean more = next + 1 < tokens.size() && (hits.startingAt(next, "and").isPresent()
                        || ",;/、".contains(tokens.folded(next)));
                tariff = (more ? tariff(hit, next + 1) : Optional.<Finding>empty()).or(() -> another(hit, next));
            }
        }
        return found;
    }

    /** 8516.29.39 is written so by nobody but customs. */
    private static boolean isWhole(String figure) {
        return figure.length() >= 10 && figure.length() <= 13 && figure.charAt(4) == '.' && figure.charAt(7) == '.'
                && figure.indexOf('.', 8) < 0 && figure.indexOf(',') < 0;
    }

    /** "figura 3808.93.24 y tiene que ser 3808.93.29": further on in the sentence. */
    private Optional<Finding> another(Hit hit, int from) {
        for (int at = from; at < tokens.size() && at - from < FAR
                && tokens.sentence(at) == tokens.sentence(from - 1); at++) {
            if (tokens.kind(at) == Tokens.Kind.NUMBER && tokens.folded(at).length() > SHORTEST + 2
                    && tokens.folded(at).charAt(SHORTEST) == '.') {
                return tariff(hit, at);
            }
        }
        return Optional.empty();
    }

    /** Far from the word only what is written as these codes are: 8714.94. */
    private boolean isHeading(Finding tariff) {
        return tokens.words(tariff.to() - 1, tariff.to()).contains(".")
                || tariff.fact().values().toString().length() >= 8 + SHORTEST;
    }

    private Optional<Finding> tariff(Hit hit, int from) {
        StringBuilder digits = new StringBuilder();
        int at = from;
        while (at < tokens.size() && tokens.sentence(at) == tokens.sentence(from)) {
            if (tokens.kind(at) == Tokens.Kind.NUMBER) {
                String figures = tokens.folded(at).replaceAll("[^0-9]", "");
                if (digits.length() + figures.length() > 10) {
                    break;
                }
                digits.append(figures);
            } else if (!(tokens.is(at, ".") && tokens.glued(at) && tokens.glued(at + 1))) {
                break;
            }
            at++;
        }
        if (digits.length() < 4 || digits.length() % 2 != 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(FactType.HS_CODE, text, from - hit.to() < NEAR ? hit.from() : from, at)
                .with(FactField.CODE, digits.toString()));
    }
}
