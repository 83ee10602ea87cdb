package org.genjin.daemon.reading.said;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.reading.when.Dates;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.Times;
import org.genjin.daemon.reading.when.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads when somebody is back, in what a mailbox answers while they are away. Thread-safe. */
public final class Absence {

    private final Dates dates = new Dates();

    /**
     * The first day on which somebody is back, as far as it is said: the day named for it, else the day after the last one of
     * absence.
     *
     * @param language ISO 639-1
     * @param at when the answer was written, by the writer's clock; null if not known
     */
    public Optional<LocalDate> back(String text, String language, @Nullable OffsetDateTime at) {
        Tokens tokens = Tokens.of(text);
        Times times = dates.in(tokens, language, at);
        LocalDate last = null;
        for (List<Clause> sentence : Sentences.of(tokens, Tongue.of(language), times)) {
            boolean away = sentence.stream().anyMatch(it -> it.any(Mark.of(Mark.ABSENT, Mark.BACK)));
            for (Clause clause : sentence) {
                for (SaidDate date : clause.dates()) {
                    if (away && isBack(clause, date)) {
                        return Optional.of(date.first());
                    }
                    last = away && (last == null || date.last().isAfter(last)) ? date.last() : last;
                }
            }
        }
        return Optional.ofNullable(last).map(it -> it.plusDays(1));
    }

    /** Whether the date is that of the return: it stands after such a word, or in Chinese right before. */
    private static boolean isBack(Clause clause, SaidDate date) {
        int back = clause.first(Mark.BACK.bit);
        return back >= 0 && back <= date.to() + 1;
    }
}
