package org.genjin.daemon.reading.when;

import java.time.LocalDate;

/**
 * A date that a text says.
 *
 * @param first the day, or the first of a range
 * @param last the day on which it is over: what is said for then is due
 * @param shape how exactly it was said
 * @param from its first token
 * @param to the first token after it
 */
public record SaidDate(LocalDate first, LocalDate last, Shape shape, int from, int to) {

    /** How exactly a date was said. */
    public enum Shape {
        /** A day or a range of days. */
        DAY,
        /** A part of a week, month or year, or a numbered week. */
        PART,
        /** So long from today. */
        SPAN,
        /** Some time in a week, month or year. */
        PERIOD,
        /** The date that something bears: an order, a letter. */
        BORNE
    }
}
