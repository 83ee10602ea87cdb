package org.genjin.daemon.reading.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a text's words those that are about time, and of these the calendar dates, hours and lengths of time. */
final class Pieces {

    private static final int MOST_UNITS = 400;

    private final Tokens tokens;
    private final Calendar calendar;
    private final List<Piece> raw = new ArrayList<>();
    private final List<Piece> made = new ArrayList<>();

    private Pieces(Tokens tokens, Calendar calendar) {
        this.tokens = tokens;
        this.calendar = calendar;
    }

    static List<Piece> of(Tokens tokens, Lexicon<List<Atom>> words, Calendar calendar) {
        Pieces pieces = new Pieces(tokens, calendar);
        pieces.name(words);
        for (int at = 0; at < pieces.raw.size(); ) {
            at = pieces.make(at);
        }
        return pieces.made;
    }

    private void name(Lexicon<List<Atom>> words) {
        for (int at = 0; at < tokens.size(); ) {
            Lexicon.Found<List<Atom>> found = words.longest(tokens, at);
            if (found != null) {
                int from = at;
                found.value().forEach(atom -> raw.add(Piece.of(atom, from, found.to())));
                at = found.to();
            } else {
                raw.add(tokens.number(at) >= 0
                        ? Piece.of(new Atom(Atom.Kind.NUMBER, tokens.number(at)), at, at + 1)
                        : Piece.other(at));
                at++;
            }
        }
    }

    /** Adds what begins there and says where to go on. */
    private int make(int at) {
        Piece piece = raw.get(at);
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
        } else if ((piece.is(Atom.Kind.WEEKNUMBER) || bareWeek(at)) && number(at + 1) >= 1 && number(at + 1) <= 53) {
            made.add(new Piece(Atom.Kind.WEEKNUMBER, number(at + 1), null, null, null, piece.from(), raw.get(at + 1).to()));
            to = at + 2;
        } else if (piece.is(Atom.Kind.DAYLEAD)) {
            to = ledDay(at);
        } else if (piece.is(Atom.Kind.UNIT) && is(at + 1, Atom.Kind.IN) && number(at + 2) > 0) {
            // Russian: дня через три.
            made.add(raw.get(at + 1));
            made.add(Piece.span(new Piece.Length(number(at + 2), number(at + 2), piece.value()), piece.from(), raw.get(at + 2).to()));
            to = at + 3;
        }
        if (to < 0) {
            made.add(piece);
            return at + 1;
        }
        return to;
    }

    /** 'Semana 25', not 'esta semana 25 cajas'. */
    private boolean bareWeek(int at) {
        if (!raw.get(at).isUnit(Units.WEEK)) {
            return false;
        }
        Atom.Kind before = at == 0 ? null : raw.get(at - 1).kind();
        boolean free = before == null || before == Atom.Kind.FILL || before == Atom.Kind.OF || before == Atom.Kind.IN || before == Atom.Kind.BY
                || before == Atom.Kind.TO || before == Atom.Kind.EARLY || before == Atom.Kind.MID || before == Atom.Kind.END
                || before == Atom.Kind.DAYLEAD;
        boolean ends = at + 2 >= raw.size() || !raw.get(at + 2).isOther()
                || tokens.get(raw.get(at + 2).from()).kind() != Token.Kind.WORD;
        return free && ends && !is(at + 2, Atom.Kind.UNIT) && separator(at + 2).isEmpty();
    }

    private boolean is(int at, Atom.Kind kind) {
        return at >= 0 && at < raw.size() && raw.get(at).is(kind);
    }

    private int number(int at) {
        return is(at, Atom.Kind.NUMBER) ? raw.get(at).value() : -1;
    }

    private boolean mark(int at, String form) {
        return at >= 0 && at < raw.size() && raw.get(at).isOther() && tokens.is(raw.get(at).from(), form);
    }

    private boolean glued(int at) {
        return at < raw.size() && tokens.glued(raw.get(at).from());
    }

    /** 2024-06-15, 15.06.2024, 15/6, 6.15. */
    private int figures(int at) {
        String mark = separator(at + 1);
        if (mark.isEmpty() || number(at + 2) < 0 || !glued(at + 2) || decimalBefore(at)) {
            return -1;
        }
        int one = number(at);
        int two = number(at + 2);
        if (mark(at + 3, mark) && glued(at + 3) && number(at + 4) >= 0 && glued(at + 4)) {
            int three = number(at + 4);
            boolean more = separator(at + 5).equals(mark) && number(at + 6) >= 0 && glued(at + 6);
            LocalDate date = more ? null : one > 31 ? calendar.date(one, two, three) : calendar.figures(one, two, three, mark.equals("."));
            return add(date, date, at, at + 5);
        }
        boolean dotted = mark.equals(".");
        boolean closed = dotted && mark(at + 3, ".") && glued(at + 3) && width(at + 2) == 2;
        boolean led = (led(at) || is(at + 3, Atom.Kind.BY)) && !unitAfter(at + 3) && (!dotted || calendar.dotted());
        boolean shaped = width(at) <= 2 && width(at + 2) <= 2 && !mark.equals("-");
        if (!shaped || (!closed && !led) || separator(at + 3).equals("/")) {
            return -1;
        }
        LocalDate date = calendar.figures(one, two, -1, dotted);
        return add(date, date, at, closed ? at + 4 : at + 3);
    }

    private int width(int at) {
        return raw.get(at).to() - raw.get(at).from() == 1
                ? tokens.get(raw.get(at).from()).end() - tokens.get(raw.get(at).from()).start()
                : 2;
    }

    private String separator(int at) {
        for (String mark : List.of("/", ".", "-")) {
            if (mark(at, mark) && glued(at)) {
                return mark;
            }
        }
        return "";
    }

    private boolean decimalBefore(int at) {
        return at >= 2 && glued(at) && !separator(at - 1).isEmpty() && number(at - 2) >= 0;
    }

    /** Figures alone may be a price or a share: a word before them says that they are a date. */
    private boolean led(int at) {
        int before = at - 1;
        while (before >= 0 && is(before, Atom.Kind.FILL) && at - before < 4) {
            before--;
        }
        Atom.Kind kind = before < 0 ? null : raw.get(before).kind();
        boolean word = kind == Atom.Kind.BY || kind == Atom.Kind.DAY || kind == Atom.Kind.OF || kind == Atom.Kind.DAYLEAD
                || kind == Atom.Kind.TO || kind == Atom.Kind.IN;
        return word || mark(before, ":") || (mark(before, ",") && is(before - 1, Atom.Kind.DAY));
    }

    private boolean unitAfter(int at) {
        return mark(at, "%") || mark(at, "€") || mark(at, "$") || is(at, Atom.Kind.UNIT) || (at < raw.size() && raw.get(at).isOther()
                && tokens.get(raw.get(at).from()).kind() == Token.Kind.WORD && glued(at) && tokens.get(raw.get(at).from()).form().length() > 1
                && tokens.get(raw.get(at).from()).form().charAt(0) < 0x2E80);
    }

    /** 2024年6月15日, 6月10日至15日, 6月底. */
    private int chinese(int at) {
        int year = -1;
        int start = at;
        if (is(at + 1, Atom.Kind.YEARMARK) && number(at) > 1900) {
            year = number(at);
            at += 2;
        }
        int month = number(at);
        if (month < 1 || month > 12) {
            return -1;
        }
        if (is(at + 1, Atom.Kind.MONTHMARK)) {
            if (number(at + 2) >= 1 && number(at + 2) <= 31) {
                int day = number(at + 2);
                int to = is(at + 3, Atom.Kind.DAYMARK) ? at + 4 : at + 3;
                int range = rangeTo(to);
                if (range > 0 && number(range) <= 31 && is(range + 1, Atom.Kind.DAYMARK)) {
                    return range(year, month, day, number(range), start, range + 2);
                }
                return range(year, month, day, day, start, to);
            }
            made.add(new Piece(Atom.Kind.MONTH, month, null, null, null, raw.get(start).from(), raw.get(at + 1).to()));
            return at + 2;
        }
        // The words for a month's end and the like name the month themselves.
        if (glued(at + 1) && at + 2 < raw.size() && raw.get(at + 2).isUnit(Units.MONTH) && raw.get(at + 1).from() == raw.get(at + 2).from()) {
            made.add(new Piece(Atom.Kind.MONTH, month, null, null, null, raw.get(start).from(), raw.get(at + 1).from()));
            made.add(raw.get(at + 1));
            return at + 3;
        }
        return -1;
    }

    /** 15 June, 15. Juni 2024, 10–15 de junio. */
    private int dayOfMonth(int at) {
        int day = number(at);
        if (day < 1 || day > 31) {
            return -1;
        }
        int next = ordinal(at + 1);
        int last = day;
        int range = rangeTo(next);
        if (range > 0 && number(range) <= 31) {
            last = number(range);
            next = ordinal(range + 1);
        }
        next = filled(next);
        if (!is(next, Atom.Kind.MONTH)) {
            return -1;
        }
        int month = raw.get(next).value();
        int end = yearAfter(next + 1);
        int year = end > next + 1 ? number(end - 1) : -1;
        return range(year, month, day, last, at, end);
    }

    /** June 15th, 2024. */
    private int monthAndDay(int at) {
        int first = is(at + 1, Atom.Kind.DAYLEAD) ? at + 2 : at + 1;
        int day = number(first);
        if (day < 1 || day > 31 || width(first) > 2 || mark(first + 1, "%") || (mark(first + 1, ":") && glued(first + 1))) {
            return -1;
        }
        int next = ordinal(first + 1);
        int last = day;
        int range = rangeTo(next);
        if (range > 0 && number(range) <= 31 && width(range) <= 2) {
            last = number(range);
            next = ordinal(range + 1);
        }
        int end = yearAfter(next);
        int year = end > next ? number(end - 1) : -1;
        return range(year, raw.get(at).value(), day, last, at, end);
    }

    private int ordinal(int at) {
        return is(at, Atom.Kind.DAYMARK) || (mark(at, ".") && glued(at)) || (mark(at, "-") && glued(at) && is(at + 1, Atom.Kind.DAYMARK))
                ? (mark(at, "-") ? at + 2 : at + 1)
                : at;
    }

    private int filled(int at) {
        int next = at;
        while (next < at + 2 && (is(next, Atom.Kind.FILL) || is(next, Atom.Kind.OF) || is(next, Atom.Kind.FROM) || mark(next, "-"))) {
            next++;
        }
        return next;
    }

    /** Where the second number of a range stands; -1 if none follows. */
    private int rangeTo(int at) {
        int next = mark(at, "-") || is(at, Atom.Kind.TO) || is(at, Atom.Kind.AND) ? at + 1 : -1;
        return next > 0 && number(next) >= 1 ? next : -1;
    }

    private int yearAfter(int at) {
        int next = at;
        while (next < at + 2 && (mark(next, ",") || mark(next, "/") || is(next, Atom.Kind.FILL) || is(next, Atom.Kind.OF))) {
            next++;
        }
        int year = number(next);
        return year >= 2000 && year < 2100 ? next + 1 : at;
    }

    private int clock(int at) {
        if (number(at) > 24) {
            return -1;
        }
        int end = at + 1;
        if ((mark(end, ":") || mark(end, ".")) && glued(end) && number(end + 1) >= 0 && number(end + 1) < 60 && glued(end + 1)) {
            boolean colon = mark(end, ":");
            end += 2;
            if (!colon && !is(end, Atom.Kind.CLOCK)) {
                return -1;
            }
        } else if (!is(end, Atom.Kind.CLOCK)) {
            return -1;
        }
        end = is(end, Atom.Kind.CLOCK) ? end + 1 : end;
        made.add(new Piece(Atom.Kind.TIME, 0, null, null, null, raw.get(at).from(), raw.get(end - 1).to()));
        return end;
    }

    /** 25-30 days, 3 weeks, 30 (thirty) days, 1.5 months. */
    private int length(int at) {
        int least = number(at);
        int most = least;
        int next = at + 1;
        boolean half = (mark(next, ".") || mark(next, ",")) && glued(next) && number(next + 1) == 5 && glued(next + 1);
        if (half && is(next + 2, Atom.Kind.UNIT) && raw.get(next + 2).value() == Units.MONTH) {
            return span(new Piece.Length(2 * least + 1, 2 * least + 1, Units.HALF_MONTH), at, next + 3);
        }
        if (mark(next, "(") && number(next + 1) > 0 && mark(next + 2, ")")) {
            least = number(next + 1);
            most = least;
            next += 3;
        } else {
            int range = mark(next, "/") ? next + 1 : rangeTo(next);
            if (range > 0 && number(range) > 0) {
                most = number(range);
                next = range + 1;
            }
        }
        next = is(next, Atom.Kind.FILL) || mark(next, "-") ? next + 1 : next;
        boolean counted = is(next, Atom.Kind.UNIT) && !decimalBefore(at) && most > 0 && most <= MOST_UNITS;
        return counted ? span(new Piece.Length(least, Math.max(least, most), raw.get(next).value()), at, next + 1) : -1;
    }

    private int span(Piece.Length length, int from, int to) {
        made.add(Piece.span(length, raw.get(from).from(), raw.get(to - 1).to()));
        return to;
    }

    /** the 15th, 15号. */
    private int dayMark(int at) {
        int day = number(at);
        boolean hyphen = mark(at + 1, "-") && glued(at + 1) && is(at + 2, Atom.Kind.DAYMARK);
        return (hyphen || is(at + 1, Atom.Kind.DAYMARK)) && day >= 1 && day <= 31 ? day(day, at, hyphen ? at + 3 : at + 2) : -1;
    }

    /** The number alone after such words as 'by the': what makes a whole date of it is read as that. */
    private int ledDay(int at) {
        int day = number(at + 1);
        int next = at + 2;
        if (day < 1 || day > 31 || width(at + 1) > 2) {
            return -1;
        }
        boolean decimal = (separator(next).isEmpty() ? mark(next, ",") || mark(next, ":") : true) && number(next + 1) >= 0 && glued(next + 1);
        next = is(next, Atom.Kind.DAYMARK) || (mark(next, ".") && glued(next)) ? next + 1 : next;
        boolean counted = is(next, Atom.Kind.UNIT) || is(next, Atom.Kind.CLOCK) || is(next, Atom.Kind.TO) || mark(next, "%");
        boolean noun = next == at + 2 && next < raw.size() && raw.get(next).isOther()
                && tokens.get(raw.get(next).from()).kind() == Token.Kind.WORD;
        return decimal || counted || noun || is(filled(next), Atom.Kind.MONTH) || rangeTo(next) > 0 ? -1 : day(day, at, next);
    }

    private int day(int day, int from, int to) {
        made.add(new Piece(Atom.Kind.DAYMARK, day, null, null, null, raw.get(from).from(), raw.get(to - 1).to()));
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
        made.add(Piece.date(first, last.isBefore(first) ? first : last, raw.get(from).from(), raw.get(to - 1).to()));
        return to;
    }
}
