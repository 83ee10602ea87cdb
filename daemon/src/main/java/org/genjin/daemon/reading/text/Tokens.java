package org.genjin.daemon.reading.text;

/**
 * A text cut into words, numbers, ideographs and signs, each with its place, its sentence, its clause and its line.
 * Blanks and line ends are no tokens. Immutable.
 */
public final class Tokens {

    /** What a token is made of. */
    public enum Kind {
        /** Letters. */
        WORD,
        /** One ideograph. */
        HAN,
        /** Digits with what groups them and parts their decimals. */
        NUMBER,
        /** One character of anything else. */
        SIGN
    }

    private final String text;
    private final int size;
    private final int[] starts;
    private final int[] ends;
    private final Kind[] kinds;
    private final String[] folded;
    private final int[] lines;
    private final int[] sentences;
    private final int[] clauses;

    Tokens(String text, int size, int[] starts, int[] ends, Kind[] kinds, String[] folded, int[] lines) {
        this.text = text;
        this.size = size;
        this.starts = starts;
        this.ends = ends;
        this.kinds = kinds;
        this.folded = folded;
        this.lines = lines;
        this.sentences = new int[size];
        this.clauses = new int[size];
        new Sentences(this).hit(sentences, clauses);
    }

    /** @param blankGroups whether a blank may group digits by three, as in French and Russian */
    public static Tokens of(String text, boolean blankGroups) {
        return new Tokenizer(text, blankGroups).tokens();
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public Kind kind(int token) {
        return kinds[token];
    }

    /** The token as it is compared: small letters without accents, ASCII digits. */
    public String folded(int token) {
        return folded[token];
    }

    public boolean is(int token, String what) {
        return token >= 0 && token < size && folded[token].equals(what);
    }

    public boolean is(int token, Kind kind) {
        return token >= 0 && token < size && kinds[token] == kind;
    }

    /** Whether nothing stands between this token and the one before. */
    public boolean glued(int token) {
        return token > 0 && token < size && starts[token] == ends[token - 1];
    }

    public int line(int token) {
        return lines[token];
    }

    public int sentence(int token) {
        return sentences[token];
    }

    /** Clauses are numbered through the text. */
    public int clause(int token) {
        return clauses[token];
    }

    /** The token after the sentence's last. */
    public int sentenceEnd(int token) {
        int end = token + 1;
        while (end < size && sentences[end] == sentences[token]) {
            end++;
        }
        return end;
    }

    /** The words from the first token to before the last, as they stand in the text. */
    public String words(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }
}
