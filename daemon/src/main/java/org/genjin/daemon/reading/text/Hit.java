package org.genjin.daemon.reading.text;

/**
 * A known word or phrase in a text.
 *
 * @param concept what it stands for; what is before a point is its family: {@code unit.kg}
 * @param from its first token
 * @param to the token after its last
 */
public record Hit(String concept, int from, int to) {

    public String family() {
        int point = concept.indexOf('.');
        return point < 0 ? concept : concept.substring(0, point);
    }

    /** What is after the family's point; "" if there is none. */
    public String kind() {
        int point = concept.indexOf('.');
        return point < 0 ? "" : concept.substring(point + 1);
    }

    /** Whether it only says that the words that it covers are not of its family: {@code sample.-}. */
    boolean isNone() {
        return concept.endsWith(".-");
    }

    boolean covers(Hit other) {
        return from <= other.from && other.to <= to;
    }

    int length() {
        return to - from;
    }
}
