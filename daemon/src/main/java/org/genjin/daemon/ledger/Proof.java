package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import org.genjin.connectors.Holdings;
import org.genjin.connectors.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox holds at its source, held against the ledger's own rows of it. Always {@code held == logged + tooOld +
 * unreadable + toCome + missing + neverLogged}.
 *
 * @param logged how many of them are in the ledger as messages
 * @param duplicates how many of these were known already, from an earlier place: so much of {@code logged} is no message more
 * @param tooOld how many were left out because they came before the first reading's bound
 * @param unreadable how many are kept but could not be read
 * @param toCome how many the next reading asks for
 * @param missing how many are nowhere, though the mailbox was read: never more than 0 if all is well
 * @param neverLogged how many are kept out because somebody wants so
 * @param partial a sentence if the source seems to show less than there is; "" if not
 */
public record Proof(
        Mailbox mailbox,
        Instant at,
        long held,
        long logged,
        long duplicates,
        long tooOld,
        long unreadable,
        long toCome,
        long missing,
        long neverLogged,
        String partial,
        Again again) {

    /**
     * How a mailbox was read again from its beginning because something was missing.
     *
     * @param times how often
     * @param at when it was begun last; null if never
     * @param open whether that reading has not ended yet
     */
    public record Again(int times, @Nullable Instant at, boolean open) {

        public static final Again NEVER = new Again(0, null, false);

        private static final Duration FIRST_PAUSE = Duration.ofDays(1);
        private static final Duration PAUSE = Duration.ofDays(7);

        /** At once, a day later, and then each week: reading a large mailbox again costs its owner's provider something. */
        public boolean isDue(Instant now) {
            Instant last = at;
            return last == null || !now.isBefore(last.plus(times <= 1 ? FIRST_PAUSE : PAUSE));
        }
    }

    /**
     * The ledger's places of a mailbox that its source still has.
     *
     * @param neverLogged how many of them are kept out
     * @param leftOut how many of all of them the source counts as too old
     * @param ahead how many of all of them the source counts as to come
     */
    public record Places(long logged, long duplicates, long unreadable, long neverLogged, long leftOut, long ahead) {}

    /** @param before what was proved last; null if nothing was */
    public static Proof of(Mailbox mailbox, Holdings holdings, Places places, @Nullable Proof before, Instant at) {
        long known = places.logged() + places.unreadable() + places.neverLogged();
        long tooOld = Math.max(0, holdings.tooOld() - places.leftOut());
        long toCome = Math.max(0, holdings.toCome() - places.ahead());
        // A source that counts something twice: what is in the ledger is not to come and was not left out.
        toCome -= Math.clamp(known + tooOld + toCome - holdings.held(), 0, toCome);
        tooOld -= Math.clamp(known + tooOld + toCome - holdings.held(), 0, tooOld);
        long held = Math.max(holdings.held(), known);
        long missing = held - known - tooOld - toCome;
        Again again = before == null ? Again.NEVER : before.again();
        return new Proof(
                mailbox, at, held, places.logged(), places.duplicates(), tooOld, places.unreadable(), toCome, missing,
                places.neverLogged(), holdings.partial(),
                missing == 0 && toCome == 0 ? Again.NEVER : new Again(again.times(), again.at(), again.open() && toCome > 0));
    }

    /** Whether it is missing something that reading the mailbox again may bring. */
    public boolean mendable(Instant now) {
        return missing > 0 && !again.open() && again.isDue(now);
    }

    /** As it is once the mailbox is being read again from its beginning. */
    public Proof begunAgain(Instant now) {
        return new Proof(
                mailbox, at, held, logged, duplicates, tooOld, unreadable, toCome, missing, neverLogged, partial,
                new Again(again.times() + 1, now, true));
    }

    /** Whether something stayed missing although the mailbox was read again. */
    public boolean lost() {
        return missing > 0 && again.times() > 0 && !again.open();
    }

    /** What it holds at its source is accounted for, whatever each is. */
    public long settled() {
        return held - toCome;
    }
}
