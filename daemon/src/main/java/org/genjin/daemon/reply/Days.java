package org.genjin.daemon.reply;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.followup.When;
import org.genjin.daemon.reading.when.Dates;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.SaidSpan;
import org.genjin.daemon.reading.when.Times;
import org.genjin.daemon.reading.when.Token;
import org.genjin.daemon.reading.when.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds the day that words name, in any of eight languages: {@code tomorrow}, {@code 3天}, {@code 12.12.}, {@code nächsten Montag}. */
final class Days {

    private static final List<String> LANGUAGES = List.of("en", "zh", "es", "pt", "fr", "de", "ru", "ar");
    private static final int MOST_TOKENS = 6;
    /** Shorter words are something else in another language: German 'do' is no Thursday elsewhere. */
    private static final int TELLING = 3;
    private static final int MOST_DAYS = 3660;

    private final Dates dates = new Dates();
    private final When when = new When();

    /** @param to the first token after it */
    record Found(LocalDate day, int to) {}

    /** The day that is named from a token on. */
    Optional<Found> at(Tokens tokens, int from, Moment moment) {
        int comma = firstMark(tokens, from, ",;");
        return within(tokens, from, comma, moment).or(() -> within(tokens, from, firstMark(tokens, from, ";"), moment));
    }

    /** The day that the last words before {@code to} name, if there are others before them. */
    Optional<Found> atEnd(Tokens tokens, int from, int to, Moment moment) {
        for (int start = Math.max(from + 1, to - MOST_TOKENS); start < to; start++) {
            Optional<Found> found = within(tokens, start, to, moment).filter(it -> it.to() >= to);
            if (found.isPresent()) {
                return Optional.of(new Found(found.get().day(), start));
            }
        }
        return Optional.empty();
    }

    private static int firstMark(Tokens tokens, int from, String marks) {
        int at = from;
        while (at < tokens.size() && !(tokens.get(at).kind() == Token.Kind.MARK && marks.contains(tokens.get(at).form()))) {
            at++;
        }
        return at;
    }

    private Optional<Found> within(Tokens tokens, int from, int to, Moment moment) {
        if (from >= to) {
            return Optional.empty();
        }
        String text = tokens.words(from, to);
        Tokens alone = Tokens.of(text);
        Found best = null;
        for (String language : languages(moment)) {
            best = longer(best, found(dates.in(alone, language, moment.at()), moment));
        }
        best = longer(best, simple(alone, moment));
        return best == null || Math.abs(best.day().toEpochDay() - moment.today().toEpochDay()) > MOST_DAYS
                ? Optional.empty()
                : Optional.of(new Found(best.day(), from + best.to()));
    }

    private static List<String> languages(Moment moment) {
        List<String> languages = new ArrayList<>(List.of(moment.language()));
        LANGUAGES.stream().filter(it -> !it.equals(moment.language())).forEach(languages::add);
        return languages;
    }

    /** Of what begins with the first token. */
    private static @Nullable Found found(Times times, Moment moment) {
        Found best = null;
        for (SaidDate it : times.dates()) {
            if (it.from() == 0 && it.shape() != SaidDate.Shape.BORNE) {
                best = longer(best, new Found(begin(it, moment.today()), it.to()));
            }
        }
        for (SaidSpan it : times.spans()) {
            if (it.from() == 0 && !it.hours() && !it.event()) {
                best = longer(best, new Found(moment.today().plusDays(it.days()), it.to()));
            }
        }
        return best;
    }

    /** What is put off to a week or a month is told of when that begins. */
    private static LocalDate begin(SaidDate it, LocalDate today) {
        boolean wholeMonth = it.last().equals(it.last().with(TemporalAdjusters.lastDayOfMonth()));
        LocalDate first = it.shape() != SaidDate.Shape.PERIOD
                ? it.first()
                : wholeMonth ? it.last().withDayOfMonth(1) : it.last().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return first.isAfter(today) ? first : it.last();
    }

    private @Nullable Found simple(Tokens tokens, Moment moment) {
        for (int to = Math.min(tokens.size(), MOST_TOKENS); to > 0; to--) {
            String words = tokens.words(0, to);
            boolean telling = to == tokens.size() || to > 1 || words.length() > TELLING;
            Optional<LocalDate> day = telling ? when.parse(words, moment.today()) : Optional.empty();
            if (day.isPresent()) {
                return new Found(day.get(), to);
            }
        }
        return null;
    }

    private static @Nullable Found longer(@Nullable Found one, @Nullable Found other) {
        return other == null || (one != null && one.to() >= other.to()) ? one : other;
    }
}
