package org.genjin.daemon.reply;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;
import org.genjin.daemon.reply.ReplyWords.Role;
import org.jspecify.annotations.Nullable;

/** Finds what is to be done with a line, from the token behind its number on. */
final class Verbs {

    private static final List<String> LETTERS = List.of("s", "a", "b", "c", "d", "e");
    /** The same letters on a Russian keyboard. */
    private static final List<String> CYRILLIC = List.of("с", "а", "в", "с", "д", "е");
    private static final String BETWEEN = ".):]}=>-:,、→#\"“”";

    private final ReplyWords words;
    private final Days days;
    private final Moment moment;

    Verbs(ReplyWords words, Days days, Moment moment) {
        this.words = words;
        this.days = days;
        this.moment = moment;
    }

    /**
     * A command of which the text, if it may have one, is not known yet.
     *
     * @param command with an empty text
     * @param to the first token after the words that say it
     * @param text whether it may have a text
     * @param past the day that was named, if it is not to come; null else
     */
    record Verb(Command command, int to, boolean text, @Nullable LocalDate past) {}

    /** Past marks and words between a number and what is to be done. */
    int skip(Tokens tokens, int from) {
        int at = from;
        int before = -1;
        while (at != before && at < tokens.size()) {
            before = at;
            at = words.after(Role.WHICH, tokens, marks(tokens, at));
        }
        return at;
    }

    static int marks(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.MARK && BETWEEN.contains(tokens.get(at).form())) {
            at++;
        }
        return at;
    }

    Optional<Verb> at(Tokens tokens, int from, Numbered.Kind kind, List<CustomerId> candidates) {
        if (from >= tokens.size()) {
            return Optional.empty();
        }
        return switch (kind) {
            case CUSTOMER -> customer(tokens, from);
            case QUESTION -> question(tokens, from);
            case MESSAGE -> message(tokens, from, candidates);
        };
    }

    private Optional<Verb> customer(Tokens tokens, int from) {
        int done = words.after(Role.DONE, tokens, from);
        int note = words.after(Role.NOTE, tokens, from);
        Optional<Verb> grade = grade(tokens, from);
        if (grade.isPresent()) {
            return grade;
        }
        if (note > from && note >= done) {
            return Optional.of(new Verb(new Command.Noted("", false), note, true, null));
        }
        if (done > from) {
            return Optional.of(new Verb(new Command.Done(""), done, true, null));
        }
        return later(tokens, from).or(() -> words.begins(Role.CONTACT, tokens, from)
                ? Optional.of(new Verb(new Command.Noted("", true), from, true, null))
                : Optional.empty());
    }

    /** A day, with or without words before it that say what it is for. */
    Optional<Verb> later(Tokens tokens, int from) {
        return day(tokens, from).map(it -> it.day().isAfter(moment.today())
                ? new Verb(new Command.Later(it.day(), ""), it.to(), true, null)
                : new Verb(new Command.Later(it.day(), ""), it.to(), true, it.day()));
    }

    Optional<Days.Found> day(Tokens tokens, int from) {
        Optional<Days.Found> found = days.at(tokens, from, moment);
        int at = words.after(Role.LATER, tokens, from);
        if (found.isEmpty() && at > from) {
            at = skip(tokens, at);
            found = days.at(tokens, at, moment);
        }
        for (int until = words.after(Role.UNTIL, tokens, at); found.isEmpty() && until > at; until = words.after(Role.UNTIL, tokens, at)) {
            at = until;
            found = days.at(tokens, at, moment);
        }
        return found;
    }

    private Optional<Verb> grade(Tokens tokens, int from) {
        int word = words.after(Role.GRADE, tokens, from);
        if (word > from) {
            int at = marks(tokens, word);
            int until = words.after(Role.UNTIL, tokens, at);
            int to = words.after(Role.TO, tokens, at);
            for (int letter : new int[] {at, until, to, skip(tokens, Math.max(until, words.after(Role.GRADE, tokens, at)))}) {
                Optional<Grade> grade = letter(tokens, letter);
                if (grade.isPresent()) {
                    return Optional.of(rated(grade.get(), words.after(Role.GRADE, tokens, letter + 1)));
                }
            }
            return Optional.empty();
        }
        Optional<Grade> bare = letter(tokens, from);
        int after = words.after(Role.GRADE, tokens, from + 1);
        boolean alone = from + 1 == tokens.size() || tokens.get(from + 1).kind() != Token.Kind.WORD && tokens.number(from + 1) < 0
                && !tokens.glued(from + 1) || tokens.is(from + 1, ",") || tokens.is(from + 1, ";") || tokens.is(from + 1, ".")
                || tokens.is(from + 1, "。");
        return bare.filter(_ -> after > from + 1 || alone).map(it -> rated(it, after));
    }

    private static Verb rated(Grade grade, int to) {
        return new Verb(new Command.Rated(grade), to, false, null);
    }

    private static Optional<Grade> letter(Tokens tokens, int at) {
        if (at >= tokens.size() || tokens.get(at).end() - tokens.get(at).start() != 1) {
            return Optional.empty();
        }
        String letter = tokens.get(at).plain();
        int place = Math.max(LETTERS.indexOf(letter), CYRILLIC.lastIndexOf(letter));
        return place < 0 ? Optional.empty() : Optional.of(Grade.valueOf(LETTERS.get(place).toUpperCase(Locale.ROOT)));
    }

    private Optional<Verb> question(Tokens tokens, int from) {
        int yes = words.after(Role.YES, tokens, from);
        int no = words.after(Role.NO, tokens, from);
        return yes == from && no == from
                ? Optional.empty()
                : Optional.of(new Verb(new Command.Answered(yes > no), Math.max(yes, no), true, null));
    }

    private Optional<Verb> message(Tokens tokens, int from, List<CustomerId> candidates) {
        Token token = tokens.get(from);
        boolean numbered = from + 1 < tokens.size() && tokens.glued(from + 1) && tokens.number(from + 1) >= 0;
        if (numbered) {
            return CustomerId.parse(tokens.words(from, from + 2)).map(it -> new Verb(new Command.Whose(it), from + 2, false, null));
        }
        int place = token.number() > 0 ? token.number() - 1 : token.plain().length() == 1 ? token.plain().charAt(0) - 'a' : -1;
        int yes = words.after(Role.YES, tokens, from);
        int no = words.after(Role.NO, tokens, from);
        if (no > from && no >= yes && place < 0 || no > from + 1) {
            return Optional.of(new Verb(new Command.Answered(false), no, true, null));
        }
        if (place >= 0 && place < candidates.size()) {
            return Optional.of(new Verb(new Command.Whose(candidates.get(place)), from + 1, false, null));
        }
        return no > from
                ? Optional.of(new Verb(new Command.Answered(false), no, true, null))
                : yes > from && candidates.size() == 1
                        ? Optional.of(new Verb(new Command.Whose(candidates.getFirst()), yes, true, null))
                        : Optional.empty();
    }
}
