package org.genjin.daemon.reading.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.reading.when.Dates;
import org.genjin.daemon.reading.when.SaidDate;
import org.genjin.daemon.reading.when.SaidSpan;
import org.genjin.daemon.reading.when.Times;
import org.genjin.daemon.reading.when.Tokens;

/** Reads until when an offer holds good: no promise, but a reason to ask before it ends. Thread-safe. */
public final class Validity {

    private final Dates dates = new Dates();

    /** The last day on which the offer holds good; empty if none is said. */
    public Optional<LocalDate> until(Words words) {
        Tokens tokens = Tokens.of(words.text());
        Times times = dates.in(tokens, words.language(), words.at());
        for (List<Clause> sentence : Sentences.of(tokens, Tongue.of(words.language()), times)) {
            for (int i = 0; i < sentence.size(); i++) {
                boolean valid = sentence.get(i).has(Mark.VALID) || (i > 0 && sentence.get(i - 1).has(Mark.VALID) && !sentence.get(i).has(Mark.LEAD));
                Optional<LocalDate> end = valid ? end(sentence.get(i), words) : Optional.empty();
                if (end.isPresent()) {
                    return end;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> end(Clause clause, Words words) {
        for (SaidDate date : clause.dates()) {
            if (date.shape() != SaidDate.Shape.BORNE) {
                return Optional.of(date.last());
            }
        }
        for (SaidSpan span : clause.spans()) {
            if (words.at() != null) {
                return Optional.of(words.at().toLocalDate().plusDays(span.days()));
            }
        }
        return Optional.empty();
    }
}
