package org.genjin.daemon.reading.when;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of what may be a date: a word about time, or what several such words said together.
 *
 * @param kind what it says; null if it is a date or a span or no word about time
 * @param date a calendar date that was read whole
 * @param last the end of a range of such
 * @param span its length
 */
record Piece(Atom.@Nullable Kind kind, int value, @Nullable LocalDate date, @Nullable LocalDate last, @Nullable Length span, int from, int to) {

    /** A counted unit. */
    record Length(int least, int most, int unit) {}

    static Piece of(Atom atom, int from, int to) {
        return new Piece(atom.kind(), atom.value(), null, null, null, from, to);
    }

    static Piece other(int from) {
        return new Piece(null, 0, null, null, null, from, from + 1);
    }

    static Piece date(LocalDate date, LocalDate last, int from, int to) {
        return new Piece(null, 0, date, last, null, from, to);
    }

    static Piece span(Length span, int from, int to) {
        return new Piece(null, 0, null, null, span, from, to);
    }

    boolean is(Atom.Kind some) {
        return kind == some;
    }

    boolean isUnit(int unit) {
        return kind == Atom.Kind.UNIT && value == unit;
    }

    /** Whether it is no word about time at all. */
    boolean isOther() {
        return kind == null && date == null && span == null;
    }
}
