package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;

/** Papers of the trade that have a number or lie beside the message. One that is merely asked for or announced is none. */
final class DocumentReading {

    private static final List<String> NOT_ATTACHED = List.of("not", "if", "askfor", "future");
    private static final int NEAR = 5;
    private static final int FAR = 16;
    private static final int ATTACHED = 9;
    private static final int FEWEST = 3;
    private static final int YEAR = 4;
    private static final int ENDING = 5;

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Chunk> chunks;

    DocumentReading(KnownText text, List<Chunk> chunks) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
        this.chunks = chunks;
    }

    List<Finding> read() {
        List<Finding> found = new ArrayList<>();
        List<Hit> bare = new ArrayList<>();
        for (Hit hit : papers()) {
            Optional<Chunk> number = number(hit);
            if (number.isPresent()) {
                int to = Math.max(hit.to(), number.get().to());
                found.add(Finding.of(FactType.DOCUMENT, text, Math.min(hit.from(), number.get().from()), to)
                        .with(FactField.KIND, hit.kind())
                        .with(FactField.NUMBER, withoutEnding(number.get().written())));
            } else {
                bare.add(hit);
            }
        }
        for (Hit hit : bare) {
            boolean numbered = found.stream().anyMatch(it -> hit.kind().equals(it.fact().word(FactField.KIND)));
            if (!numbered && hit.family().equals("doc") && isAttached(hit)) {
                found.add(Finding.of(FactType.DOCUMENT, text, hit.from(), hit.to()).with(FactField.KIND, hit.kind()));
            }
        }
        return found;
    }

    /** "PO 2025-19.pdf" is a file's name. */
    private static String withoutEnding(String number) {
        int point = number.lastIndexOf('.');
        boolean ending = point > 0 && number.length() - point <= ENDING
                && number.substring(point + 1).chars().allMatch(Character::isLowerCase);
        return ending ? number.substring(0, point) : number;
    }

    private List<Hit> papers() {
        List<Hit> papers = new ArrayList<>(hits.family("doc"));
        // The end of a code is no word.
        papers.removeIf(it -> tokens.glued(it.from()) && (tokens.is(it.from() - 1, Tokens.Kind.NUMBER)
                || tokens.is(it.from() - 1, "-")));
        for (Hit weak : hits.family("paper")) {
            if (papers.stream().noneMatch(it -> it.from() < weak.to() && weak.from() < it.to())) {
                papers.add(weak);
            }
        }
        return papers;
    }

    /** The number right behind the word, or after a word for number further on in the sentence. */
    private Optional<Chunk> number(Hit hit) {
        Optional<Chunk> own = chunkAt(hit.from()).filter(it -> it.to() > hit.to() && it.digits() >= FEWEST
                && isOwn(it, hit));
        if (own.isPresent()) {
            return own.map(it -> afterWord(it, hit));
        }
        int at = hit.to();
        boolean signed = false;
        for (int i = 0; i < NEAR && at < tokens.size() && tokens.sentence(at) == tokens.sentence(hit.from()); i++) {
            Optional<Hit> sign = hits.startingAt(at, "number");
            if (sign.isPresent()) {
                signed = true;
                at = sign.get().to();
            } else if (tokens.kind(at) == Tokens.Kind.SIGN && ":#.(\"-".contains(tokens.folded(at))
                    || hits.startingAt(at, "link").isPresent()) {
                signed = signed || tokens.is(at, ":") || tokens.is(at, "#");
                at = hits.startingAt(at, "link").map(Hit::to).orElse(at + 1);
            } else {
                break;
            }
        }
        boolean known = signed;
        int next = at;
        return chunkAt(at).filter(it -> it.from() == next && isNumber(it, known)).or(() -> hit.family().equals("doc")
                ? further(hit) : Optional.empty());
    }

    /** PL-2510-7 is a packing list if something says so, and a product's code if nothing does. */
    private boolean isOwn(Chunk chunk, Hit hit) {
        boolean usual = !hit.kind().equals("PL") && !hit.kind().equals("BL") && !hit.kind().equals("LC");
        int before = chunk.from() - 1;
        return chunk.from() == hit.from() && (usual || before >= 0
                && (tokens.is(before, ":") || tokens.is(before, "#") || hits.endingAt(chunk.from(), "number").isPresent()));
    }

    /** "PI#2024-11" is numbered 2024-11, "PO-2024-11" bears its kind in its number. */
    private Chunk afterWord(Chunk chunk, Hit hit) {
        boolean joined = tokens.kind(hit.to()) == Tokens.Kind.NUMBER || tokens.is(hit.to(), "-") || tokens.is(hit.to(), "/");
        if (joined) {
            return chunk;
        }
        int from = hit.to() + 1;
        return from < chunk.to() ? new Chunk(tokens.words(from, chunk.to()), from, chunk.to()) : chunk;
    }

    private boolean same(int token, Hit hit) {
        return tokens.sentence(token) == tokens.sentence(hit.from());
    }

    private Optional<Chunk> further(Hit hit) {
        for (int at = hit.to(); at < tokens.size() && at - hit.to() < FAR && same(at, hit); at++) {
            if (hits.startingAt(at, "doc").isPresent() || hits.startingAt(at, "paper").isPresent()
                    || hits.startingAt(at, "code").isPresent()
                    || hits.startingAt(at, "track").isPresent()) {
                return Optional.empty();
            }
            Optional<Hit> sign = hits.startingAt(at, "number").filter(it -> !it.kind().equals("weak"));
            if (sign.isPresent()) {
                int next = sign.get().to();
                while (next < tokens.size() && (tokens.is(next, ":") || tokens.is(next, ".")
                        || hits.startingAt(next, "link").isPresent())) {
                    next++;
                }
                int start = next;
                return chunkAt(next).filter(it -> it.from() == start && isNumber(it, true));
            }
        }
        return Optional.empty();
    }

    private boolean isNumber(Chunk chunk, boolean signed) {
        if (!chunk.hasDigit() || isCounted(chunk)
                || hits.startingAt(chunk.to(), "cur").isPresent() || tokens.is(chunk.to(), "%")
                || hits.startingAt(chunk.from(), "unit").filter(it -> it.to() >= chunk.to()).isPresent()
                || hits.startingAt(chunk.from(), "cur").isPresent() && chunk.written().indexOf('-') < 0 || isDate(chunk)) {
            return false;
        }
        if (signed) {
            return chunk.written().length() >= 2;
        }
        if (chunk.hasLetter() || chunk.written().indexOf('-') > 0 || chunk.written().indexOf('/') > 0) {
            return chunk.digits() >= 2 && chunk.written().length() > FEWEST && !isMeasured(chunk);
        }
        boolean year = chunk.written().length() == YEAR && chunk.written().startsWith("20");
        return chunk.written().chars().allMatch(Character::isDigit)
                && chunk.digits() >= FEWEST + 1 - (isUpperPo(chunk) ? 1 : 0) && !year;
    }

    /** "The offer: 20 days": a figure that says how many of something. */
    private boolean isCounted(Chunk chunk) {
        boolean counted = hits.startingAt(chunk.to(), "unit").isPresent()
                || chunk.digits() < FEWEST && hits.startingAt(chunk.to(), "notgoods").isPresent()
                        && hits.endingAt(chunk.from(), "number").isEmpty();
        return counted && !chunk.hasLetter();
    }

    private boolean isUpperPo(Chunk chunk) {
        return chunk.from() > 0 && tokens.words(chunk.from() - 1, chunk.from()).chars().allMatch(Character::isUpperCase);
    }

    /** "PO 500kg": the figure and its unit in one. */
    private boolean isMeasured(Chunk chunk) {
        return tokens.kind(chunk.from()) == Tokens.Kind.NUMBER && hits.endingAt(chunk.to(), "unit").isPresent();
    }

    /** 5/6, 03.06.2024, 2024-06-03: two or three short runs of figures, a year among them or not. */
    private static boolean isDate(Chunk chunk) {
        String[] parts = chunk.written().split("[-/.]", -1);
        boolean figures = chunk.written().chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '/' || c == '.');
        if (!figures || parts.length < 2 || parts.length > 3) {
            return false;
        }
        for (String part : parts) {
            boolean year = part.length() == YEAR && parts.length == 3 && (part.startsWith("20") || part.startsWith("19"));
            if (part.isEmpty() || part.length() > 2 && !year) {
                return false;
            }
        }
        return parts.length == 3 || chunk.written().indexOf('-') < 0;
    }

    private Optional<Chunk> chunkAt(int token) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).to() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < chunks.size() && chunks.get(low).from() <= token ? Optional.of(chunks.get(low)) : Optional.empty();
    }

    private boolean isAttached(Hit hit) {
        for (Hit attached : hits.family("attached")) {
            boolean same = tokens.sentence(attached.from()) == tokens.sentence(hit.from());
            int distance = attached.from() < hit.from() ? hit.from() - attached.to() : attached.from() - hit.to();
            boolean blocked = NOT_ATTACHED.stream().anyMatch(family -> text.inClause(family, hit.from()));
            if (same && distance < ATTACHED && !blocked) {
                return true;
            }
        }
        return false;
    }
}
