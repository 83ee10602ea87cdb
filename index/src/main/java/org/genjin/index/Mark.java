package org.genjin.index;

/**
 * How far the index has followed its ledger; kept in the index's own commit.
 *
 * @param ledger the ledger's id: another one means that this index belongs to something else
 * @param revision the last revision of the ledger that is in the index; 0 for none
 * @param key the key of the message that had that revision, "" for none
 */
public record Mark(String ledger, long revision, String key) {}
