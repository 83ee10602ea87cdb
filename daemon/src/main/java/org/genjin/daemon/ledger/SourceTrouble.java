package org.genjin.daemon.ledger;

import java.time.Instant;

/** A reason why a source may not bring all that it should. {@link SourceWording} says it with what to do. */
public sealed interface SourceTrouble {

    /** How loudly it is told. */
    enum Weight {
        /** Red, in the morning mail, until it is mended. */
        ALARM,
        /** It is expected to mend itself. */
        PASSING,
        /** Worth knowing; nothing is lost. */
        NOTE
    }

    default Weight weight() {
        return Weight.ALARM;
    }

    /** It has something that is not in the ledger, and this is known for sure. */
    sealed interface Lacking extends SourceTrouble {}

    /** Nothing is tried until a person acts. */
    record Parked(String said) implements SourceTrouble {}

    /** It was tried in vain, and will be again. */
    record Failing(String said) implements SourceTrouble {
        @Override
        public Weight weight() {
            return Weight.PASSING;
        }
    }

    /** It has been tried in vain for long. */
    record FailingLong(Instant since, String said) implements SourceTrouble {}

    /** Nobody has tried for long. */
    record Unread(Instant since) implements SourceTrouble {}

    /** It offers nothing that could be read. */
    record NoMailbox() implements Lacking {}

    /** All its mailboxes are empty. */
    record Empty(long mailboxes) implements SourceTrouble {}

    /** All it has was left out as too old. */
    record AllOld(long held) implements SourceTrouble {}

    /** Of all it has, nothing could be read. */
    record AllUnreadable(long held) implements Lacking {}

    /** It has messages and hands out none. */
    record NothingCame(long held) implements Lacking {}

    /** Of what came last, nothing could be read. */
    record LatestUnreadable(long count) implements SourceTrouble {}

    /** Read again, and something stayed missing. */
    record Missing(String mailbox, long missing, long held) implements Lacking {}

    /** Something is missing; the mailbox is being read again. */
    record ReadAgain(String mailbox, long missing) implements SourceTrouble {
        @Override
        public Weight weight() {
            return Weight.PASSING;
        }
    }

    /** The source shows less than there is. */
    record Partial(String mailbox, String said) implements Lacking {}

    /** For long the source has had more to come and brought nothing. */
    record Stuck(long toCome, Instant since) implements SourceTrouble {}

    /** Nothing that its owner sent was ever seen. */
    record NoneSent(String owner) implements SourceTrouble {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }
    }

    /** Nobody has read it yet. */
    record NotYetRead() implements SourceTrouble {
        @Override
        public Weight weight() {
            return Weight.NOTE;
        }
    }

    /** The reading ended before its end, and nobody goes on with it now. */
    record BrokenOff() implements SourceTrouble {
        @Override
        public Weight weight() {
            return Weight.PASSING;
        }
    }
}
