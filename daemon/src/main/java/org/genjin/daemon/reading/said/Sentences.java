package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.reading.when.Lexicon;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.SaidSpan;
import org.genjin.daemon.reading.when.Times;
import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;
import org.jspecify.annotations.Nullable;

/** Cuts a text into sentences and these into clauses, with what is known of their words. */
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "nr", "no", "sr", "sra", "srta", "dr", "dra", "mr", "mrs", "ms", "bzw", "ca", "inkl", "exkl", "zzgl", "evtl", "ggf", "max",
            "min", "approx", "pos", "ref", "art", "vs", "incl", "z", "b", "d", "u", "a", "e", "i", "руб", "тыс", "ул", "им", "арт", "co",
            "nº", "exmo", "exmos", "exma", "ilmo", "prof", "ing", "lic", "arq", "tel", "fig", "item", "cant", "aprox", "réf", "mme", "mlle");
    /** These end a sentence if a capital letter follows. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "stk", "qty", "h", "m", "p", "g", "т", "шт", "г", "см", "мес", "раб", "кг", "uds", "pzas", "pza", "un", "st", "ltd", "etc", "env");
    /** A clause that goes on for longer is none; whatever looks back and forth in one stays short this way. */
    private static final int LONGEST = 150;
    /** A label such as 'Delivery date:' belongs to what follows it. */
    private static final int LABEL = 7;
    private static final int SHORT_LABEL = 4;
    private static final int TO_NEXT_ACT = 3;
    private static final long BEGINS = Mark.of(
            Mark.ME, Mark.IDO, Mark.IFUT, Mark.YOUDO, Mark.ASK, Mark.WILL, Mark.YOU, Mark.TOYOU, Mark.TOME, Mark.FOLLOWS, Mark.NEED);

    private final Tokens tokens;
    private final List<Clause.Hit> hits = new ArrayList<>();
    private final Times times;
    private final boolean[] dated;
    private final List<List<Clause>> sentences = new ArrayList<>();
    private int hit;
    private int date;
    private int span;

    private Sentences(Tokens tokens, Times times, Lexicon<Long> words) {
        this.tokens = tokens;
        this.times = times;
        this.dated = new boolean[tokens.size()];
        times.dates().forEach(it -> Arrays.fill(dated, it.from(), it.to(), true));
        for (int at = 0; at < tokens.size(); ) {
            Lexicon.Found<Long> found = dated[at] ? null : words.longest(tokens, at);
            if (found != null) {
                hits.add(new Clause.Hit(found.value(), at, found.to()));
            }
            at = found == null ? at + 1 : found.to();
        }
    }

    /** The sentences, each with at least one clause. */
    static List<List<Clause>> of(Tokens tokens, Tongue tongue, Times times) {
        Sentences cut = new Sentences(tokens, times, tongue.words());
        int start = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            if (at == tokens.size() || (cut.dated[at] ? cut.endsWithDate(at) : cut.ends(at))) {
                int end = at < tokens.size() && tokens.get(at).kind() != Token.Kind.BREAK ? at + 1 : at;
                if (end > start) {
                    cut.sentence(start, end);
                }
                start = at + 1;
            }
        }
        return cut.sentences;
    }

    private boolean ends(int at) {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.BREAK) {
            return true;
        }
        if (token.kind() != Token.Kind.MARK) {
            return false;
        }
        return switch (token.form()) {
            case "?", "!", "。", "…" -> true;
            case "." -> fullStop(at);
            default -> false;
        };
    }

    private boolean fullStop(int at) {
        if (tokens.glued(at + 1) && !tokens.is(at + 1, "\n")) {
            return tokens.is(at + 1, ".") && !tokens.is(at + 2, "\n");
        }
        boolean last = at + 1 >= tokens.size() || tokens.get(at + 1).kind() == Token.Kind.BREAK;
        if (last || at == 0) {
            return true;
        }
        Token before = tokens.get(at - 1);
        boolean counts = before.kind() == Token.Kind.NUMBER || SHORT_WORDS.contains(before.form());
        return counts ? tokens.capital(at + 1) : !ABBREVIATIONS.contains(before.form());
    }

    /** Whether the full stop of a date such as 30.09. ends the sentence as well. */
    private boolean endsWithDate(int at) {
        boolean stop = dated[at] && tokens.is(at, ".") && at + 1 < tokens.size() && !dated[at + 1] && !tokens.glued(at + 1);
        return stop && tokens.get(at + 1).kind() == Token.Kind.WORD && tokens.capital(at + 1);
    }

    private void sentence(int from, int to) {
        List<Clause> clauses = new ArrayList<>();
        boolean asked = tokens.is(to - 1, "?");
        int start = from;
        for (int at = from; at < to; at++) {
            boolean parted = at > start && !dated[at] && (parts(at, start, to) || at - start >= LONGEST);
            if (parted) {
                clauses.add(clause(start, at, false));
                start = at;
            }
        }
        clauses.add(clause(start, to, asked));
        sentences.add(clauses);
    }

    /** Whether a new clause begins with that token, or a mark between clauses stands there. */
    private boolean parts(int at, int start, int to) {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.MARK) {
            return switch (token.form()) {
                case "," -> !(tokens.number(at - 1) >= 0 && tokens.glued(at) && tokens.glued(at + 1) && tokens.number(at + 1) >= 0) && !please(at);
                case ";", "(", ")", "¿" -> true;
                case "-" -> at - start > SHORT_LABEL && !tokens.glued(at) && !tokens.glued(at + 1);
                case ":" -> at - start > LABEL && !tokens.glued(at + 1);
                default -> false;
            };
        }
        Clause.Hit here = hitAt(at);
        if (here == null) {
            return false;
        }
        if (here.is(Mark.BECAUSE.bit | Mark.IF.bit)) {
            return true;
        }
        boolean arabicAnd = token.form().charAt(0) == 'و' && token.forms().size() > 1 && here.is(BEGINS & ~Mark.ME.bit & ~Mark.YOU.bit);
        return arabicAnd || (here.is(Mark.AND.bit) && beginsSoon(here.to(), to));
    }

    /** Whether a comma only sets off such a word as 'please'. */
    private boolean please(int comma) {
        Clause.Hit next = hitAt(comma + 1);
        if (next != null && next.is(Mark.ASK.bit) && tokens.is(next.to(), ",")) {
            return true;
        }
        int before = nextHit(comma) - 1;
        Clause.Hit last = before >= 0 ? hits.get(before) : null;
        return last != null && last.to() == comma && last.is(Mark.ASK.bit) && tokens.is(last.from() - 1, ",");
    }

    private boolean beginsSoon(int from, int to) {
        for (int i = nextHit(from); i < hits.size() && hits.get(i).from() < Math.min(to, from + TO_NEXT_ACT); i++) {
            if (hits.get(i).is(BEGINS)) {
                return true;
            }
        }
        return false;
    }

    private Clause.@Nullable Hit hitAt(int at) {
        int next = nextHit(at);
        return next < hits.size() && hits.get(next).from() == at ? hits.get(next) : null;
    }

    /** The first known word from a token on; asked for in the order of the text, so that all of it is looked at once. */
    private int nextHit(int from) {
        int next = Math.max(0, hit);
        while (next > 0 && hits.get(Math.min(next, hits.size()) - 1).from() >= from) {
            next--;
        }
        while (next < hits.size() && hits.get(next).from() < from) {
            next++;
        }
        hit = next;
        return next;
    }

    private Clause clause(int begin, int to, boolean asked) {
        int from = begin;
        while (from < to - 1 && tokens.get(from).kind() == Token.Kind.MARK) {
            from++;
        }
        List<Clause.Hit> own = new ArrayList<>();
        long marks = 0;
        for (int i = nextHit(from); i < hits.size() && hits.get(i).from() < to; i++) {
            own.add(hits.get(i));
            marks |= hits.get(i).marks();
        }
        List<SaidDate> dates = new ArrayList<>();
        while (date < times.dates().size() && times.dates().get(date).from() < to) {
            dates.add(times.dates().get(date++));
        }
        List<SaidSpan> spans = new ArrayList<>();
        while (span < times.spans().size() && times.spans().get(span).from() < to) {
            spans.add(times.spans().get(span++));
        }
        boolean question = asked || (marks & Mark.QUESTION.bit) != 0;
        return new Clause(from, to, own, marks, dates, spans, question);
    }
}
