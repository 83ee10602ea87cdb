package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.ledger.SourceStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source brings all that it should. Pure.
 *
 * <p>A source is silent when a person would believe in it in vain: nothing came though there is something, something stayed
 * missing, it shows only a part, or it was not read to its end for a day.
 */
final class SourceJudge {

    private static final Duration LONG = Duration.ofDays(1);
    /** So many in a row that cannot be read are not chance. */
    private static final long MANY_UNREADABLE = 5;

    private SourceJudge() {}

    /**
     * What is known of a source.
     *
     * @param counted whether its mailboxes can be counted (IMAP): others may well be empty
     * @param stored what the last poll left behind
     * @param said that poll's sentence; null if nothing was wrong
     * @param live whether it is being polled now
     * @param reading whether that poll has much to read
     * @param listedAt since when somebody wants it read; null: nobody does
     * @param lastNew when something new came last; null if never
     * @param mailboxes how many it offered to the last whole reading; null if there was none
     * @param latestUnreadable how many could not be read since something new came last
     * @param noneSent whether many messages came to its owner and none was ever seen that its owner sent
     */
    record Facts(
            String owner,
            boolean counted,
            State stored,
            @Nullable String said,
            boolean live,
            boolean reading,
            @Nullable Instant listedAt,
            @Nullable Instant lastPoll,
            @Nullable Instant lastComplete,
            @Nullable Instant lastNew,
            @Nullable Integer mailboxes,
            long latestUnreadable,
            boolean noneSent,
            List<Proof> proofs) {}

    /** @param troubles the weightiest first */
    record Verdict(State state, List<SourceTrouble> troubles) {}

    static Verdict of(Facts it, Instant at) {
        if (it.listedAt() == null) {
            // An import that was typed once, or what the configuration no longer names: nothing is expected of it.
            String said = it.said();
            return said == null || it.stored() == State.OK
                    ? new Verdict(State.OK, List.of())
                    : new Verdict(it.stored(), List.of(new SourceTrouble.Failing(said)));
        }
        List<SourceTrouble> troubles = new ArrayList<>();
        reading(it, at).ifPresent(troubles::add);
        if (it.lastComplete() != null) {
            contents(it, at, troubles);
        }
        if (it.noneSent()) {
            troubles.add(new SourceTrouble.NoneSent(it.owner()));
        }
        troubles.sort(Comparator.comparing(SourceTrouble::weight));
        return new Verdict(state(it, troubles), troubles);
    }

    private static State state(Facts it, List<SourceTrouble> troubles) {
        if (it.stored() == State.PARKED) {
            return State.PARKED;
        }
        SourceTrouble.Weight worst =
                troubles.isEmpty() ? SourceTrouble.Weight.NOTE : troubles.getFirst().weight();
        return switch (worst) {
            // Also while a poll goes on: that it is asked again has mended nothing yet.
            case ALARM -> State.SILENT;
            case PASSING -> it.reading() ? State.READING : State.WAITING;
            case NOTE -> it.reading() ? State.READING : State.OK;
        };
    }

    /** Whether it is read at all. */
    private static Optional<SourceTrouble> reading(Facts it, Instant at) {
        Instant listed = it.listedAt() == null ? at : it.listedAt();
        Instant since = it.lastComplete() == null ? listed : it.lastComplete();
        boolean lasting = since.isBefore(at.minus(LONG));
        String said = it.said() == null ? "" : it.said();
        if (it.stored() == State.PARKED) {
            return Optional.of(new SourceTrouble.Parked(said));
        }
        if (it.stored() == State.WAITING) {
            return Optional.of(lasting ? new SourceTrouble.FailingLong(since, said) : new SourceTrouble.Failing(said));
        }
        // A first reading may take days, as long as it gets on.
        boolean getsOn = it.lastNew() != null && !it.lastNew().isBefore(at.minus(LONG));
        if (lasting && !getsOn) {
            return Optional.of(new SourceTrouble.Unread(since));
        }
        if (it.lastPoll() == null) {
            return it.live() ? Optional.empty() : Optional.of(new SourceTrouble.NotYetRead());
        }
        return it.stored() == State.READING && !it.live()
                ? Optional.of(new SourceTrouble.BrokenOff())
                : Optional.empty();
    }

    /** Whether what it has came. */
    private static void contents(Facts it, Instant at, List<SourceTrouble> troubles) {
        long held = it.proofs().stream().mapToLong(Proof::held).sum();
        if (it.counted() && it.mailboxes() != null && it.mailboxes() == 0) {
            troubles.add(new SourceTrouble.NoMailbox());
        } else if (it.counted() && !it.proofs().isEmpty() && held == 0) {
            troubles.add(new SourceTrouble.Empty(it.proofs().size()));
        } else {
            nothing(it.proofs(), held).ifPresent(troubles::add);
        }
        for (Proof proof : it.proofs()) {
            String mailbox = proof.mailbox().name();
            if (proof.lost()) {
                troubles.add(new SourceTrouble.Missing(mailbox, proof.missing(), proof.held()));
            } else if (proof.missing() > 0) {
                troubles.add(new SourceTrouble.ReadAgain(mailbox, proof.missing()));
            }
            if (!proof.partial().isEmpty()) {
                troubles.add(new SourceTrouble.Partial(mailbox, proof.partial()));
            }
        }
        long toCome = it.proofs().stream().mapToLong(Proof::toCome).sum();
        Instant quiet = it.lastNew() == null ? it.listedAt() : it.lastNew();
        if (toCome > 0 && !it.live() && quiet != null && quiet.isBefore(at.minus(LONG))) {
            troubles.add(new SourceTrouble.Stuck(toCome, quiet));
        }
        if (it.counted() && it.latestUnreadable() >= MANY_UNREADABLE
                && troubles.stream().noneMatch(SourceTrouble.AllUnreadable.class::isInstance)) {
            troubles.add(new SourceTrouble.LatestUnreadable(it.latestUnreadable()));
        }
    }

    /** Nothing of all that it has is in the ledger: why. */
    private static Optional<SourceTrouble> nothing(List<Proof> proofs, long held) {
        if (held == 0 || proofs.stream().anyMatch(it -> it.logged() > 0)) {
            return Optional.empty();
        }
        long tooOld = proofs.stream().mapToLong(Proof::tooOld).sum();
        long unreadable = proofs.stream().mapToLong(Proof::unreadable).sum();
        long neverLogged = proofs.stream().mapToLong(Proof::neverLogged).sum();
        if (neverLogged > 0 && tooOld + neverLogged == held) {
            return Optional.empty();
        }
        if (tooOld == held) {
            return Optional.of(new SourceTrouble.AllOld(held));
        }
        return Optional.of(
                tooOld + unreadable + neverLogged == held ? new SourceTrouble.AllUnreadable(unreadable) : new SourceTrouble.NothingCame(held));
    }
}
