package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.figure.History;
import org.genjin.daemon.figure.Origin;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.followup.Standing;
import org.genjin.daemon.ledger.BounceTable.Bounce;
import org.genjin.daemon.ledger.DealingsTable.Absence;
import org.genjin.daemon.ledger.DealingsTable.Heard;
import org.jspecify.annotations.Nullable;

/** Tells all that was said with each customer, for whoever looks back: some customers at a time, as it is much. Thread-safe. */
public final class Histories {

    private static final int CHUNK = 200;
    private static final Duration BOUNCES = Duration.ofDays(150);

    private final Ledger ledger;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public Histories(Ledger ledger, ZoneId zone) {
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * A customer with all that was said by an instant.
     *
     * @param first the first message that there is; null if nobody has written yet
     */
    public record Told(CustomerTable.Row row, History history, Origin.@Nullable First first) {

        /** Whether anybody of us has ever written to them. */
        public boolean isContacted() {
            return history.events().stream().anyMatch(it -> !it.isTheirs());
        }
    }

    /** What was decided and what mailboxes have said, of all customers. */
    private record Besides(
            Map<CustomerId, List<Instant>> decisions,
            Map<CustomerId, Absence> away,
            Map<CustomerId, Bounce> bounces,
            Map<CustomerId, Instant> stages,
            Map<CustomerId, Instant> kept,
            Map<CustomerId, Instant> done) {}

    /**
     * Tells of each customer of {@code viewer}; without a viewer, of all.
     *
     * @param since before that, what people decided is not told
     * @param at what came later counts as not yet said
     */
    public void each(Optional<String> viewer, Instant since, Instant at, Consumer<Told> to) {
        List<CustomerTable.Row> rows = ledger.read(tx -> tx.customers().all(viewer));
        LocalDate from = since.atZone(zone).toLocalDate();
        Besides besides = ledger.read(tx -> new Besides(
                tx.decisions().times(since, at), tx.dealings().away(from, at), tx.bounces().since(at.minus(BOUNCES), at),
                tx.decisions().lastSet(CustomerTable.Field.STAGE.column(), at), tx.proposals().refused(ProposalTable.Kind.DORMANT, at),
                tx.decisions().last(DecisionTable.Kind.DONE, at)));
        for (int i = 0; i < rows.size(); i += CHUNK) {
            List<CustomerTable.Row> some = rows.subList(i, Math.min(rows.size(), i + CHUNK));
            ledger.read(tx -> tell(tx, some, besides, at)).forEach(to);
        }
    }

    private static List<Told> tell(Transaction tx, List<CustomerTable.Row> rows, Besides besides, Instant at) {
        List<CustomerId> ids = rows.stream().map(CustomerTable.Row::id).toList();
        Map<CustomerId, Heard> heard = tx.dealings().heard(ids, tx.said().facts(ids, at), Instant.EPOCH, at);
        List<Long> firsts = heard.values().stream()
                .filter(it -> !it.events().isEmpty())
                .map(it -> it.events().getFirst().message())
                .toList();
        Map<Long, List<Clue>> clues = tx.clues().of(firsts);
        Map<Long, Origin.First> said = new HashMap<>();
        tx.messages().find(firsts).forEach(it -> said.put(it.id(), first(it, clues.getOrDefault(it.id(), List.of()))));
        return rows.stream()
                .map(it -> told(it, heard.getOrDefault(it.id(), Heard.NOTHING).events(), besides, said))
                .toList();
    }

    private static Told told(CustomerTable.Row it, List<Event> events, Besides besides, Map<Long, Origin.First> firsts) {
        return new Told(it, history(it, events, besides), events.isEmpty() ? null : firsts.get(events.getFirst().message()));
    }

    /** What they name tells where they come from, not what we name. */
    private static Origin.First first(MessageRow it, List<Clue> clues) {
        String sender = Objects.requireNonNullElse(it.fromAddress(), "");
        Stream<String> named = clues.stream().filter(clue -> clue.kind() == Clue.Kind.PLATFORM).map(Clue::value);
        Stream<String> domain = Stream.of(sender.substring(sender.indexOf('@') + 1).toLowerCase(Locale.ROOT));
        return new Origin.First(
                it.channel(), it.direction(), it.direction() == Direction.IN ? Stream.concat(domain, named).toList() : List.of());
    }

    private static History history(CustomerTable.Row it, List<Event> events, Besides besides) {
        Absence away = besides.away().get(it.id());
        Bounce bounce = besides.bounces().get(it.id());
        Standing known = new Standing(
                it.grade(), it.stage(), Dealings.NONE, it.nextDate(), it.nextSetAt(), away == null ? null : away.announced(),
                away == null ? null : away.back(), bounce == null ? null : bounce.report(), besides.stages().get(it.id()),
                besides.kept().get(it.id()), besides.done().get(it.id()));
        return new History(events, besides.decisions().getOrDefault(it.id(), List.of()), known);
    }
}
