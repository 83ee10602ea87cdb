package org.genjin.daemon.reading.text;

/** A known word or phrase in a text. Immutable. */
public final class Hit {

    private final Concept concept;
    private final int from;
    private final int to;

    Hit(Concept concept, int from, int to) {
        this.concept = concept;
        this.from = from;
        this.to = to;
    }

    /** @param concept what it stands for; what is before a point is its family: {@code unit.kg} */
    public Hit(String concept, int from, int to) {
        this(Concept.of(concept), from, to);
    }

    public String concept() {
        return concept.name();
    }

    /** Its first token. */
    public int from() {
        return from;
    }

    /** The token after its last. */
    public int to() {
        return to;
    }

    public String family() {
        return concept.family();
    }

    /** What is after the family's point; "" if there is none. */
    public String kind() {
        return concept.kind();
    }

    /** Whether it only says that the words that it covers are not of its family: {@code sample.-}. */
    boolean isNone() {
        return concept.none();
    }

    boolean covers(Hit other) {
        return from <= other.from && other.to <= to;
    }

    int length() {
        return to - from;
    }

    /** Whether it stands for the same, in the same place. */
    boolean isSame(Hit other) {
        return from == other.from && to == other.to && concept.equals(other.concept);
    }
}
