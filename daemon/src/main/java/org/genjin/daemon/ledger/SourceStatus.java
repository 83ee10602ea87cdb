package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one source does: the read model of command line, page and morning mail.
 *
 * @param kind {@code imap}, {@code folder} or {@code import}
 * @param messages how many messages were seen there, not copies
 * @param unreadable how many could not be read
 * @param neverLogged at how many places there lies what must not be stored
 * @param notOpened mailboxes of it that must not be opened
 * @param lastPoll when the last poll began; null if there was none
 * @param lastComplete when the last poll began that read everything; null if there was none
 * @param troubles why it may not bring all that it should, the weightiest first
 * @param mailboxes what each holds at the source and in the ledger; empty where there is nothing to count
 * @param headway how the reading gets on that goes on now
 */
public record SourceStatus(
        String name,
        String owner,
        String kind,
        State state,
        long messages,
        long unreadable,
        long neverLogged,
        List<String> notOpened,
        @Nullable Instant lastPoll,
        @Nullable Instant lastComplete,
        List<SourceTrouble> troubles,
        List<Proof> mailboxes,
        List<Warning> warnings,
        Optional<Headway> headway) {

    public SourceStatus {
        troubles = List.copyOf(troubles);
        mailboxes = List.copyOf(mailboxes);
        notOpened = List.copyOf(notOpened);
        warnings = List.copyOf(warnings);
    }

    /** @param sentence for a person, about the mailbox as a whole */
    public record Warning(String mailbox, String sentence) {}

    public enum State {
        OK,
        READING,
        /** Tried in vain; it will be tried again. */
        WAITING,
        /** Nothing is tried until a person acts. */
        PARKED,
        /** It does not bring all that it should, or nobody can tell. */
        SILENT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Troubles that are told in red until they are mended. */
    public List<SourceTrouble> alarms() {
        return of(SourceTrouble.Weight.ALARM);
    }

    /** Whether it is known to have something that is not in the ledger. */
    public boolean lacks() {
        return troubles.stream().anyMatch(SourceTrouble.Lacking.class::isInstance);
    }

    /** What is worth knowing while nothing is lost. */
    public List<SourceTrouble> notes() {
        return of(SourceTrouble.Weight.NOTE);
    }

    /** What is wrong first of all; a note is nothing wrong. */
    public Optional<SourceTrouble> worst() {
        return troubles.stream().filter(it -> it.weight() != SourceTrouble.Weight.NOTE).findFirst();
    }

    private List<SourceTrouble> of(SourceTrouble.Weight weight) {
        return troubles.stream().filter(it -> it.weight() == weight).toList();
    }

    /** What all mailboxes hold at the source, where that can be counted. */
    public long held() {
        return mailboxes.stream().mapToLong(Proof::held).sum();
    }

    /** How much of {@link #held} is in the ledger. */
    public long logged() {
        return mailboxes.stream().mapToLong(Proof::logged).sum();
    }
}
