package org.genjin.daemon.verify;

/**
 * One thing that is not as it must be.
 *
 * @param detail where, for a person
 */
public record Finding(Kind kind, String detail) {

    /** What can be wrong; the sentence says what to do. */
    public enum Kind {
        ROW_CHANGED("a row of the ledger is not what was written: restore a backup"),
        BYTES_MISSING("a message's bytes are not in the store: restore a backup"),
        STORE_DAMAGED("bytes in the store were changed or lost: restore a backup"),
        NOT_IN_INDEX("a message cannot be found: run 'genjin reindex'"),
        TWICE_IN_INDEX("a message is found twice: run 'genjin reindex'"),
        NOT_COVERED("a message was seen where the mailbox's position does not say so: it will be read again, and kept once"),
        MATCH_WITHOUT_CUSTOMER("a match names no customer: please report it");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
