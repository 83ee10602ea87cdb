package org.genjin.daemon.reading.when;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.genjin.daemon.words.WordFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates and spans that a text says, in one of eight languages. Thread-safe; time grows with the text only.
 *
 * <p>Relative dates count from the day of writing: a bare weekday is the next one after it; 'this' week's is of the running
 * week, Monday to Sunday, 'next' week's of the following; a week ends on Friday; a date without a year is the next such one.
 */
public final class Dates {

    private static final List<String> LANGUAGES = List.of("en", "zh", "es", "pt", "fr", "ar", "de", "ru");
    /** Where dots are the usual marks within a date, and an amount has a comma. */
    private static final Set<String> DOTTED = Set.of("de", "ru", "zh");
    /** Words like 'of the', 'at 3 pm' between two parts of one date. */
    private static final int MOST_FILL = 3;

    /** No date has more parts. */
    private static final int LONGEST = 16;

    private final Map<String, Lexicon<List<Atom>>> lexicons = new HashMap<>();

    public Dates() {
        for (String language : LANGUAGES) {
            Lexicon<List<Atom>> words = new Lexicon<>((_, second) -> second);
            for (String line : WordFile.lines("/reading/when/" + language + ".txt")) {
                List<Atom> atoms = Atom.parsed(line.substring(0, line.indexOf(':')));
                for (String phrase : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                    words.put(phrase.strip(), atoms);
                }
            }
            lexicons.put(language, words);
        }
    }

    private Lexicon<List<Atom>> lexicon(String language) {
        Lexicon<List<Atom>> known = lexicons.get(language);
        return known == null ? Objects.requireNonNull(lexicons.get("en")) : known;
    }

    /**
     * What the text says.
     *
     * @param language ISO 639-1; one that is not known is read as English
     * @param at when it was written, by the writer's clock; null if not known: only dates with a year are found then
     */
    public Times in(Tokens tokens, String language, @Nullable OffsetDateTime at) {
        Lexicon<List<Atom>> words = lexicon(language);
        Calendar calendar = new Calendar(at == null ? null : at.toLocalDate(), monthFirst(tokens, language, at), DOTTED.contains(language));
        List<Piece> pieces = Pieces.of(tokens, words, calendar);
        List<SaidDate> dates = new ArrayList<>();
        List<SaidSpan> spans = new ArrayList<>();
        for (int i = 0; i < pieces.size(); ) {
            Piece piece = pieces.get(i);
            if (piece.span() != null) {
                span(pieces, i, calendar, dates, spans);
                i++;
            } else {
                i = date(pieces, i, calendar, tokens, dates);
            }
        }
        return new Times(dates, spans);
    }

    /** In figures the month comes first in Chinese, and in the English of North America, which its time zones tell. */
    private static boolean monthFirst(Tokens tokens, String language, @Nullable OffsetDateTime at) {
        if (language.equals("zh")) {
            return true;
        }
        boolean america = at != null && language.equals("en") && american(at.getOffset());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean dated = tokens.is(i + 1, "/") && tokens.glued(i + 1) && tokens.glued(i + 2) && tokens.number(i) > 0;
            if (dated && tokens.number(i) <= 12 && tokens.number(i + 2) > 12 && tokens.number(i + 2) <= 31 && language.equals("en")) {
                return true;
            }
            if (dated && tokens.number(i) > 12 && tokens.number(i) <= 31 && tokens.number(i + 2) <= 12 && tokens.number(i + 2) > 0) {
                return false;
            }
        }
        return america;
    }

    private static boolean american(ZoneOffset offset) {
        int hours = offset.getTotalSeconds() / 3600;
        return hours <= -4 && hours >= -10;
    }

    private static void span(List<Piece> pieces, int at, Calendar calendar, List<SaidDate> dates, List<SaidSpan> spans) {
        Piece piece = pieces.get(at);
        Piece.Length length = piece.span();
        if (length == null) {
            return;
        }
        int before = at - 1;
        while (before >= 0 && at - before <= MOST_FILL && (is(pieces, before, Atom.Kind.FILL) || is(pieces, before, Atom.Kind.NEXT)
                || is(pieces, before, Atom.Kind.FOLLOWING) || is(pieces, before, Atom.Kind.BY))) {
            before--;
        }
        boolean in = is(pieces, before, Atom.Kind.IN) || is(pieces, before, Atom.Kind.LATER);
        int next = at + 1;
        boolean after = is(pieces, next, Atom.Kind.AFTER);
        next = after ? next + 1 : next;
        boolean ago = is(pieces, next, Atom.Kind.AGO) || is(pieces, before, Atom.Kind.AGO);
        int fill = is(pieces, next, Atom.Kind.FILL) ? next + 1 : next;
        // 'After' before the length means that something else happens first: 收到定金后25天.
        boolean from = is(pieces, fill, Atom.Kind.FROM) || is(pieces, fill, Atom.Kind.LATER);
        boolean event = !ago && (from || (is(pieces, before, Atom.Kind.AFTER) && !in));
        int to = event && from ? pieces.get(fill).to() : after ? pieces.get(next - 1).to() : piece.to();
        int start = in ? pieces.get(before).from() : piece.from();
        if (!ago) {
            spans.add(new SaidSpan(Units.days(length.most(), length.unit()), length.unit() == Units.HOUR, event, start, to));
        }
        if ((in || after) && !event && !ago && calendar.today() != null) {
            LocalDate due = Units.after(calendar.today(), length.most(), length.unit());
            dates.add(new SaidDate(due, due, SaidDate.Shape.SPAN, start, to));
        }
    }

    private static boolean is(List<Piece> pieces, int at, Atom.Kind kind) {
        return at >= 0 && at < pieces.size() && pieces.get(at).is(kind);
    }

    /** Adds the date that begins there, if one does, and says where to go on. */
    private static int date(List<Piece> pieces, int at, Calendar calendar, Tokens tokens, List<SaidDate> dates) {
        if (!groups(pieces.get(at))) {
            return at + 1;
        }
        Grouping group = new Grouping(calendar.today());
        group.add(pieces.get(at));
        int end = at + 1;
        int next = end;
        while (next < pieces.size() && next - end <= MOST_FILL && next - at < LONGEST) {
            Piece piece = pieces.get(next);
            if (groups(piece)) {
                if (!group.takes(piece, next > end && commaBetween(pieces, tokens, end, next), byBetween(pieces, end, next))) {
                    break;
                }
                group.add(piece);
                end = next + 1;
            } else if (!fills(piece, tokens) || (tokens.is(piece.from(), ".") && !abbreviates(pieces.get(next - 1), tokens))) {
                break;
            }
            next++;
        }
        SaidDate said = group.date(pieces.get(at).from(), pieces.get(end - 1).to(), is(pieces, at - 1, Atom.Kind.OF));
        if (said == null) {
            return group.past() ? end : at + 1;
        }
        dates.add(said);
        return end;
    }

    private static boolean groups(Piece piece) {
        if (piece.date() != null) {
            return true;
        }
        if (piece.kind() == null) {
            return false;
        }
        return switch (piece.kind()) {
            case DAY, MONTH, PLUS, UNIT, NEXT, FOLLOWING, THIS, LAST, EARLY, MID, END, CLOSE, WEEKNUMBER, DAYMARK -> true;
            default -> false;
        };
    }

    private static boolean fills(Piece piece, Tokens tokens) {
        if (piece.kind() == null) {
            return piece.isOther() && (tokens.is(piece.from(), ",") || tokens.is(piece.from(), "(") || tokens.is(piece.from(), "."));
        }
        return switch (piece.kind()) {
            case FILL, OF, TIME, IN, BY, FROM, DAYLEAD -> true;
            default -> false;
        };
    }

    /** 'Fri. 14 June': after a whole word a full stop ends a sentence. */
    private static boolean abbreviates(Piece before, Tokens tokens) {
        return before.is(Atom.Kind.DAY) && tokens.get(before.from()).form().length() <= 4;
    }

    private static boolean commaBetween(List<Piece> pieces, Tokens tokens, int from, int to) {
        return pieces.subList(from, to).stream().anyMatch(it -> it.isOther() && !tokens.is(it.from(), "."));
    }

    private static boolean byBetween(List<Piece> pieces, int from, int to) {
        return pieces.subList(from, to).stream().anyMatch(it -> it.is(Atom.Kind.BY));
    }
}
