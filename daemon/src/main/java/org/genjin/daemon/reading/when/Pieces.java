package org.genjin.daemon.reading.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a text's words those that are about time, and of these the calendar dates, hours and lengths of time. */
final class Pieces {

    private static final int MOST_UNITS = 400;

    private final Row row;
    private final Calendar calendar;
    private final List<Piece> made = new ArrayList<>();

    private Pieces(Row row, Calendar calendar) {
        this.row = row;
        this.calendar = calendar;
    }

    static List<Piece> of(Tokens tokens, Lexicon<List<Atom>> words, Calendar calendar) {
        Pieces pieces = new Pieces(new Row(tokens, words), calendar);
        for (int at = 0; at < pieces.row.size(); ) {
            at = pieces.make(at);
        }
        return pieces.made;
    }

    /** Adds what begins there and says where to go on. */
    private int make(int at) {
        Piece piece = row.get(at);
        int to = -1;
        if (piece.is(Atom.Kind.NUMBER)) {
            to = figures(at);
            to = to < 0 ? chinese(at) : to;
            to = to < 0 ? dayOfMonth(at) : to;
            to = to < 0 ? clock(at) : to;
            to = to < 0 ? length(at) : to;
            to = to < 0 ? dayMark(at) : to;
        } else if (piece.is(Atom.Kind.MONTH)) {
            to = monthAndDay(at);
        } else if ((piece.is(Atom.Kind.WEEKNUMBER) || row.bareWeek(at)) && row.number(at + 1) >= 1 && row.number(at + 1) <= 53) {
            made.add(new Piece(Atom.Kind.WEEKNUMBER, row.number(at + 1), null, null, null, piece.from(), row.get(at + 1).to()));
            to = at + 2;
        } else if (piece.is(Atom.Kind.DAYLEAD)) {
            to = ledDay(at);
        } else if (piece.is(Atom.Kind.UNIT) && row.is(at + 1, Atom.Kind.IN) && row.number(at + 2) > 0) {
            // Russian: дня через три.
            made.add(row.get(at + 1));
            made.add(Piece.span(new Piece.Length(row.number(at + 2), row.number(at + 2), piece.value()), piece.from(), row.get(at + 2).to()));
            to = at + 3;
        }
        if (to < 0) {
            made.add(piece);
            return at + 1;
        }
        return to;
    }

    /** 2024-06-15, 15.06.2024, 15/6, 6.15. */
    private int figures(int at) {
        String mark = row.separator(at + 1);
        if (mark.isEmpty() || row.number(at + 2) < 0 || !row.glued(at + 2) || row.decimalBefore(at)) {
            return -1;
        }
        int one = row.number(at);
        int two = row.number(at + 2);
        if (row.mark(at + 3, mark) && row.glued(at + 3) && row.number(at + 4) >= 0 && row.glued(at + 4)) {
            int three = row.number(at + 4);
            boolean more = row.separator(at + 5).equals(mark) && row.number(at + 6) >= 0 && row.glued(at + 6);
            LocalDate date = more ? null : one > 31 ? calendar.date(one, two, three) : calendar.figures(one, two, three, mark.equals("."));
            return add(date, date, at, at + 5);
        }
        boolean dotted = mark.equals(".");
        boolean closed = dotted && row.mark(at + 3, ".") && row.glued(at + 3) && row.width(at + 2) == 2;
        boolean led = (row.led(at) || row.is(at + 3, Atom.Kind.BY)) && !row.unitAfter(at + 3) && (!dotted || calendar.dotted());
        boolean shaped = row.width(at) <= 2 && row.width(at + 2) <= 2 && !mark.equals("-");
        if (!shaped || (!closed && !led) || row.separator(at + 3).equals("/")) {
            return -1;
        }
        LocalDate date = calendar.figures(one, two, -1, dotted);
        return add(date, date, at, closed ? at + 4 : at + 3);
    }

    /** 2024年6月15日, 6月10日至15日, 6月底. */
    private int chinese(int at) {
        int year = -1;
        int start = at;
        if (row.is(at + 1, Atom.Kind.YEARMARK) && row.number(at) > 1900) {
            year = row.number(at);
            at += 2;
        }
        int month = row.number(at);
        if (month < 1 || month > 12) {
            return -1;
        }
        if (row.is(at + 1, Atom.Kind.MONTHMARK)) {
            if (row.number(at + 2) >= 1 && row.number(at + 2) <= 31) {
                int day = row.number(at + 2);
                int to = row.is(at + 3, Atom.Kind.DAYMARK) ? at + 4 : at + 3;
                int range = row.rangeTo(to);
                if (range > 0 && row.number(range) <= 31 && row.is(range + 1, Atom.Kind.DAYMARK)) {
                    return range(year, month, day, row.number(range), start, range + 2);
                }
                return range(year, month, day, day, start, to);
            }
            made.add(new Piece(Atom.Kind.MONTH, month, null, null, null, row.get(start).from(), row.get(at + 1).to()));
            return at + 2;
        }
        // The words for a month's end and the like name the month themselves.
        if (row.glued(at + 1) && at + 2 < row.size() && row.get(at + 2).isUnit(Units.MONTH) && row.get(at + 1).from() == row.get(at + 2).from()) {
            made.add(new Piece(Atom.Kind.MONTH, month, null, null, null, row.get(start).from(), row.get(at + 1).from()));
            made.add(row.get(at + 1));
            return at + 3;
        }
        return -1;
    }

    /** 15 June, 15. Juni 2024, 10–15 de junio. */
    private int dayOfMonth(int at) {
        int day = row.number(at);
        if (day < 1 || day > 31) {
            return -1;
        }
        int next = row.ordinal(at + 1);
        int last = day;
        int range = row.rangeTo(next);
        if (range > 0 && row.number(range) <= 31) {
            last = row.number(range);
            next = row.ordinal(range + 1);
        }
        next = row.filled(next);
        if (!row.is(next, Atom.Kind.MONTH)) {
            return -1;
        }
        int month = row.get(next).value();
        int end = row.yearAfter(next + 1);
        int year = end > next + 1 ? row.number(end - 1) : -1;
        return range(year, month, day, last, at, end);
    }

    /** June 15th, 2024. */
    private int monthAndDay(int at) {
        int first = row.is(at + 1, Atom.Kind.DAYLEAD) ? at + 2 : at + 1;
        int day = row.number(first);
        if (day < 1 || day > 31 || row.width(first) > 2 || row.mark(first + 1, "%") || (row.mark(first + 1, ":") && row.glued(first + 1))) {
            return -1;
        }
        int next = row.ordinal(first + 1);
        int last = day;
        int range = row.rangeTo(next);
        if (range > 0 && row.number(range) <= 31 && row.width(range) <= 2) {
            last = row.number(range);
            next = row.ordinal(range + 1);
        }
        int end = row.yearAfter(next);
        int year = end > next ? row.number(end - 1) : -1;
        return range(year, row.get(at).value(), day, last, at, end);
    }

    private int clock(int at) {
        if (row.number(at) > 24) {
            return -1;
        }
        int end = at + 1;
        if ((row.mark(end, ":") || row.mark(end, ".")) && row.glued(end) && row.number(end + 1) >= 0 && row.number(end + 1) < 60 && row.glued(end + 1)) {
            boolean colon = row.mark(end, ":");
            end += 2;
            if (!colon && !row.is(end, Atom.Kind.CLOCK)) {
                return -1;
            }
        } else if (!row.is(end, Atom.Kind.CLOCK)) {
            return -1;
        }
        end = row.is(end, Atom.Kind.CLOCK) ? end + 1 : end;
        made.add(new Piece(Atom.Kind.TIME, 0, null, null, null, row.get(at).from(), row.get(end - 1).to()));
        return end;
    }

    /** 25-30 days, 3 weeks, 30 (thirty) days, 1.5 months. */
    private int length(int at) {
        int least = row.number(at);
        int most = least;
        int next = at + 1;
        boolean half = (row.mark(next, ".") || row.mark(next, ",")) && row.glued(next) && row.number(next + 1) == 5 && row.glued(next + 1);
        if (half && row.is(next + 2, Atom.Kind.UNIT) && row.get(next + 2).value() == Units.MONTH) {
            return span(new Piece.Length(2 * least + 1, 2 * least + 1, Units.HALF_MONTH), at, next + 3);
        }
        if (row.mark(next, "(") && row.number(next + 1) > 0 && row.mark(next + 2, ")")) {
            least = row.number(next + 1);
            most = least;
            next += 3;
        } else {
            int range = row.mark(next, "/") ? next + 1 : row.rangeTo(next);
            if (range > 0 && row.number(range) > 0) {
                most = row.number(range);
                next = range + 1;
            }
        }
        next = row.is(next, Atom.Kind.FILL) || row.mark(next, "-") ? next + 1 : next;
        boolean counted = row.is(next, Atom.Kind.UNIT) && !row.decimalBefore(at) && most > 0 && most <= MOST_UNITS;
        return counted ? span(new Piece.Length(least, Math.max(least, most), row.get(next).value()), at, next + 1) : -1;
    }

    private int span(Piece.Length length, int from, int to) {
        made.add(Piece.span(length, row.get(from).from(), row.get(to - 1).to()));
        return to;
    }

    /** the 15th, 15号. */
    private int dayMark(int at) {
        int day = row.number(at);
        boolean hyphen = row.mark(at + 1, "-") && row.glued(at + 1) && row.is(at + 2, Atom.Kind.DAYMARK);
        return (hyphen || row.is(at + 1, Atom.Kind.DAYMARK)) && day >= 1 && day <= 31 ? day(day, at, hyphen ? at + 3 : at + 2) : -1;
    }

    /** The number alone after such words as 'by the': what makes a whole date of it is read as that. */
    private int ledDay(int at) {
        int day = row.number(at + 1);
        int next = at + 2;
        if (day < 1 || day > 31 || row.width(at + 1) > 2) {
            return -1;
        }
        boolean decimal = (row.separator(next).isEmpty() ? row.mark(next, ",") || row.mark(next, ":") : true) && row.number(next + 1) >= 0 && row.glued(next + 1);
        next = row.is(next, Atom.Kind.DAYMARK) || (row.mark(next, ".") && row.glued(next)) ? next + 1 : next;
        boolean counted = row.is(next, Atom.Kind.UNIT) || row.is(next, Atom.Kind.CLOCK) || row.is(next, Atom.Kind.TO) || row.mark(next, "%");
        boolean noun = next == at + 2 && row.noun(next);
        return decimal || counted || noun || row.is(row.filled(next), Atom.Kind.MONTH) || row.rangeTo(next) > 0 ? -1 : day(day, at, next);
    }

    private int day(int day, int from, int to) {
        made.add(new Piece(Atom.Kind.DAYMARK, day, null, null, null, row.get(from).from(), row.get(to - 1).to()));
        return to;
    }

    /** Days of one month: those are meant whose last is still to come. */
    private int range(int year, int month, int first, int last, int from, int to) {
        LocalDate end = calendar.date(year, month, last);
        return add(end == null || first > last ? end : calendar.date(end.getYear(), month, first), end, from, to);
    }

    private int add(@Nullable LocalDate first, @Nullable LocalDate last, int from, int to) {
        if (first == null || last == null) {
            return -1;
        }
        made.add(Piece.date(first, last.isBefore(first) ? first : last, row.get(from).from(), row.get(to - 1).to()));
        return to;
    }
}
