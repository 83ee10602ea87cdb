package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.reading.text.Mark;
import org.genjin.daemon.reading.text.Marks;
import org.genjin.daemon.reading.text.MarkedText;
import org.genjin.daemon.reading.text.Tokens;

/** Papers of the trade that have a number or lie beside the message. One that is merely asked for or announced is none. */
final class DocumentReading {

    private static final int NEAR = 5;
    private static final int FAR = 16;
    private static final int ATTACHED = 9;
    private static final int FEWEST = 3;
    private static final int YEAR = 4;

    private final MarkedText text;
    private final Tokens tokens;
    private final Marks marks;
    private final List<Chunk> chunks;

    DocumentReading(MarkedText text, List<Chunk> chunks) {
        this.text = text;
        this.tokens = text.tokens();
        this.marks = text.marks();
        this.chunks = chunks;
    }

    List<Finding> read() {
        List<Finding> found = new ArrayList<>();
        List<Mark> bare = new ArrayList<>();
        for (Mark mark : papers()) {
            Optional<Chunk> number = number(mark);
            if (number.isPresent()) {
                int to = Math.max(mark.to(), number.get().to());
                found.add(Finding.of(FactType.DOCUMENT, text, Math.min(mark.from(), number.get().from()), to)
                        .with(FactField.KIND, mark.kind())
                        .with(FactField.NUMBER, number.get().written()));
            } else {
                bare.add(mark);
            }
        }
        for (Mark mark : bare) {
            boolean numbered = found.stream().anyMatch(it -> mark.kind().equals(it.fact().word(FactField.KIND)));
            if (!numbered && mark.family().equals("doc") && isAttached(mark)) {
                found.add(Finding.of(FactType.DOCUMENT, text, mark.from(), mark.to()).with(FactField.KIND, mark.kind()));
            }
        }
        return found;
    }

    private List<Mark> papers() {
        List<Mark> papers = new ArrayList<>(marks.family("doc"));
        marks.family("order").stream().filter(it -> it.kind().equals("PO")).forEach(papers::add);
        for (Mark weak : marks.family("paper")) {
            if (papers.stream().noneMatch(it -> it.from() <= weak.from() && weak.to() <= it.to())) {
                papers.add(weak);
            }
        }
        return papers;
    }

    /** The number right behind the word, or after a word for number further on in the sentence. */
    private Optional<Chunk> number(Mark mark) {
        Optional<Chunk> own = chunkAt(mark.from()).filter(it -> it.to() > mark.to() && it.digits() >= FEWEST);
        if (own.isPresent()) {
            return own.map(it -> afterWord(it, mark));
        }
        int at = mark.to();
        boolean signed = false;
        for (int i = 0; i < NEAR && at < tokens.size() && tokens.sentence(at) == tokens.sentence(mark.from()); i++) {
            Optional<Mark> sign = marks.startingAt(at, "number");
            if (sign.isPresent()) {
                signed = true;
                at = sign.get().to();
            } else if (tokens.kind(at) == Tokens.Kind.SIGN && ":#.(\"-".contains(tokens.folded(at))
                    || marks.startingAt(at, "link").isPresent()) {
                signed = signed || tokens.is(at, ":") || tokens.is(at, "#");
                at = marks.startingAt(at, "link").map(Mark::to).orElse(at + 1);
            } else {
                break;
            }
        }
        boolean known = signed;
        int next = at;
        return chunkAt(at).filter(it -> it.from() == next && isNumber(it, known)).or(() -> mark.family().equals("doc") ? further(mark) : Optional.empty());
    }

    /** "PI#2024-11" is numbered 2024-11, "PO-2024-11" bears its kind in its number. */
    private Chunk afterWord(Chunk chunk, Mark mark) {
        boolean joined = tokens.kind(mark.to()) == Tokens.Kind.NUMBER || tokens.is(mark.to(), "-") || tokens.is(mark.to(), "/");
        if (joined) {
            return chunk;
        }
        int from = mark.to() + 1;
        return from < chunk.to() ? new Chunk(tokens.words(from, chunk.to()), from, chunk.to()) : chunk;
    }

    private Optional<Chunk> further(Mark mark) {
        for (int at = mark.to(); at < tokens.size() && at - mark.to() < FAR && tokens.sentence(at) == tokens.sentence(mark.from()); at++) {
            int here = at;
            if (marks.startingAt(at, "doc").isPresent() || marks.startingAt(at, "paper").isPresent() || marks.startingAt(at, "code").isPresent()
                    || marks.startingAt(at, "track").isPresent()) {
                return Optional.empty();
            }
            Optional<Mark> sign = marks.startingAt(at, "number").filter(it -> !it.kind().equals("weak"));
            if (sign.isPresent()) {
                int next = sign.get().to();
                while (next < tokens.size() && (tokens.is(next, ":") || tokens.is(next, ".") || marks.startingAt(next, "link").isPresent())) {
                    next++;
                }
                int start = next;
                return chunkAt(next).filter(it -> it.from() == start && isNumber(it, true) && here >= 0);
            }
        }
        return Optional.empty();
    }

    private boolean isNumber(Chunk chunk, boolean signed) {
        if (!chunk.hasDigit() || marks.startingAt(chunk.to(), "unit").filter(it -> !chunk.hasLetter()).isPresent()
                || marks.startingAt(chunk.to(), "cur").isPresent() || tokens.is(chunk.to(), "%") || marks.startingAt(chunk.from(), "unit").isPresent()
                || marks.startingAt(chunk.from(), "cur").isPresent() || isDate(chunk)) {
            return false;
        }
        if (signed) {
            return chunk.written().length() >= 2;
        }
        if (chunk.hasLetter() || chunk.written().indexOf('-') > 0 || chunk.written().indexOf('/') > 0) {
            return chunk.digits() >= 2 && chunk.written().length() > FEWEST && !isMeasured(chunk);
        }
        boolean year = chunk.written().length() == YEAR && chunk.written().startsWith("20");
        return chunk.written().chars().allMatch(Character::isDigit) && chunk.digits() >= FEWEST + 1 - (isUpperPo(chunk) ? 1 : 0) && !year;
    }

    private boolean isUpperPo(Chunk chunk) {
        return chunk.from() > 0 && tokens.words(chunk.from() - 1, chunk.from()).chars().allMatch(Character::isUpperCase);
    }

    /** "PO 500kg": the figure and its unit in one. */
    private boolean isMeasured(Chunk chunk) {
        return tokens.kind(chunk.from()) == Tokens.Kind.NUMBER && marks.endingAt(chunk.to(), "unit").isPresent();
    }

    /** 5/6, 03.06.2024, 2024-06-03. */
    private boolean isDate(Chunk chunk) {
        String shape = chunk.shape();
        return shape.equals("9999-99-99") || shape.equals("99.99.9999") || shape.equals("99/99/9999") || shape.equals("9/9")
                || shape.equals("99.99.99") || shape.equals("9.9.9999") || shape.equals("99.9.9999") || shape.equals("9999.99.99")
                || shape.equals("9999/99/99") || shape.equals("99.99") || shape.equals("99/99");
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

    private boolean isAttached(Mark mark) {
        for (Mark attached : marks.family("attached")) {
            boolean same = tokens.sentence(attached.from()) == tokens.sentence(mark.from());
            int distance = attached.from() < mark.from() ? mark.from() - attached.to() : attached.from() - mark.to();
            boolean blocked = List.of("not", "if", "askfor", "future").stream().anyMatch(family -> marks.family(family).stream()
                    .anyMatch(it -> tokens.clause(it.from()) == tokens.clause(mark.from())));
            if (same && distance < ATTACHED && !blocked) {
                return true;
            }
        }
        return false;
    }
}
