package org.genjin.daemon.reading.when;

import java.util.ArrayList;
import java.util.List;

/** The words of a text in their order, with what each says of time, and questions about what stands where. */
final class Row {

    private final Tokens tokens;
    private final List<Piece> raw = new ArrayList<>();

    Row(Tokens tokens, Lexicon<List<Atom>> words) {
        this.tokens = tokens;
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

    int size() {
        return raw.size();
    }

    Piece get(int at) {
        return raw.get(at);
    }

    /** 'Semana 25', not 'esta semana 25 cajas'. */
    boolean bareWeek(int at) {
        if (!raw.get(at).isUnit(Units.WEEK)) {
            return false;
        }
        Atom.Kind before = at == 0 ? null : raw.get(at - 1).kind();
        boolean free = before == null || before == Atom.Kind.FILL || before == Atom.Kind.OF || before == Atom.Kind.IN || before == Atom.Kind.BY
                || before == Atom.Kind.TO || before == Atom.Kind.EARLY || before == Atom.Kind.MID || before == Atom.Kind.END
                || before == Atom.Kind.DAYLEAD;
        return free && !noun(at + 2) && !is(at + 2, Atom.Kind.UNIT) && separator(at + 2).isEmpty();
    }

    boolean is(int at, Atom.Kind kind) {
        return at >= 0 && at < raw.size() && raw.get(at).is(kind);
    }

    int number(int at) {
        return is(at, Atom.Kind.NUMBER) ? raw.get(at).value() : -1;
    }

    boolean mark(int at, String form) {
        return at >= 0 && at < raw.size() && raw.get(at).isOther() && tokens.is(raw.get(at).from(), form);
    }

    boolean glued(int at) {
        return at < raw.size() && tokens.glued(raw.get(at).from());
    }

    int width(int at) {
        return raw.get(at).to() - raw.get(at).from() == 1
                ? tokens.get(raw.get(at).from()).end() - tokens.get(raw.get(at).from()).start()
                : 2;
    }

    String separator(int at) {
        for (String mark : List.of("/", ".", "-")) {
            if (mark(at, mark) && glued(at)) {
                return mark;
            }
        }
        return "";
    }

    boolean decimalBefore(int at) {
        return at >= 2 && glued(at) && !separator(at - 1).isEmpty() && number(at - 2) >= 0;
    }

    /** Figures alone may be a price or a share: a word before them says that they are a date. */
    boolean led(int at) {
        int before = at - 1;
        while (before >= 0 && is(before, Atom.Kind.FILL) && at - before < 4) {
            before--;
        }
        Atom.Kind kind = before < 0 ? null : raw.get(before).kind();
        boolean word = kind == Atom.Kind.BY || kind == Atom.Kind.DAY || kind == Atom.Kind.OF || kind == Atom.Kind.DAYLEAD
                || kind == Atom.Kind.TO || kind == Atom.Kind.IN;
        return word || mark(before, ":") || (mark(before, ",") && is(before - 1, Atom.Kind.DAY));
    }

    boolean unitAfter(int at) {
        return mark(at, "%") || mark(at, "€") || mark(at, "$") || is(at, Atom.Kind.UNIT) || (at < raw.size() && raw.get(at).isOther()
                && tokens.get(raw.get(at).from()).kind() == Token.Kind.WORD && glued(at) && tokens.get(raw.get(at).from()).form().length() > 1
                && tokens.get(raw.get(at).from()).form().charAt(0) < 0x2E80);
    }

    int ordinal(int at) {
        return is(at, Atom.Kind.DAYMARK) || (mark(at, ".") && glued(at)) || (mark(at, "-") && glued(at) && is(at + 1, Atom.Kind.DAYMARK))
                ? (mark(at, "-") ? at + 2 : at + 1)
                : at;
    }

    int filled(int at) {
        int next = at;
        while (next < at + 2 && (is(next, Atom.Kind.FILL) || is(next, Atom.Kind.OF) || is(next, Atom.Kind.FROM) || mark(next, "-"))) {
            next++;
        }
        return next;
    }

    /** Where the second number of a range stands; -1 if none follows. */
    int rangeTo(int at) {
        int next = mark(at, "-") || is(at, Atom.Kind.TO) || is(at, Atom.Kind.AND) ? at + 1 : -1;
        return next > 0 && number(next) >= 1 ? next : -1;
    }

    int yearAfter(int at) {
        int next = at;
        while (next < at + 2 && (mark(next, ",") || mark(next, "/") || is(next, Atom.Kind.FILL) || is(next, Atom.Kind.OF))) {
            next++;
        }
        int year = number(next);
        return year >= 2000 && year < 2100 ? next + 1 : at;
    }

    /** Whether a word stands there that says nothing of time. */
    boolean noun(int at) {
        return at < raw.size() && raw.get(at).isOther() && tokens.get(raw.get(at).from()).kind() == Token.Kind.WORD;
    }
}
