package org.genjin.daemon.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Origin;
import org.genjin.daemon.figure.Tally;
import org.genjin.daemon.figure.Value;
import org.jspecify.annotations.Nullable;

/**
 * The figures of some owners.
 *
 * @param at what came later is not in them
 * @param all of all these owners together; empty if there is one
 */
public record Report(Instant at, Optional<Of> all, List<Of> owners) {

    public Report {
        owners = List.copyOf(owners);
    }

    /** The figures of a time span. */
    public record Figures(Map<Figure, Value> values) {
        public Figures {
            values = Map.copyOf(values);
        }

        static Figures of(Tally tally) {
            Map<Figure, Value> values = new EnumMap<>(Figure.class);
            for (Figure it : Figure.values()) {
                values.put(it, tally.value(it));
            }
            return new Figures(values);
        }

        public Value of(Figure figure) {
            Value value = values.get(figure);
            if (value == null) {
                throw new IllegalArgumentException("not measured here: " + figure);
            }
            return value;
        }
    }

    /** @param monday its first day */
    public record Week(LocalDate monday, Figures figures) {}

    /** What customers are put together by. */
    public sealed interface By {
        /** @param code ISO 3166 alpha-2; null if not known */
        record Country(@Nullable String code) implements By {}

        record From(Origin origin) implements By {}

        record Graded(Grade grade) implements By {}
    }

    /** @param year the figures of the last year of these customers */
    public record Group(By by, int customers, Figures year) {}

    /** Somebody to whom nobody has ever written. */
    public record Waiting(CustomerId id, String name) {}

    /**
     * One owner's.
     *
     * @param owner whose customers they are; "" for those of all owners
     * @param weeks that are over, the oldest first; at least one
     * @param running the week that is not over yet
     * @param year the last fifty-two weeks up to now
     * @param waiting the first of those to whom nobody has ever written
     */
    public record Of(
            String owner,
            int customers,
            List<Week> weeks,
            Week running,
            Figures year,
            List<Group> countries,
            List<Group> origins,
            List<Group> grades,
            List<Waiting> waiting) {

        public Of {
            weeks = List.copyOf(weeks);
            countries = List.copyOf(countries);
            origins = List.copyOf(origins);
            grades = List.copyOf(grades);
            waiting = List.copyOf(waiting);
        }

        /** The last week that is over. */
        public Week last() {
            return weeks.getLast();
        }
    }
}
